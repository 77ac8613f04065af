import type { Rule } from '../../model/contract.js';
import type { SuppressionsRead } from '../../model/suppression.js';
import type { CheckSource, IsCode } from '../check-source.js';
import { inspectText } from './inspect-text.js';
import { inspectWithin } from './inspect-within.js';
import type { Inspect, Inspection } from './inspection.js';
import type { Foresight, Speaker } from './prescan.js';
import { replay } from './replay.js';
import { SILENCE } from './silence.js';
import type { TimeBudget } from './time-budget.js';
import type { Verdicts } from './verdicts.js';

export interface AheadRequest {
  readonly budget: TimeBudget;
  readonly foresight: () => Foresight | null;
  readonly rulesOf: (file: string) => readonly Rule[];
  readonly read: (file: string) => SourceRead;
  readonly isCode: IsCode | undefined;
  readonly verdicts?: Verdicts | undefined;
}

export type SourceRead =
  | { readonly kind: 'source'; readonly source: CheckSource; readonly suppressions: SuppressionsRead }
  | Exclude<Inspection, { kind: 'text' }>;

/** The watchdog costs as much as judging a few files, so that many share it; but not so many that they fill the memory. */
const TOGETHER = 64;
const UNITS_TOGETHER = 1024 * 1024;

/** Judges only what the prescan says has something to say, and many files at a time as long as none takes too long. */
export function inspectAhead({ budget, foresight, rulesOf, read, isCode, verdicts }: AheadRequest): Inspect {
  let ready = new Map<string, Inspection>();
  let isSlow = false;

  const judge = (speakers: readonly Speaker[]): void => {
    ready = new Map();
    const texts: { readonly speaker: Speaker; readonly text: Extract<SourceRead, { kind: 'source' }> }[] = [];
    let units = 0;
    for (const speaker of speakers) {
      const known = verdicts?.recall(speaker.file) ?? null;
      if (known !== null) {
        ready.set(speaker.file, known);
        continue;
      }
      const seen = read(speaker.file);
      if (seen.kind === 'source') texts.push({ speaker, text: seen });
      else ready.set(speaker.file, seen);
      units += seen.kind === 'source' ? seen.source.text.length : 0;
      if (units >= UNITS_TOGETHER) break;
    }
    if (texts.length === 0) return;
    const answer = budget.together(() => {
      for (const { speaker, text } of texts) {
        const { checks, file } = speaker;
        // Done before the work was started again.
        if (ready.has(file)) continue;
        const rules = rulesOf(file).filter((rule) => rule.checks.some((check) => checks.has(check)));
        const seen = inspectText(text.source, rules, (_, check) => checks.has(check), isCode, text.suppressions);
        ready.set(file, seen);
      }
    });
    isSlow = answer.kind === 'timeout';
    for (const { speaker } of verdicts && !isSlow ? texts : []) {
      const seen = ready.get(speaker.file);
      if (seen?.kind === 'text') verdicts?.keep(speaker.file, seen);
    }
  };

  return (path, rules, wants) => {
    const ahead = foresight();
    const word = ahead?.wordOf(path) ?? null;
    if (word?.kind === 'silent') return SILENCE;
    if (ahead && word !== null && !isSlow && !ready.has(path)) judge(ahead.speakers(TOGETHER));
    if (word !== null && ready.has(path)) return replay(ready)(path, rules, wants);

    const seen = read(path);
    if (seen.kind !== 'source') return seen;
    const checks = word?.checks;
    return inspectWithin(
      budget,
      seen.source,
      checks ? rules.filter((rule) => rule.checks.some((check) => checks.has(check))) : rules,
      checks ? (rule, check) => checks.has(check) && wants(rule, check) : wants,
      isCode,
      seen.suppressions,
    );
  };
}
