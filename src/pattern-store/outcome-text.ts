import type { FixPattern } from '../model/fix-pattern.js';

/** What a pattern leaves at the place, in one line for people. */
export function outcomeText({ strategy, replacementTemplate, importLine, when }: FixPattern): string {
  if (strategy === 'remove') return '(removed)';
  const imported = importLine === undefined ? '' : `  with  ${importLine}`;
  return `${replacementTemplate}${imported}${when === undefined ? '' : `  only if  ${when.join(', ')}`}`;
}
