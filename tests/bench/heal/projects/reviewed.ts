import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { percent, type Target } from '../parts/part.js';

// What people found when they read the fixes of the pinned projects one by one (`projects/reviewed.json`).

/** A fix by its project, file and changed lines, so that no line of a project has to be kept here. */
export function fixId(project: string, file: string, diff: string): string {
  const changed = diff.split('\n').filter((line) => /^[-+](?![-+]{2} )/.test(line));
  return createHash('sha256')
    .update([project, file, ...changed].join('\n'))
    .digest('hex')
    .slice(0, 12);
}

export interface Reviewed {
  readonly right: ReadonlySet<string>;
  readonly wrong: ReadonlySet<string>;
  /**
   * Places a careful engineer would have mended and heal did not: `project RULE file:line`. Two rules that both have a
   * fix for one line are not among them: heal hands those over together by design, and the table counts them.
   */
  readonly missed: readonly string[];
}

export function readReviewed(here: string): Reviewed {
  const file = path.join(here, 'projects/reviewed.json');
  const read: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return { right: new Set(texts(read, 'right')), wrong: new Set(texts(read, 'wrong')), missed: texts(read, 'missed') };
}

function texts(value: unknown, key: string): readonly string[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

interface Healed {
  readonly name: string;
  readonly fixes: readonly string[];
  readonly left: readonly string[];
}

/** Of what was applied, how much is right; of what is right to mend, how much was applied. */
export function reviewTargets(reports: readonly Healed[], reviewed: Reviewed): readonly Target[] {
  const fixes = reports.flatMap((each) => each.fixes);
  const right = fixes.filter((id) => reviewed.right.has(id)).length;
  const wrong = fixes.filter((id) => reviewed.wrong.has(id)).length;
  const unknown = unreviewed(reports, reviewed).length;
  const left = new Set(reports.flatMap(({ name, left: own }) => own.map((each) => `${name} ${each}`)));
  const missed = reviewed.missed.filter((each) => left.has(each)).length;
  return [
    {
      claim: 'applied fixes nobody has reviewed: none',
      measured: `${unknown} of ${fixes.length}`,
      holds: unknown === 0,
    },
    {
      claim: 'applied fixes that are right: at least 99.8%',
      measured: percent(right, right + wrong),
      holds: right >= 0.998 * (right + wrong),
    },
    {
      claim: 'fixable places fixed: at least 97%',
      measured: percent(right, right + missed),
      holds: right >= 0.97 * (right + missed),
    },
  ];
}

export function unreviewed(reports: readonly Healed[], { right, wrong }: Reviewed): readonly string[] {
  return reports.flatMap(({ name, fixes }) =>
    fixes.filter((id) => !right.has(id) && !wrong.has(id)).map((id) => `${name} ${id}`),
  );
}
