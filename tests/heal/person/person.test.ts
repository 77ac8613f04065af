import { describe, expect, it } from 'vitest';
import type { AskedFix, Decision, Person } from '../../../src/heal/person/person.js';
import { makePattern } from '../../pattern-store/make-pattern.js';
import { healProject, type Project } from '../heal-project.js';

const RULES = `
- id: EQ
  scope: ["src/**"]
  behavior:
    forbidden_patterns:
      - pattern: /\\boldName\\(/
        message: Renamed
        auto_fix: { strategy: replace, find: oldName, replace: newName }
- id: TODO
  scope: ["src/**"]
  behavior:
    forbidden_patterns:
      - { pattern: /FIXME/, message: Unfinished }
`;

const PATTERN = makePattern({
  id: 'p',
  ruleId: 'EQ',
  match: String.raw`\boldName\(`,
  replacementTemplate: 'newName(',
  hundredths: 80,
});

/** Both names are there, so that one may stand for the other. */
const HEAD = "import { newName, oldName, other } from './f.js';\nnewName(0);\nother(0);\n";
const file = (...lines: readonly string[]): string => `${HEAD}${lines.join('\n')}\n`;

const files = { 'src/a.ts': file('oldName(1);', 'oldName(2);'), 'src/b.ts': file('oldName(3);') };

interface Script extends Person {
  readonly asked: readonly AskedFix[];
}

/** Answers in turn; `quit` skips and wants to hear no more. */
function person(...answers: readonly (Decision | 'quit')[]): Script {
  const asked: AskedFix[] = [];
  let hasLeft = false;
  return {
    asked,
    hasLeft: () => hasLeft,
    decide: async (fix) => {
      const answer = answers[asked.length];
      asked.push(fix);
      if (answer === undefined) throw new Error(`asked once more than expected: ${fix.diff}`);
      hasLeft = answer === 'quit';
      return answer === 'quit' ? { kind: 'skip' } : answer;
    },
  };
}

const YES = { kind: 'accept' } as const;
const NO = { kind: 'skip' } as const;
const edit = (text: string): Decision => ({ kind: 'edit', text });

const heal = (asked: Script, more: Partial<Project> = {}) =>
  healProject({ rules: RULES, files, person: asked, ...more });

describe('a person who decides', () => {
  it('is asked about one fix at a time, and only what they take is written', async () => {
    const asked = person(NO, YES, YES);
    const healed = await heal(asked);
    expect(asked.asked.map(({ diff }) => diff.match(/^[+-]\w.*/gm))).toEqual([
      ['-oldName(2);', '+newName(2);'],
      ['-oldName(1);', '+newName(1);'],
      ['-oldName(3);', '+newName(3);'],
    ]);
    expect(healed.disk).toEqual({
      'src/a.ts': file('newName(1);', 'oldName(2);'),
      'src/b.ts': file('newName(3);'),
    });
    expect(healed.writes).toEqual(['src/a.ts', 'src/b.ts']);
    const skipped = healed.outcomes.find(({ status }) => status === 'escalated');
    expect(skipped).toMatchObject({
      reason: 'You skipped it. Mend it by hand, or run heal again.',
      attempts: [{ outcome: 'declined', gate: 'person' }],
    });
  });

  it('leaves everything byte for byte when they take nothing', async () => {
    const healed = await heal(person(NO, NO, NO));
    expect([healed.disk, healed.writes]).toEqual([files, []]);
  });

  it('is not asked again once they quit; what they took is written', async () => {
    const asked = person(YES, 'quit');
    const healed = await heal(asked);
    expect(asked.asked).toHaveLength(2);
    expect(healed.disk).toEqual({ ...files, 'src/a.ts': file('oldName(1);', 'newName(2);') });
    const left = healed.outcomes.filter(({ reason }) => reason?.startsWith('You quit before'));
    expect(left.map(({ violation }) => violation.file)).toEqual(['src/b.ts']);
  });

  it('may write something else, which has to pass the same gates before they are asked again', async () => {
    const own = file('oldName(1);', 'other(2);');
    const asked = person(
      edit(file('oldName(1);', 'oldName(2); // kept')),
      edit(file('oldName(1);', 'other(2;')),
      edit(file('oldName(1);', 'other(2); // FIXME')),
      edit(file('oldName(1);', '// specflow-ignore-next-line EQ -- no', 'other(2);')),
      edit(own),
      YES,
      NO,
      NO,
    );
    const healed = await heal(asked);
    expect(asked.asked.slice(1, 5).map(({ objection }) => objection?.split(':')[0])).toEqual([
      'still-fixed',
      'parses',
      'no-new-violation',
      'not-gamed',
    ]);
    expect(asked.asked[5]).toMatchObject({ source: 'edited', objection: null, after: own });
    expect(healed.disk['src/a.ts']).toBe(own);
    expect(healed.outcomes.find(({ status }) => status === 'healed')).toMatchObject({ source: 'edited', tier: null });
  });

  it('is offered what may only be suggested, and may take it', async () => {
    const unsafe = RULES.replace('replace: newName', 'replace: newName, safety: unsafe');
    const alone = await healProject({ rules: unsafe, files: { 'src/a.ts': file('oldName(1);') } });
    expect(alone.outcomes.map(({ status }) => status)).toEqual(['suggested']);
    const asked = person(YES);
    const healed = await healProject({ rules: unsafe, files: { 'src/a.ts': file('oldName(1);') }, person: asked });
    expect(asked.asked[0]?.why).toBe('its author marked the fix unsafe');
    expect(healed.disk).toEqual({ 'src/a.ts': file('newName(1);') });
    expect(healed.outcomes).toMatchObject([{ status: 'healed', attempts: [{ outcome: 'kept' }] }]);
  });

  it('teaches a pattern nothing by not taking or rewriting its fix', async () => {
    const one = { 'src/a.ts': file('oldName(1);') };
    const patterns = [PATTERN];
    const taken = await heal(person(YES), { files: one, patterns });
    expect(taken.evidence).toMatchObject([{ patternId: 'p', outcome: 'success' }]);
    expect((await heal(person(NO), { files: one, patterns })).evidence).toEqual([]);
    const edited = await heal(person(edit(file('other(1);')), YES), { files: one, patterns });
    const applied = { ruleId: 'EQ', file: 'src/a.ts', outcome: 'applied', gate: null, at: ['4:1'] };
    expect(edited.evidence).toEqual([{ ...applied, patternId: null, source: 'edited' }]);
    const bronze = { ...PATTERN, hundredths: 20 };
    const rules = RULES.replace(/ +auto_fix: .*\n/, '');
    const chosen = await heal(person(YES), { rules, files: one, patterns: [bronze] });
    expect(chosen.evidence).toEqual([{ ...applied, patternId: 'p', source: 'pattern:p' }]);
    expect(chosen.patterns).toEqual([bronze]);
  });
});
