import type { CheckSource } from '../engine/check-source.js';
import { checkText, type TextReport } from '../engine/check-text.js';
import { askOutside } from '../engine/inspection/ask-outside.js';
import type { SpeakersOf } from '../engine/inspection/prescan.js';
import { type BoundedAnswer, type Within, withoutLimit } from '../model/bounded.js';
import type { Check, Rule } from '../model/contract.js';
import type { Violation } from '../model/violation.js';
import { isCode } from '../syntax/is-code.js';

/** What all rules that cover a file say about one text of it. */
export interface Look {
  readonly violations: readonly Violation[];
  /** Keys of `any` required checks that this text satisfies. */
  readonly satisfied: ReadonlySet<string>;
  /** Why some rule could not be judged; null when all could. */
  readonly undecided: string | null;
  /** Ids of the rules that could not be judged. */
  readonly unjudged: ReadonlySet<string>;
}

/** Looks at texts of one file; a text already looked at is remembered, because it is the next fix's "before". */
export function makeLook(
  path: string,
  rules: readonly Rule[],
  within: Within = withoutLimit,
  speakersOf: SpeakersOf = () => null,
): (text: string) => Look {
  const known = new Map<string, Look>();
  const outside = askOutside(isCode, (work) => within(work));
  const check = (source: CheckSource, which: readonly Rule[]): BoundedAnswer<TextReport> => {
    let speakers: ReturnType<SpeakersOf> | undefined;
    return outside.bounded(() => {
      // The work may be started more than once.
      if (speakers === undefined) speakers = which === rules ? speakersOf(source.text, rules) : null;
      const asked = speakers;
      const wants = asked === null ? undefined : (_: Rule, each: Check) => asked.has(each);
      return checkText(source, which, { isCode: outside.isCode, wants });
    }, 0);
  };
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const [oldest] = known.keys();
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    const look = lookAt({ path, text }, rules, check);
    known.set(text, look);
    return look;
  };
}

const REMEMBERED = 4;

type Checker = (source: CheckSource, rules: readonly Rule[]) => BoundedAnswer<TextReport>;

/** All rules at once; where that is not the end of it, each alone, so that the guilty ones are known. */
function lookAt(source: CheckSource, rules: readonly Rule[], check: Checker): Look {
  const all = check(source, rules);
  if (all.kind === 'done' && all.value.problems.length === 0) return toLook([all.value], new Map());
  const reports: TextReport[] = [];
  const unjudged = new Map<string, string>();
  for (const rule of rules) {
    const alone = check(source, [rule]);
    if (alone.kind === 'done') reports.push(alone.value);
    const [problem] = alone.kind === 'done' ? alone.value.problems.map(({ message }) => message) : [outOfTime(rule)];
    if (problem !== undefined) unjudged.set(rule.id, problem);
  }
  return toLook(reports, unjudged);
}

function toLook(reports: readonly TextReport[], unjudged: ReadonlyMap<string, string>): Look {
  const [first = null] = unjudged.values();
  return {
    violations: reports.flatMap(({ violations }) => violations),
    satisfied: new Set(reports.flatMap(({ satisfied }) => satisfied)),
    undecided: first,
    unjudged: new Set(unjudged.keys()),
  };
}

function outOfTime(rule: Rule): string {
  return `${rule.id} does not come to its end on this text in time.`;
}
