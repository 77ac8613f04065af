/** A diagnostic as it was found. */
export interface TypeFault {
  readonly name: string;
  readonly code: number;
  readonly message: string;
  readonly line: number;
}

/** Equal diagnostics are interchangeable, so that moved lines do not count. */
export function addedTo(before: readonly TypeFault[], after: readonly TypeFault[]): readonly TypeFault[] {
  const left = new Map<string, number>();
  const keyOf = ({ code, message }: TypeFault): string => `${code} ${message}`;
  for (const each of before) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  return after.filter((each) => {
    const remaining = left.get(keyOf(each)) ?? 0;
    left.set(keyOf(each), remaining - 1);
    return remaining <= 0;
  });
}

/** Cannot find a module or its types; cannot find a name such as `process`, whose types a package would bring. */
const PACKAGE_CODES: ReadonlySet<number> = new Set([
  2688, 2792, 7016, 2580, 2581, 2582, 2584, 2591, 2592, 2593, 2867, 2868, 2875,
]);

/** @param own the short forms of `paths` in the tsconfig, such as `@/*`: a module named by one is the project's, installed or not */
export function isAboutPackages(
  { code, message }: Pick<TypeFault, 'code' | 'message'>,
  own: readonly string[],
): boolean {
  const module = code === 2307 ? (/'([^']*)'/.exec(message)?.[1] ?? '') : null;
  if (module === null) return PACKAGE_CODES.has(code);
  return !/^\.{0,2}\//.test(module) && !own.some((form) => isNamedBy(form, module));
}

function isNamedBy(form: string, module: string): boolean {
  const [before = '', after] = form.split('*');
  if (after === undefined) return module === form;
  return before !== '' && module.startsWith(before) && module.endsWith(after);
}
