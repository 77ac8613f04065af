import type { HealOutcome } from '../model/heal-result.js';
import { withOnly } from './blame-fixes.js';
import type { AppliedFix, FileDraft } from './heal-file.js';
import { escalated } from './locate.js';
import { reasonOf, withSharedName } from './same-name-rivals.js';
import { sharedNames } from './shared-names.js';

/**
 * The drafts without the fixes that would call different values by one name, be it in different files: nothing that
 * all files read by that name can be right for each of them. A file with such fixes is healed anew without them.
 */
export async function withoutSharedNames(drafts: readonly FileDraft[]): Promise<{
  readonly drafts: readonly FileDraft[];
  /** What becomes of the violations whose fixes were left out. */
  readonly outcomes: readonly HealOutcome[];
}> {
  const all = drafts.flatMap((draft) =>
    draft.fixes.map((fix) => ({ ...fix, path: draft.path, line: lineOf(fix), fix })),
  );
  const shared = sharedNames(all);
  if (shared.size === 0) return { drafts, outcomes: [] };
  const attempts = new Map(drafts.flatMap((draft) => draft.outcomes.map((each) => [each.violation, each.attempts])));
  const outcomes = [...shared].flatMap(([{ fix }, why]) => {
    return fix.violations.map((violation) => {
      const refused = (attempts.get(violation) ?? []).filter(({ outcome }) => outcome !== 'kept');
      return escalated(violation, reasonOf(why), withSharedName(refused, fix.candidate, why));
    });
  });
  const kept = all.filter((each) => !shared.has(each)).map(({ fix }) => fix);
  // Healed anew, another fix may be found for what is left.
  const rest = await withoutSharedNames(await withOnly(drafts, kept));
  return { drafts: rest.drafts, outcomes: [...outcomes, ...rest.outcomes] };
}

function lineOf({ violations }: AppliedFix): number {
  return violations[0]?.place?.line ?? 1;
}
