import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { CHECK_REPORTERS, HEAL_REPORTERS } from '../../src/reporters/index.js';
import { PLAIN, reportOf } from '../support/check-report.js';

const FINDING: Finding = {
  code: 'scope/empty',
  ruleId: null,
  file: null,
  line: null,
  message: 'Selects nothing at all.',
  help: null,
};

/** What a format makes of findings: a section that is there even when empty, one entry each, or nothing, for a reason. */
const CHECK: Readonly<Record<string, 'section' | 'entries' | string>> = {
  pretty: 'section',
  markdown: 'section',
  html: 'section',
  json: 'section',
  jsonl: 'section',
  compact: 'entries',
  github: 'entries',
  gitlab: 'entries',
  checkstyle: 'entries',
  junit: 'entries',
  sarif: 'entries',
  agent: 'a coding agent is told what to mend; findings are for the owner',
  'contract-test': 'the text is that of upstream, which has none',
};
const HEAL: Readonly<Record<string, 'section' | string>> = {
  pretty: 'section',
  markdown: 'section',
  json: 'section',
  diff: 'it is fit for git apply; what is said about it goes to stderr',
};

const checkText = (name: string, findings: readonly Finding[]): string =>
  CHECK_REPORTERS[name]?.render(reportOf([], { findings }), PLAIN) ?? '';

const healText = (name: string, findings: readonly Finding[]): string => {
  const run = { runId: 'run-1', dryRun: false, outcomes: [], changes: [], linesTouched: 0, problems: [] };
  const report = { result: { ...run, findings }, reportFile: null, found: [], patternsFile: null };
  return HEAL_REPORTERS[name]?.render(report, PLAIN) ?? '';
};

describe.each([
  ['check', CHECK_REPORTERS, CHECK, checkText],
  ['heal', HEAL_REPORTERS, HEAL, healText],
] as const)('findings in the reports of %s', (_, reporters, table, textOf) => {
  it('are known of every format', () => expect(Object.keys(reporters).sort()).toEqual(Object.keys(table).sort()));

  it.each(Object.entries(table))('%s: %s', (name, kind) => {
    const [none, one] = [textOf(name, []), textOf(name, [FINDING])];
    const isTold = kind === 'section' || kind === 'entries';
    expect(one.includes(FINDING.message)).toBe(isTold);
    if (kind === 'section') expect(none).toMatch(/finding/i);
    if (kind === 'entries') expect(one.length).toBeGreaterThan(none.length);
  });
});
