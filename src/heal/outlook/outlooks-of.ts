import type { Within } from '../../model/bounded.js';
import type { HealOutlook } from '../../model/check-result.js';
import type { HealConfig } from '../../model/config.js';
import type { Check } from '../../model/contract.js';
import type { Finding } from '../../model/finding.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import type { Violation } from '../../model/violation.js';
import { memberOf } from '../site/site.js';
import { bestOf, isNeverMended, type Remedies, remediesFor } from './outlook.js';

/** So many violations are asked about at a time, so that an honest store never runs out of it. */
const CHUNK = 200;

/** After so many patterns that ran out of time, no stored pattern is asked any more. */
const PATIENCE = 3;

interface Asked {
  readonly violation: Violation;
  readonly remedies: Remedies;
}

/** What heal would try first for each violation. A stored pattern that runs out of time is named and left out. */
export function outlooksOf(
  violations: readonly Violation[],
  patterns: readonly FixPattern[],
  config: HealConfig,
  today: string,
  within: Within,
): { readonly outlooks: ReadonlyMap<Violation, HealOutlook>; readonly findings: readonly Finding[] } {
  const asked = withRemedies(violations, patterns, config);
  const outlooks = new Map<Violation, HealOutlook>();
  const stuck: FixPattern[] = [];
  for (let start = 0; start < asked.length; start += CHUNK) {
    const chunk = asked.slice(start, start + CHUNK);
    const answers = retry(chunk, stuck);
    for (const [index, { violation }] of chunk.entries()) {
      const outlook = answers[index] ?? null;
      if (outlook !== null) outlooks.set(violation, outlook);
    }
  }
  return { outlooks, findings: stuck.map(toFinding) };

  function retry(chunk: readonly Asked[], given: FixPattern[]): readonly (HealOutlook | null)[] {
    for (;;) {
      const isUsable = (pattern: FixPattern): boolean => given.length < PATIENCE && !given.includes(pattern);
      const at: { pattern: FixPattern | null } = { pattern: null };
      const note = (pattern: FixPattern): void => {
        at.pattern = pattern;
      };
      const answer = within(() =>
        chunk.map(({ violation, remedies: { learnt, declared } }) =>
          bestOf({ learnt: learnt.filter(isUsable), declared }, violation, config, today, note),
        ),
      );
      if (answer.kind === 'done') return answer.value;
      if (at.pattern === null) return [];
      given.push(at.pattern);
    }
  }
}

/** Those for which there is something to try. Asked once a check: a project may break one thousands of times. */
function withRemedies(
  violations: readonly Violation[],
  patterns: readonly FixPattern[],
  config: HealConfig,
): readonly Asked[] {
  const known = new Map<Check, Remedies | null>();
  const asked: Asked[] = [];
  for (const violation of violations) {
    if (isNeverMended(violation, config)) continue;
    const { check } = memberOf(violation);
    let remedies = known.get(check);
    if (remedies === undefined) {
      remedies = remediesFor(violation.rule, check, patterns);
      known.set(check, remedies);
    }
    if (remedies !== null) asked.push({ violation, remedies });
  }
  return asked;
}

function toFinding({ id, ruleId }: FixPattern): Finding {
  return {
    code: 'pattern-store/timeout',
    ruleId,
    file: null,
    line: null,
    message: `The stored pattern ${id} did not come to its end in time, so what heal would try is told without it.`,
    help: 'Simplify its `match`, or retire it with "specflow patterns retire".',
  };
}
