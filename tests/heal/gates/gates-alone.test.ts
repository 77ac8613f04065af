import { describe, expect, it } from 'vitest';
import type { FileDraft } from '../../../src/heal/file-draft.js';
import type { Gate } from '../../../src/heal/gates/gate.js';
import { GATES } from '../../../src/heal/gates/index.js';
import { healFile } from '../../../src/heal/heal-file.js';
import type { Proposer } from '../../../src/heal/proposers/candidate.js';
import { classify } from '../../../src/heal/site/classify.js';
import { DEFAULT_CONFIG } from '../../../src/model/config.js';
import type { Rule } from '../../../src/model/contract.js';
import type { AttemptOutcome } from '../../../src/model/heal-result.js';
import type { TypeChecker } from '../../../src/semantics/types/type-checker.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';
import { recheck } from '../../support/recheck.js';
import { CALL, CALL_RULE, MENDED } from '../calls.js';
import { healProject } from '../heal-project.js';

/** A remedy that replaces what its regex finds in the match and asks nobody. */
interface Careless {
  readonly find: RegExp;
  readonly replace: string;
  /** Whether the remedy looks for its regex by itself, as stored patterns do. */
  readonly triggers?: boolean;
}

interface Harm {
  readonly name: string;
  readonly outcome: AttemptOutcome;
  readonly rules: readonly [Rule, ...Rule[]];
  readonly before: string;
  readonly harm: string;
  readonly remedy: Careless;
  readonly typeChecker?: TypeChecker;
}

function proposerOf({ find, replace, triggers }: Careless): Proposer {
  return () => [
    {
      source: 'careless',
      pattern: null,
      onlySuggested: null,
      trigger: triggers ? find : null,
      instruction: null,
      fix: ({ text, place }) => {
        const range = place?.range ?? { start: 0, end: 0 };
        const written = place === null ? replace : place.match.replace(new RegExp(find.source), replace);
        if (text.length === 0) throw new Error('nothing to mend');
        return { kind: 'fix', fix: { edits: [{ range, text: written }], applicability: 'safe' } };
      },
    },
  ];
}

function heal({ rules, before, remedy, typeChecker }: Harm, gates: readonly Gate[]): Promise<FileDraft> {
  const path = 'src/a.ts';
  const [rule] = rules;
  const violations = recheck(rule, { path, text: before }, { requiredAny: 'here' }) ?? [];
  return healFile({
    path,
    bom: false,
    text: before,
    sites: classify(violations).sites.get(path) ?? [],
    reported: violations,
    rules,
    context: {
      proposers: [proposerOf(remedy)],
      gates,
      patterns: [],
      config: DEFAULT_CONFIG.healLoop,
      today: '2026-01-15',
      settles: () => true,
      typeChecker,
    },
  });
}

const noFoo = makeRule({ id: 'FOO' }, forbidden(/\bfoo\(\d\)/));
const noBar = makeRule({ id: 'BAR' }, forbidden(/\bbar\(/));
const needsAuth = makeRule({ id: 'AUTH' }, required(/auth\(\)/, { require: 'every' }));
const wrongTypes: TypeChecker = {
  added: (file, _, after) => (after.includes('baz') ? [{ file, line: 1, code: 'TS2304', message: 'No baz.' }] : []),
  doubtful: (changes) => new Set(changes.map(({ path }) => path)),
  keep: () => undefined,
  unresolved: () => null,
};

const HARMS: readonly Harm[] = [
  {
    name: 'still-fixed',
    outcome: 'still_violates',
    rules: [makeRule({ id: 'FOO' }, forbidden(/\bfoo\(/))],
    before: 'foo(1);\n',
    harm: 'foo( 1);\n',
    remedy: { find: /\(/, replace: '( ' },
  },
  {
    name: 'parses',
    outcome: 'syntax_error',
    rules: [noFoo],
    before: 'foo(1);\n',
    harm: 'baz(1;\n',
    remedy: { find: /foo\(1\)/, replace: 'baz(1' },
  },
  {
    name: 'no-new-violation',
    outcome: 'new_violation',
    rules: [noFoo, noBar],
    before: 'foo(1);\n',
    harm: 'bar(1);\n',
    remedy: { find: /foo/, replace: 'bar' },
  },
  {
    name: 'not-gamed',
    outcome: 'gamed',
    rules: [needsAuth],
    before: 'run();\n',
    harm: '// auth()\nrun();\n',
    remedy: { find: /^/, replace: '// auth()\n' },
  },
  {
    name: 'idempotent',
    outcome: 'not_idempotent',
    rules: [makeRule({ id: 'FOO' }, forbidden(/\bfoo\(1\)/))],
    before: 'foo(1);\n',
    harm: 'foo(11);\n',
    remedy: { find: /foo\(1/g, replace: 'foo(11', triggers: true },
  },
  {
    name: 'types',
    outcome: 'type_error',
    rules: [noFoo],
    before: 'foo(1);\n',
    harm: 'baz(1);\n',
    remedy: { find: /foo/, replace: 'baz' },
    typeChecker: wrongTypes,
  },
];

describe('each gate alone stops a harm', () => {
  it.each(HARMS)('$name', async (harm) => {
    const gate = GATES.filter(({ name }) => name === harm.name);
    const others = GATES.filter(({ name }) => name !== harm.name);
    expect(gate).toHaveLength(1);

    const unjudged = await heal(harm, others);
    expect([unjudged.after, unjudged.outcomes[0]?.status]).toEqual([harm.harm, 'healed']);

    for (const gates of [gate, GATES]) {
      const judged = await heal(harm, gates);
      expect([judged.after, judged.outcomes[0]?.status]).toEqual([harm.before, 'escalated']);
      expect(judged.outcomes[0]?.attempts).toMatchObject([{ outcome: harm.outcome, gate: harm.name }]);
    }
  });

  it('and none is left out', () => {
    const shown = [...HARMS.map(({ name }) => name), 'no-change', 'no-cycle'];
    expect(GATES.map(({ name }) => name).sort()).toEqual(shown.sort());
  });

  it('no-change: nothing is credited to a remedy that did nothing, whoever made the violation go', async () => {
    const rule = makeRule({ id: 'FOO' }, forbidden(/foo\(1\)(?=[\s\S]*foo\(2\))|foo\(2\)/));
    const remedy = { find: /foo\(2/, replace: 'baz(2' };
    const harm: Harm = {
      name: '',
      outcome: 'no_change',
      rules: [rule],
      before: 'foo(1);\nfoo(2);\n',
      harm: '',
      remedy,
    };
    const credited = async (gates: readonly Gate[]) => {
      const { after, outcomes } = await heal(harm, gates);
      expect(after).toBe('foo(1);\nbaz(2);\n');
      return outcomes.map(({ iterations }) => iterations).sort();
    };
    expect(await credited(GATES.filter(({ name }) => name !== 'no-change'))).toEqual([1, 1]);
    expect(await credited(GATES.filter(({ name }) => name === 'no-change'))).toEqual([0, 1]);
    expect(await credited(GATES)).toEqual([0, 1]);
  });

  // Back where it began: two careless remedies undo each other, and each violation is gone for as long as it is looked at.
  it('no-cycle', async () => {
    const first = makeRule({ id: 'FIRST' }, forbidden(/\bone\(/));
    const second = makeRule({ id: 'SECOND' }, required(/\bone\(/, { require: 'every' }));
    const before = 'one(1);\n';
    const [site] = classify(recheck(first, { path: 'src/a.ts', text: before }) ?? []).sites.get('src/a.ts') ?? [];
    const member = { ...(site?.members[0] ?? never()), violation: (site ?? never()).members[0].violation };
    const absent = {
      rule: second,
      file: 'src/a.ts',
      members: [{ ...member, check: second.checks[0] ?? never(), place: null }],
    } as const;
    const violation = { ...member.violation, rule: second, place: null, kind: 'required-pattern' } as const;
    const task = (gates: readonly Gate[]) =>
      healFile({
        path: 'src/a.ts',
        bom: false,
        text: 'zero(1);\n',
        sites: [{ ...absent, members: [{ ...absent.members[0], violation }] }],
        reported: [violation],
        rules: [second],
        context: {
          proposers: [proposerOf({ find: /^/, replace: '' }), proposerOf({ find: /^/, replace: 'one(1);\n' })],
          gates,
          patterns: [],
          config: DEFAULT_CONFIG.healLoop,
          today: '2026-01-15',
          settles: () => true,
        },
      });
    // The first remedy brings back the text the run began with.
    const noCycle = GATES.filter(({ name }) => name === 'no-cycle');
    expect((await task([])).outcomes[0]).toMatchObject({ status: 'healed', attempts: [{ outcome: 'kept' }] });
    const judged = await task(noCycle);
    expect(judged.outcomes[0]?.attempts).toMatchObject([
      { outcome: 'cycle', gate: 'no-cycle', detail: expect.stringContaining('SECOND') },
      { outcome: 'kept' },
    ]);
  });
});

function never(): never {
  throw new Error('the example has no such part');
}

describe('each guard around the gates alone stops a harm', () => {
  it('preconditions: what a careless remedy would break is refused by name', async () => {
    const commented = '// alpha(1)\n';
    const rule = makeRule({ id: 'CALL-1' }, forbidden(/\balpha\(/));
    const remedy = { find: /alpha/, replace: 'bravo' };
    const harm: Harm = { name: '', outcome: 'kept', rules: [rule], before: commented, harm: '', remedy };
    expect((await heal(harm, GATES)).after).toBe('// bravo(1)\n');
    const healed = await healProject({ rules: CALL_RULE, files: { 'src/a.ts': commented } });
    expect(healed.disk['src/a.ts']).toBe(commented);
    expect(healed.outcomes[0]?.attempts).toMatchObject([{ outcome: 'precondition', gate: 'position-is-code' }]);
  });

  it('out of scope: a file that must not be written to', async () => {
    const path = 'gen/a.ts';
    const open = await healProject({ rules: CALL_RULE, files: { [path]: CALL } });
    expect(open.disk[path]).toBe(MENDED);
    const barred = await healProject({ rules: CALL_RULE, files: { [path]: CALL }, config: { protect: ['gen/**'] } });
    expect(barred.disk[path]).toBe(CALL);
    expect(barred.outcomes[0]?.attempts).toMatchObject([{ outcome: 'out_of_scope', gate: 'protected-path' }]);
  });

  it('verify: a fix that only the tests of the project can tell from a good one', async () => {
    const files = { 'src/a.ts': CALL };
    const command = (_: readonly string[], disk: ReadonlyMap<string, string>) =>
      ({ kind: 'exited', status: disk.get('src/a.ts') === CALL ? 0 : 1, output: '' }) as const;
    expect((await healProject({ rules: CALL_RULE, files, command })).disk['src/a.ts']).toBe(MENDED);
    const verified = await healProject({ rules: CALL_RULE, files, command, config: { verify: [['npm', 'test']] } });
    expect(verified.disk['src/a.ts']).toBe(CALL);
    expect(verified.outcomes[0]?.attempts).toMatchObject([{ outcome: 'verify_failed', gate: 'verify: npm test' }]);
  });
});
