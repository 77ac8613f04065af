import type { FixPattern } from '../model/fix-pattern.js';

/** What a pattern leaves at the place, in one line for people. */
export function outcomeText({ strategy, replacementTemplate, importLine }: FixPattern): string {
  if (strategy === 'remove') return '(removed)';
  return importLine === undefined ? replacementTemplate : `${replacementTemplate}  with  ${importLine}`;
}
