import { NAMES } from './contestants.js';
import { type Measured, median, ratioText, short } from './race.js';
import type { Compared } from './same-results.js';

export interface SizeResults {
  readonly size: string;
  /** What the tree holds, such as `10,000 files, 41 MB`. */
  readonly holds: string;
  readonly scan: readonly Measured[];
  readonly staged: readonly Measured[];
  /** Times by number of rules. */
  readonly rules: readonly { readonly count: number; readonly all: readonly Measured[] }[];
  readonly same: readonly Compared[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** A limit the project set itself, as a ratio of medians. */
interface Limit {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
}

/** The tables of one size, in Markdown. */
export function resultsText(results: SizeResults): string {
  const { size, holds, scan, staged, rules, same, notes } = results;
  return [
    `## ${size}: ${holds}`,
    table(scan, NAMES.noCache),
    staged.length > 0 ? table(staged, NAMES.staged) : '',
    rules.length > 0 ? rulesTable(rules) : '',
    same.length > 0
      ? `Same results: ${same.map(({ way, isSame }) => `${way} ${isSame ? 'yes' : '**NO**'}`).join('; ')}.`
      : '',
    limitsTable(limitsOf(results)),
    ...notes.map((note) => `Left out: ${note}.`),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function table(all: readonly Measured[], against: string): string {
  const ours = all.find(({ name }) => name === against);
  const rows = all.map((each) => {
    const { name, times, cost } = each;
    const counted = cost === null ? ' | ' : `${cost.cpu.toFixed(0)} | ${Math.round(cost.peak / 1024 / 1024)}`;
    const ratio = ours === undefined || each === ours ? '' : ratioText(ours, each);
    return `| ${name} | ${median(times).toFixed(0)} | ${times.length} | ${counted} | ${ratio} |`;
  });
  return [`| | ms | runs | CPU ms | peak MB | ${against} / it |`, '|---|---:|---:|---:|---:|---:|', ...rows].join('\n');
}

function rulesTable(rules: SizeResults['rules']): string {
  const names = rules[0]?.all.map(({ name }) => name) ?? [];
  const first = rules[0]?.all ?? [];
  const cell = ({ all }: (typeof rules)[number], name: string): string => {
    const own = all.find((each) => each.name === name);
    const base = first.find((each) => each.name === name);
    return own && base ? `${median(own.times).toFixed(0)} (${short(median(own.times) / median(base.times))} ×)` : '';
  };
  return [
    `| ms, and against ${rules[0]?.count} rules | ${rules.map(({ count }) => `${count} rules`).join(' | ')} |`,
    `|---|${rules.map(() => '---:|').join('')}`,
    ...names.map((name) => `| ${name} | ${rules.map((each) => cell(each, name)).join(' | ')} |`),
  ].join('\n');
}

/** All ways to run a whole check. */
const OURS = [NAMES.full, NAMES.noCache, NAMES.same, NAMES.one];

export function limitsOf({ size, scan, staged, rules }: SizeResults): readonly Limit[] {
  const all = new Map([...scan, ...staged].map((each) => [each.name, each]));
  const took = (name: string): number => median(all.get(name)?.times ?? []);
  const ratio = (ours: string, theirs: string): number => took(ours) / took(theirs);
  const peaks = OURS.map((name) => all.get(name)?.cost?.peak ?? Number.NaN);
  const peak = Math.max(...peaks) / 1024 / 1024;
  const steps = [rules.at(0), rules.at(-1)].map((step) =>
    median(step?.all.find(({ name }) => name === NAMES.full)?.times ?? []),
  );
  const large = size === '100k';
  const limits: readonly (Limit | null)[] = [
    size === '1k'
      ? null
      : {
          what: '--no-cache / ripgrep, the same work',
          limit: large ? 0.35 : 0.7,
          measured: ratio(NAMES.noCache, NAMES.ripgrep),
        },
    size === '1k'
      ? null
      : { what: '--no-cache / its DFA run alone', limit: large ? 1 : 1.7, measured: ratio(NAMES.noCache, NAMES.dfa) },
    size === '10k'
      ? { what: '--no-cache / upstream-style scan', limit: 1 / 40, measured: ratio(NAMES.noCache, NAMES.upstream) }
      : null,
    size === '10k'
      ? { what: '1,000 rules / 10 rules', limit: 2.2, measured: (steps[1] ?? Number.NaN) / (steps[0] ?? Number.NaN) }
      : null,
    size === '1k'
      ? null
      : {
          what: 'one file changed / --no-cache',
          limit: large ? 0.15 : 0.35,
          measured: ratio(NAMES.one, NAMES.noCache),
        },
    { what: '--staged, 5 files / node -e 0', limit: 1.8, measured: ratio(NAMES.staged, NAMES.node) },
    size === '1k' ? null : { what: 'peak memory, MB', limit: large ? 250 : 90, measured: peak },
  ];
  return limits.filter((limit) => limit !== null).filter(({ measured }) => !Number.isNaN(measured));
}

function limitsTable(limits: readonly Limit[]): string {
  if (limits.length === 0) return '';
  const rows = limits.map(
    ({ what, limit, measured }) =>
      `| ${what} | ${short(limit)} | ${short(measured)} | ${measured <= limit ? 'held' : '**missed**'} |`,
  );
  return ['| limit | at most | measured | |', '|---|---:|---:|---|', ...rows].join('\n');
}
