import { checkText } from '../engine/check-text.js';
import type { Rule } from '../model/contract.js';
import type { Violation } from '../model/violation.js';
import { isCode } from '../syntax/is-code.js';

/** What all rules that cover a file say about one text of it. */
export interface Look {
  readonly violations: readonly Violation[];
  /** Keys of `any` required checks that this text satisfies. */
  readonly satisfied: ReadonlySet<string>;
  /** Why some rule could not be judged; null when all could. */
  readonly undecided: string | null;
}

/** Looks at texts of one file; a text already looked at is remembered, because it is the next fix's "before". */
export function makeLook(path: string, rules: readonly Rule[]): (text: string) => Look {
  const known = new Map<string, Look>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const [oldest] = known.keys();
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    const report = checkText({ path, text }, rules, { isCode });
    const look: Look = {
      violations: report.violations,
      satisfied: new Set(report.satisfied),
      undecided: report.problems[0]?.message ?? null,
    };
    known.set(text, look);
    return look;
  };
}

const REMEMBERED = 4;
