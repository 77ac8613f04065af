import { describe, expect, it } from 'vitest';
import { type FixExample, fixExamples } from '../../src/learning/fix-example.js';
import { learnPatterns } from '../../src/learning/learn-patterns.js';
import { withoutLimit } from '../../src/model/bounded.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { healProject } from '../heal/heal-project.js';
import { rulesOf } from '../heal/rules-of.js';

const rules = `
- id: CMP-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /\\bisEmpty\\(/
        message: m
`;
const [rule] = rulesOf(rules);
const HEAD = "import { isEmpty } from './other';\n";

/** What five commits teach that did the same to a list; accepted by a person. */
async function learnt(type: string, member: string): Promise<FixPattern> {
  const examples = [1, 2, 3, 4, 5].flatMap((at): readonly FixExample[] => {
    if (!rule) return [];
    const text = (does: string) => `${HEAD}export function f(xs${at}: ${type}): boolean {\n  return ${does};\n}\n`;
    const [before, after] = [text(`isEmpty(xs${at})`), text(`xs${at}.${member} === 0`)];
    const seen = fixExamples(rule, `src/f${at}.ts`, before, after, `commit ${at}`, withoutLimit);
    return seen.kind === 'done' ? seen.value : [];
  });
  const [lesson] = await learnPatterns(examples, rule ? [rule] : [], 2, '2026-01-01', withoutLimit);
  if (lesson?.kind !== 'proposal') throw new Error(lesson?.reason);
  return { ...lesson.pattern, hundredths: 97, accepted: true };
}

const heal = async (pattern: FixPattern, code: string) => {
  const healed = await healProject({ rules, files: { 'src/a.ts': HEAD + code }, patterns: [pattern] });
  return { after: healed.disk['src/a.ts']?.slice(HEAD.length), outcomes: healed.outcomes };
};

describe('a pattern learnt of lists', () => {
  it('says so', async () => {
    expect((await learnt('string[]', 'length')).when).toEqual(['array-argument']);
    expect((await learnt('Map<string, string>', 'size')).when).toEqual(['map-argument']);
    expect((await learnt('Set<string>', 'size')).when).toEqual(['set-argument']);
    expect((await learnt('string', 'length')).when).toEqual(['string-argument']);
    expect((await learnt('Unseen', 'length')).when).toBeUndefined();
  });

  it.each([
    ['const ys = [1, 2];\nexport const a = isEmpty(ys);\n', 'const ys = [1, 2];\nexport const a = ys.length === 0;\n'],
    [
      'export const f = (ys: readonly string[]) => isEmpty(ys);\n',
      'export const f = (ys: readonly string[]) => ys.length === 0;\n',
    ],
    [
      'export function f(zs: Array<number>) {\n  if (isEmpty(zs)) return;\n}\n',
      'export function f(zs: Array<number>) {\n  if (zs.length === 0) return;\n}\n',
    ],
  ])('mends %j', async (before, after) =>
    expect((await heal(await learnt('string[]', 'length'), before)).after).toBe(after),
  );

  it.each([
    ['a map', 'export const f = (m: Map<string, string>) => isEmpty(m);\n'],
    ['a set', 'export const f = (m: Set<string>) => isEmpty(m);\n'],
    ['a record', 'export const f = (m: Record<string, string>) => isEmpty(m);\n'],
    ['what is optional', 'export const f = (m?: string[]) => isEmpty(m);\n'],
    ['what may be null', 'export const f = (m: string[] | null) => isEmpty(m);\n'],
    ['what may be undefined', 'export const f = (m: string[] | undefined) => isEmpty(m);\n'],
    ['an untyped parameter', 'export const f = (m) => isEmpty(m);\n'],
    ['text', 'export const f = (m: string) => isEmpty(m);\n'],
    ['an array of its own', 'class Array<T> { t?: T }\nexport const f = (m: Array<string>) => isEmpty(m);\n'],
    ['what may be replaced', 'export let m = [1];\nexport const f = () => isEmpty(m);\n'],
    ['a helper of an object', 'export const f = (o: any, m: string[]) => o.isEmpty(m);\n'],
    ['another argument besides', 'export const f = (m: string[]) => isEmpty(m, 1);\n'],
  ])('leaves %s', async (_, code) => {
    const { after, outcomes } = await heal(await learnt('string[]', 'length'), code);
    expect(after).toBe(code);
    expect(outcomes).toMatchObject([{ status: 'escalated' }]);
  });

  it('leaves a helper that is shadowed', async () => {
    const code = 'export const f = (isEmpty: (a: string[]) => boolean, m: string[]) => isEmpty(m);\n';
    expect((await heal(await learnt('string[]', 'length'), code)).after).toBe(code);
  });
});

describe('a pattern that says nothing of kinds', () => {
  const pattern = async () => learnt('Unseen', 'length');

  it.each([
    ['a map', 'export const f = (m: Map<string, string>) => isEmpty(m);\n'],
    ['a set of a name', 'type S = Set<string>;\nexport const f = (m: S) => isEmpty(m);\n'],
    ['a record', 'export const f = (m: Record<string, string>) => isEmpty(m);\n'],
    ['what may be null', 'export const f = (m: string[] | null) => isEmpty(m);\n'],
    ['a number', 'const m = 1;\nexport const a = isEmpty(m);\n'],
    ['a new map', 'const m = new Map();\nexport const a = isEmpty(m);\n'],
  ])('leaves %s, which is seen to have no such member', async (_, code) => {
    const { after, outcomes } = await heal(await pattern(), code);
    expect(after).toBe(code);
    expect(outcomes[0]?.attempts).toMatchObject([{ gate: 'same-operand-types' }]);
  });

  it.each([
    ['a list', 'export const f = (m: string[]) => isEmpty(m);\n'],
    ['text', 'export const f = (m: string) => isEmpty(m);\n'],
    ['what nothing is seen of', 'export const f = (m: Unseen) => isEmpty(m);\n'],
  ])('mends %s', async (_, code) => {
    expect((await heal(await pattern(), code)).after).toBe(code.replace('isEmpty(m)', 'm.length === 0'));
  });
});
