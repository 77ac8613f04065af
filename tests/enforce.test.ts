import { describe, expect, it } from 'vitest';
import { type EnforceRequest, enforce } from '../src/enforce.js';
import type { IsCode } from '../src/engine/check-source.js';
import { EMPTY_BASELINE } from '../src/exemptions/baseline.js';
import { updateBaseline } from '../src/exemptions/shrink-baseline.js';
import { DEFAULT_CONFIG } from '../src/model/config.js';
import type { Contract, Rule } from '../src/model/contract.js';
import type { Waiver } from '../src/model/exemption.js';
import type { FileRead } from '../src/platform/files/source-tree.js';
import { domains, forbidden, makeRule, required } from './support/make-rule.js';
import { makeTree } from './support/make-tree.js';

type Files = Readonly<Record<string, string | FileRead>>;
interface Options extends Pick<EnforceRequest, 'only' | 'baseline'> {
  readonly config?: Partial<EnforceRequest['config']>;
  readonly waivers?: readonly Waiver[];
  readonly contractFiles?: readonly string[];
  readonly unlisted?: readonly string[];
  readonly isCode?: IsCode;
}

function run(files: Files, rules: readonly Rule[], options: Options = {}) {
  const contract: Contract = {
    id: 'test',
    file: 'contracts/test.yml',
    version: null,
    owner: null,
    rules,
    advice: [],
    waivers: options.waivers ?? [],
  };
  const tree = { ...makeTree(files), unlisted: () => options.unlisted ?? [] };
  const result = enforce({
    tree,
    contracts: { contracts: [contract], problems: [], findings: [], files: options.contractFiles ?? [] },
    config: { ...DEFAULT_CONFIG, ...options.config },
    today: '2026-11-21',
    only: options.only,
    baseline: options.baseline,
    isCode: options.isCode,
  });
  return {
    result,
    reads: tree.reads,
    violations: result.violations.map(({ rule, file, place }) => `${rule.id} ${file ?? '-'}:${place?.line ?? '-'}`),
    problems: result.problems.map(({ code, file }) => `${code} ${file ?? '-'}`),
    findings: result.findings.map(({ code, file }) => `${code} ${file ?? '-'}`),
  };
}

const skipped = (reason: 'binary' | 'not-utf8' | 'too-big' | 'unreadable' | 'not-a-file'): FileRead => ({
  kind: 'skipped',
  reason,
  detail: 'so it is',
});

const NO_EVAL = makeRule({ id: 'NO-EVAL', scope: ['src/**/*.ts', '!**/*.test.ts'] }, forbidden(/eval/));
const AUTH = makeRule({ id: 'AUTH', scope: ['src/**'] }, required(/auth/));
const STRICT = makeRule({ id: 'STRICT', scope: ['src/**'] }, required(/strict/, { require: 'every' }));

describe('a full check', () => {
  it('judges the files in scope and reads no other', () => {
    const { violations, reads, result } = run(
      { 'src/a.ts': 'eval', 'src/b.ts': 'x\neval', 'src/a.test.ts': 'eval', 'lib/a.ts': 'eval' },
      [NO_EVAL],
    );
    expect(violations).toEqual(['NO-EVAL src/a.ts:1', 'NO-EVAL src/b.ts:2']);
    expect(reads).toEqual(['src/a.ts', 'src/b.ts']);
    expect([result.files, result.rules]).toEqual([2, 1]);
  });

  it('orders by file, place, rule and check, absences of a scope last', () => {
    const rules = [
      makeRule({ id: 'Z' }, required(/never/), forbidden(/b/)),
      makeRule({ id: 'A' }, forbidden(/c/), forbidden(/b/), required(/never/, { require: 'every' })),
    ];
    expect(run({ 'b.ts': 'abc', 'a.ts': 'b', 'B.ts': 'c' }, rules).violations).toEqual([
      'A B.ts:-',
      'A B.ts:1',
      'A a.ts:-',
      'A a.ts:1',
      'Z a.ts:1',
      'A b.ts:-',
      'A b.ts:1',
      'Z b.ts:1',
      'A b.ts:1',
      'Z -:-',
    ]);
  });

  it('asks for a required pattern until one file has it', () => {
    const files = { 'src/a.ts': 'x', 'src/b.ts': 'auth', 'src/c.ts': 'x' };
    expect(run(files, [AUTH])).toMatchObject({ violations: [], reads: ['src/a.ts', 'src/b.ts'] });
    expect(run({ 'src/a.ts': 'x' }, [AUTH]).violations).toEqual(['AUTH -:-']);
    expect(run(files, [STRICT]).violations).toEqual(['STRICT src/a.ts:-', 'STRICT src/b.ts:-', 'STRICT src/c.ts:-']);
  });

  it('never passes an empty scope in silence', () => {
    const { violations, findings } = run({ 'lib/a.ts': '' }, [NO_EVAL, AUTH, STRICT]);
    expect(violations).toEqual(['AUTH -:-', 'STRICT -:-']);
    expect(findings).toEqual(['scope/empty contracts/test.yml']);
  });

  it('reports a glob that selects nothing in a scope that does', () => {
    const rule = makeRule({ scope: ['src/**', 'sorce/**'] }, forbidden(/x/));
    expect(run({ 'src/a.ts': '' }, [rule]).findings).toEqual(['scope/inert-glob contracts/test.yml']);
  });

  it('looks at no contract, nothing of its own, and nothing excluded', () => {
    const everything = makeRule({ scope: ['**/*'] }, forbidden(/eval/));
    const files = {
      'contracts/test.yml': 'eval',
      'contracts/broken.yml': 'eval',
      '.specflow/x.json': 'eval',
      'gen/a.ts': 'eval',
    };
    const options = { contractFiles: ['contracts/test.yml', 'contracts/broken.yml'], config: { exclude: ['gen/'] } };
    expect(run({ ...files, 'a.ts': 'eval' }, [everything], options).violations).toEqual(['RULE-1 a.ts:1']);
  });

  it('hands the judge of code through', () => {
    const rule = makeRule({}, forbidden(/eval/, { match: 'code' }));
    expect(run({ 'a.ts': '// eval' }, [rule], { isCode: () => false }).violations).toEqual([]);
    expect(run({ 'a.ts': '// eval' }, [rule]).violations).toHaveLength(1);
  });

  it('gives the same answer whatever the order of rules', () => {
    const files = { 'src/a.ts': 'eval', 'src/b.ts': 'https://a.b eval' };
    const rules = [NO_EVAL, AUTH, STRICT, makeRule({ id: 'HOST' }, domains('allow', []))];
    expect(run(files, rules).violations).toEqual(run(files, rules.toReversed()).violations);
  });
});

describe('files that cannot be looked at', () => {
  it.each(['binary', 'not-utf8', 'too-big', 'unreadable'] as const)(
    'a %s file in scope leaves the check incomplete',
    (reason) => {
      const { problems, result } = run({ 'src/a.ts': skipped(reason) }, [NO_EVAL, STRICT]);
      expect(problems).toEqual([`file/${reason} src/a.ts`]);
      expect(result.problems[0]).toMatchObject({ severity: 'incomplete', message: expect.stringContaining('2 rules') });
    },
  );

  it('out of scope they do not matter', () => {
    expect(run({ 'lib/a.ts': skipped('unreadable'), 'src/a.ts': '' }, [NO_EVAL])).toMatchObject({
      problems: [],
      reads: ['src/a.ts'],
    });
  });

  it('media, links and pipes are summarised and harm nothing; an unreadable picture still does', () => {
    const files = {
      'src/a.png': skipped('binary'),
      'src/b.JPG': skipped('too-big'),
      'src/c.woff2': skipped('not-utf8'),
      'src/link.ts': skipped('not-a-file'),
      'src/d.png': skipped('unreadable'),
      'src/z.ts': 'auth',
    };
    const { problems, findings } = run(files, [AUTH]);
    expect(problems).toEqual(['file/unreadable src/d.png']);
    expect(findings).toEqual(['file/binary -', 'file/not-a-file src/link.ts']);
  });

  it('no pattern is called absent while a file was not looked at', () => {
    const { violations, problems } = run({ 'src/a.ts': skipped('not-utf8'), 'src/b.ts': 'x' }, [AUTH]);
    expect([violations, problems]).toEqual([[], ['check/undecided contracts/test.yml', 'file/not-utf8 src/a.ts']]);
    expect(run({ 'src/a.png': skipped('binary'), 'src/b.ts': 'x' }, [AUTH]).violations).toEqual(['AUTH -:-']);
  });

  it('a file that is gone is no part of the scope', () => {
    expect(run({ 'src/a.ts': { kind: 'gone' } }, [NO_EVAL, STRICT])).toMatchObject({
      violations: ['STRICT -:-'],
      findings: ['scope/empty contracts/test.yml'],
    });
  });

  it('a folder nobody could list is a problem, unless it is excluded', () => {
    expect(run({}, [], { unlisted: ['pgdata', 'src/x'] }).problems).toEqual([
      'file/unlisted-folder pgdata',
      'file/unlisted-folder src/x',
    ]);
    expect(run({}, [], { unlisted: ['.specflow/cache', '.specflow/runs/x'] }).problems).toEqual([]);
    expect(run({}, [], { unlisted: ['pgdata'], config: { exclude: ['pgdata/**'] } }).problems).toEqual([]);
    const only = { paths: ['src'] };
    expect(run({ 'src/a.ts': '' }, [], { unlisted: ['pgdata', 'src/x'], only }).problems).toEqual([
      'file/unlisted-folder src/x',
    ]);
  });
});

describe('a check of some files', () => {
  const files = {
    'src/a.ts': 'eval',
    'src/b.ts': 'eval',
    'src/deep/c.ts': 'eval',
    'lib/d.ts': 'eval',
    'src/e.test.ts': '',
  };

  it('judges only what changed', () => {
    const only = { changed: new Set(['src/b.ts', 'lib/d.ts']) };
    const { violations, reads, result } = run(files, [NO_EVAL, STRICT], { only });
    expect(violations).toEqual(['STRICT src/b.ts:-', 'NO-EVAL src/b.ts:1']);
    expect([reads, result.rules]).toEqual([['src/b.ts'], 2]);
  });

  it('says nothing of rules without a changed file in scope, empty scopes included', () => {
    const empty = makeRule({ scope: ['none/**'] }, forbidden(/x/), required(/y/));
    const { violations, findings, result } = run(files, [NO_EVAL, AUTH, empty], {
      only: { changed: new Set(['lib/d.ts']) },
    });
    expect([violations, findings, result.rules]).toEqual([[], [], 0]);
  });

  it('looks for a required pattern in the whole scope, if a changed file is in it', () => {
    const only = { changed: new Set(['src/b.ts']) };
    expect(run({ ...files, 'src/z.ts': 'auth eval' }, [AUTH, NO_EVAL], { only }).violations).toEqual([
      'NO-EVAL src/b.ts:1',
    ]);
    expect(run(files, [AUTH], { only }).violations).toEqual(['AUTH -:-']);
    const alone = run({ 'src/b.ts': 'auth', 'src/a.ts': '' }, [AUTH], { only });
    expect(alone.reads).toEqual(['src/b.ts']);
  });

  it('misses no unchanged file that cannot be read, once another holds what it was looked at for', () => {
    const only = { changed: new Set(['src/b.ts']) };
    const unread = { ...files, 'src/a.ts': skipped('binary') };
    const told = (more: Files) => run({ ...unread, ...more }, [AUTH], { only }).result.problems.map(({ code }) => code);
    expect(told({ 'src/z.ts': 'auth' })).toEqual([]);
    expect(told({})).toEqual(['check/undecided', 'file/binary']);
  });

  it('asks for a required pattern again when a file of its scope went', () => {
    const lost = { changed: new Set<string>(), removed: new Set(['src/login.ts']) };
    expect(run({ 'src/b.ts': 'x' }, [AUTH, STRICT, NO_EVAL], { only: lost })).toMatchObject({
      violations: ['AUTH -:-'],
      reads: ['src/b.ts'],
      result: { rules: 1 },
    });
    expect(run({ 'src/b.ts': 'auth' }, [AUTH], { only: lost }).violations).toEqual([]);
    const elsewhere = { ...lost, removed: new Set(['lib/login.ts']) };
    expect(run({ 'src/b.ts': 'x' }, [AUTH], { only: elsewhere }).result.rules).toBe(0);
    const below = { ...lost, paths: ['src/deep'] };
    expect(run({ 'src/b.ts': 'x', 'src/deep/c.ts': 'x' }, [AUTH], { only: below }).result.rules).toBe(0);
  });

  it('reads ahead only what may be needed', () => {
    const announced: (readonly string[])[] = [];
    const tree = {
      ...makeTree({ ...files, 'src/z.ts': 'auth' }),
      prefetch: (paths: readonly string[]) => announced.push(paths),
    };
    const contracts = { problems: [], findings: [], files: [] };
    const contract = { id: 't', file: 't.yml', version: null, owner: null, advice: [], waivers: [] };
    enforce({
      tree,
      contracts: { ...contracts, contracts: [{ ...contract, rules: [NO_EVAL, AUTH] }] },
      config: DEFAULT_CONFIG,
      today: '2026-11-21',
      only: { changed: new Set(['src/a.ts']) },
    });
    expect(announced).toEqual([['src/a.ts'], ['src/b.ts', 'src/deep/c.ts', 'src/e.test.ts', 'src/z.ts']]);
  });

  it('takes files and folders', () => {
    expect(run(files, [NO_EVAL], { only: { paths: ['src/deep', 'src/a.ts', 'lib'] } }).violations).toEqual([
      'NO-EVAL src/a.ts:1',
      'NO-EVAL src/deep/c.ts:1',
    ]);
    expect(run(files, [NO_EVAL], { only: { paths: ['.'] } }).violations).toHaveLength(3);
  });

  it.each([
    [{ paths: ['src/missing.ts'] }, 'usage/path-not-found'],
    [{ paths: ['../elsewhere'] }, 'usage/path-outside'],
    [{ ruleIds: ['NO-EVIL'] }, 'usage/unknown-rule'],
    [{ contractIds: ['tset'] }, 'usage/unknown-contract'],
  ])('refuses %j', (only, code) => {
    expect(() => run(files, [NO_EVAL], { only })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  });
});

describe('exemptions', () => {
  const soft = makeRule({ id: 'SOFT', severity: 'warning' }, forbidden(/eval/));
  const waiver: Waiver = {
    ruleId: 'NO-EVAL',
    reason: 'legacy',
    owner: '@ana',
    expires: '2026-12-01',
    expiresWritten: '2026-12-01',
    trackingIssue: null,
    approvedBy: null,
    files: ['src/a.ts'],
    declaredAt: { file: 'contracts/test.yml', line: 1, column: 1 },
  };

  it('stay in the result, marked', () => {
    const files = { 'src/a.ts': '// specflow-ignore-next-line SOFT -- fine here\neval' };
    const { result, findings } = run(files, [soft, NO_EVAL], { waivers: [waiver] });
    expect(result.violations.map(({ rule, exemption }) => [rule.id, exemption?.kind])).toEqual([
      ['NO-EVAL', 'waiver'],
      ['SOFT', 'suppression'],
    ]);
    expect(findings).toEqual([]);
  });

  it('are called idle only by a run that looked', () => {
    const files = { 'src/a.ts': '// specflow-ignore-next-line SOFT -- fine here\nclean', 'src/b.ts': '' };
    const codes = (only: Options['only']) => run(files, [soft, NO_EVAL], { waivers: [waiver], only }).findings;
    expect(codes(undefined)).toEqual(['waiver/unused contracts/test.yml', 'suppression/unused src/a.ts']);
    expect(codes({ ruleIds: ['NO-EVAL'] })).toEqual(['waiver/unused contracts/test.yml']);
    expect(codes({ changed: new Set(['src/b.ts']) })).toEqual([]);
    expect(codes({ paths: ['src/a.ts'] })).toEqual(['suppression/unused src/a.ts']);
  });
});

describe('a baseline', () => {
  const before = { 'src/a.ts': 'eval', 'src/b.ts': 'eval', 'src/c.ts': 'x' };
  const RULES = [NO_EVAL, AUTH, STRICT];
  const baselineOf = (files: Files, rules: readonly Rule[]) =>
    updateBaseline(run(files, rules).result.violations, EMPTY_BASELINE, () => true, true).baseline;
  const baseline = baselineOf(before, RULES);
  const counted = (files: Files, options: Options = {}) =>
    run(files, RULES, { baseline, ...options }).result.violations.flatMap(({ exemption, rule, file }) =>
      exemption === null ? [`${rule.id} ${file}`] : [],
    );

  it('excuses what it knows, absences included, and nothing else', () => {
    const { result, findings } = run(before, RULES, { baseline });
    expect(result.violations).toHaveLength(6);
    expect(new Set(result.violations.map(({ exemption }) => exemption?.kind))).toEqual(new Set(['baseline']));
    expect(findings).toEqual([]);
    expect(counted({ ...before, 'src/a.ts': 'eval\neval()', 'src/d.ts': 'strict' })).toEqual(['NO-EVAL src/a.ts']);
  });

  it('is told what is gone: mended, deleted, out of scope, or of a rule that is no more', () => {
    const after = { 'src/a.ts': 'strict', 'src/c.ts': 'auth' };
    expect(run(after, RULES, { baseline }).findings).toEqual([
      'baseline/stale -',
      'baseline/stale src/a.ts',
      'baseline/stale src/a.ts',
      'baseline/stale src/b.ts',
      'baseline/stale src/b.ts',
    ]);
    expect(run(before, [AUTH, STRICT], { baseline }).findings).toEqual([
      'baseline/stale src/a.ts',
      'baseline/stale src/b.ts',
    ]);
  });

  it('is not called stale by a check that did not look', () => {
    const clean = { 'src/a.ts': 'strict auth', 'src/b.ts': 'strict', 'src/c.ts': 'strict' };
    const staleOf = (options: Options, files: Files = clean) => run(files, RULES, { baseline, ...options }).findings;
    expect(staleOf({})).toHaveLength(6);
    expect(staleOf({ only: { ruleIds: ['AUTH'] } })).toEqual(['baseline/stale -']);
    expect(staleOf({ only: { changed: new Set(['src/b.ts']) } })).toEqual([
      'baseline/stale -',
      'baseline/stale src/b.ts',
      'baseline/stale src/b.ts',
    ]);
    expect(staleOf({}, { ...clean, 'src/c.ts': skipped('not-utf8') })).toEqual([]);
    expect(staleOf({ unlisted: ['src/private'] })).toEqual([]);
  });
});
