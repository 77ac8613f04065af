import { describe, expect, it } from 'vitest';
import type { Violation } from '../../src/model/violation.js';
import { type MatchedMentions, matchMentions } from '../../src/run-outputs/match-mentions.js';
import type { Mention } from '../../src/run-outputs/mention.js';
import { absenceOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const markup = makeRule({ id: 'SEC-003' }, forbidden(/innerHTML/));
const debug = makeRule({ id: 'PROD-004' }, forbidden(/debugger/));
const hooks = makeRule({ id: 'ARCH-002' }, required(/useQuery/));

const violations: readonly Violation[] = [
  ...violationsIn('src/a.ts', 'x\ninnerHTML\ndebugger\ninnerHTML\n', markup, debug),
  ...violationsIn('src/b.ts', '\n\ninnerHTML\n', markup),
  absenceOf(hooks),
];

function match(
  mention: Partial<Mention>,
  more: { readonly root?: string; readonly folder?: string } = {},
): MatchedMentions {
  const mentions = [{ ruleIds: ['SEC-003'], places: [], isNowhere: false, fingerprint: null, ...mention }];
  return matchMentions(mentions, {
    violations,
    ruleIds: ['SEC-003', 'PROD-004', 'ARCH-002', 'CLEAN-1'],
    files: ['src/a.ts', 'src/b.ts', 'src/clean.ts', 'index.ts'],
    contractFiles: ['contracts/a.yml'],
    root: '/project',
    folder: '',
    ...more,
  });
}

const at = (file: string, line: number | null = null) => ({ places: [{ file, line }] });
const told = ({ violations: found, findings, problems }: MatchedMentions): readonly string[] => [
  ...found.map(({ rule, file, place }) => `${rule.id} ${file}:${place?.line ?? ''}`),
  ...[...findings, ...problems].map(({ code }) => code),
];

describe('a mention', () => {
  it.each<[string, Partial<Mention>, readonly string[]]>([
    ['of a line means that line', at('src/a.ts', 4), ['SEC-003 src/a.ts:4']],
    ['of a file means all of the rule in it', at('src/a.ts'), ['SEC-003 src/a.ts:2', 'SEC-003 src/a.ts:4']],
    ['of a rule means all of it', {}, ['SEC-003 src/a.ts:2', 'SEC-003 src/a.ts:4', 'SEC-003 src/b.ts:3']],
    ['is followed where only one can be meant', at('src/b.ts', 77), ['SEC-003 src/b.ts:3']],
    ['is not guessed where two can', at('src/a.ts', 77), ['from/not-violated']],
    ['of what is fine by now is told', at('src/clean.ts', 1), ['from/not-violated']],
    ['of a clean rule is told', { ruleIds: ['CLEAN-1'] }, ['from/not-violated']],
    ['of two rules means either', { ruleIds: ['PROD-004', 'CLEAN-1'], ...at('src/a.ts', 3) }, ['PROD-004 src/a.ts:3']],
    ['of nothing anywhere', { ruleIds: ['ARCH-002'], isNowhere: true }, ['ARCH-002 null:']],
    ['at a contract', { ruleIds: ['ARCH-002'], ...at('contracts/a.yml', 9) }, ['ARCH-002 null:']],
    ['of an unknown rule', { ruleIds: ['SEC-9'] }, ['from/unknown-rule']],
    ['of no rule', { ruleIds: [], ...at('src/a.ts', 2) }, ['from/no-rule']],
    ['of an unknown file', at('src/gone.ts', 2), ['from/unknown-file']],
  ])('%s', (_, mention, expected) => {
    expect(told(match(mention))).toEqual(expected);
  });

  it('goes by its fingerprint first', () => {
    const fingerprint = violations.find(({ file }) => file === 'src/b.ts')?.fingerprint ?? null;
    expect(told(match({ ...at('src/moved.ts', 1), fingerprint }))).toEqual(['SEC-003 src/b.ts:3']);
    expect(told(match({ ...at('src/a.ts', 2), fingerprint: 'another' }))).toEqual(['SEC-003 src/a.ts:2']);
  });

  it.each([
    ['./src/b.ts', {}],
    ['src\\b.ts', {}],
    ['/project/src/b.ts', {}],
    ['file:///project/src/b.ts', {}],
    ['/builds/shop/shop/src/b.ts', {}],
    ['D:\\a\\shop\\src\\b.ts', {}],
    ['b.ts', { folder: 'src' }],
  ])('finds its file from %s', (file, more) => {
    expect(told(match(at(file, 3), more))).toEqual(['SEC-003 src/b.ts:3']);
  });

  it.each(['/elsewhere/b.ts', 'b.ts', '/repo/other/index.ts', '../src/b.ts', 'a/../src/b.ts'])(
    'does not guess a file from %s',
    (file) => {
      expect(told(match(at(file, 3)))).toEqual(['from/unknown-file']);
    },
  );

  it('names where else the rule is broken in that file', () => {
    expect(match(at('src/a.ts', 77)).findings[0]?.message).toContain('on line 2, 4');
  });
});
