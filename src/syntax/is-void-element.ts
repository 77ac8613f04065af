const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** Whether an element of HTML holds nothing, so that it has no closing tag. @param name in lower case, as JSX has it */
export function isVoidElement(name: string): boolean {
  return VOID.test(name);
}
