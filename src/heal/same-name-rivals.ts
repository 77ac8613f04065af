import type { Attempt, HealOutcome } from '../model/heal-result.js';
import { refusedAttempt } from './attempt-site.js';
import type { Part } from './gates/gate.js';
import { escalated } from './locate.js';
import type { Plan } from './plan-fixes.js';
import { sharedNames } from './shared-names.js';
import type { Site } from './site.js';

/** What becomes of sites whose planned fixes would call different values of the file by one name: a person names them. */
export function sameNameRivals(
  plans: ReadonlyMap<Site, Plan>,
  path: string,
  text: string,
): ReadonlyMap<Site, readonly HealOutcome[]> {
  const fixes = [...plans].flatMap(([site, plan]) => {
    if (plan.kind === 'none') return [];
    const { candidate, edits } = plan.part;
    return [{ site, plan, path, line: lineOf(site), before: text, candidate, edits }];
  });
  return new Map(
    [...sharedNames(fixes)].map(([{ site, plan }, why]) => [
      site,
      site.members.map(({ violation }) => {
        return escalated(violation, reasonOf(why), withSharedName(plan.refused, plan.part.candidate, why));
      }),
    ]),
  );
}

function lineOf({ members }: Site): number {
  return members[0].place?.line ?? 1;
}

function reasonOf(why: string): string {
  return `${why} Give each value a name of its own, or mend them by hand.`;
}

function withSharedName(refused: readonly Attempt[], candidate: Part['candidate'], why: string): readonly Attempt[] {
  const objection = { kind: 'refused', condition: 'one-name-one-value', detail: why } as const;
  return [...refused, refusedAttempt(refused.length + 1, candidate, objection)];
}
