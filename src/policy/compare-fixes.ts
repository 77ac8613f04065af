import type { AutoFix } from '../model/auto-fix.js';
import type { Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import { weakening } from './weakening.js';

/** Fixes a rule now lets heal make that it did not before: declared safe, or under fewer conditions. */
export function compareFixes(
  before: Rule,
  after: Rule,
  place: { readonly ruleId: string; readonly file: string; readonly line: number },
): readonly Finding[] {
  const known = before.checks.flatMap(({ autoFix }) => autoFix ?? []);
  const loosened = after.checks
    .flatMap(({ autoFix }) => autoFix ?? [])
    .filter((fix) => {
      const same = known.filter((each) => doing(each) === doing(fix));
      return same.length > 0 && same.every((each) => isLooser(each, fix));
    });
  return [...new Set(loosened.map(doing))].map(() =>
    weakening('fix-trusted', place, `A fix of ${after.id} is applied under fewer conditions than before.`),
  );
}

/** What a fix does, apart from when it may. */
function doing({ strategy, template, findReplace, text, anchor, importLine, target }: AutoFix): string {
  const found = findReplace && [String(findReplace.find), findReplace.replace];
  const where = anchor && ('regex' in anchor ? [anchor.kind, String(anchor.regex)] : anchor.kind);
  return JSON.stringify([strategy, template, found, text, where, importLine, target]);
}

function isLooser(before: AutoFix, after: AutoFix): boolean {
  const asks = new Set(after.when.map(({ name, argument }) => `${name}: ${argument}`));
  const lacks = before.when.some(({ name, argument }) => !asks.has(`${name}: ${argument}`));
  return lacks || (before.safety === 'unsafe' && after.safety === 'safe');
}
