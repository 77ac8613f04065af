import type { FixPattern } from '../model/fix-pattern.js';

/** What a pattern leaves at the place, in one line for people. */
export function outcomeText({ strategy, replacementTemplate, find, importLine, when }: FixPattern): string {
  if (strategy === 'remove') return '(removed)';
  const imported = importLine === undefined ? '' : `  with  ${importLine}`;
  const what = find === undefined ? replacementTemplate : `${find.written} → ${replacementTemplate}`;
  return `${what}${imported}${when === undefined ? '' : `  only if  ${when.join(', ')}`}`;
}
