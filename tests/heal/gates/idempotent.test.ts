import { describe, expect, it } from 'vitest';
import type { Part, Trial } from '../../../src/heal/gates/gate.js';
import { idempotent } from '../../../src/heal/gates/idempotent.js';
import type { Edit } from '../../../src/model/edit.js';
import type { FixAnswer, FixSite } from '../../../src/model/fix-site.js';
import { refuse } from '../../../src/model/refusal.js';
import { makeAutoFix } from '../../support/make-auto-fix.js';
import { forbidden, makeRule } from '../../support/make-rule.js';
import { makeTrial } from '../make-trial.js';

const noFoo = makeRule({ id: 'FOO' }, forbidden(/\bfoo\(/));

type Again = (site: FixSite) => FixAnswer;

const writes =
  (text: string): Again =>
  ({ place }) => ({
    kind: 'fix',
    fix: { edits: place === null ? [] : [{ range: place.range, text }], applicability: 'safe' },
  });
const refuses: Again = () => refuse('no-change', 'It would not.');
const never: Again = () => {
  throw new Error('nothing was to be found again');
};

/** A trial of these edits of `foo(…)`, by a remedy that looks for `trigger` and would then do what `again` does. */
function trialOf(before: string, edits: readonly Edit[], trigger: RegExp | null, again: Again): Trial {
  const after = edits.reduceRight((text, { range, text: written }) => {
    return text.slice(0, range.start) + written + text.slice(range.end);
  }, before);
  const trial = makeTrial([noFoo], before, after);
  const [part] = trial.parts;
  return { ...trial, edits, parts: [{ ...part, edits, candidate: { ...part.candidate, trigger, fix: again } }] };
}

function edit(start: number, end: number, text: string): Edit {
  return { range: { start, end }, text };
}

const BAZ = [edit(0, 3, 'baz')];

describe('idempotent', () => {
  it.each<[string, string, readonly Edit[], RegExp | null, Again]>([
    ['looks for nothing by itself', 'foo(1);\n', BAZ, null, never],
    ['does not find what it wrote', 'foo(1);\n', BAZ, /foo/g, never],
    ['finds it, and would refuse', 'foo(1);\n', BAZ, /baz/g, refuses],
    ['finds it, and would leave it as it is', 'foo(1);\n', BAZ, /baz/g, writes('baz')],
    ['finds what ends before what it wrote', 'x; foo(1);\n', [edit(3, 6, 'baz')], /^x/g, never],
    ['finds what begins after what it wrote', 'foo(1); x\n', BAZ, /x$/gm, never],
    [
      'finds what lay beside it before, a violation of its own',
      'foo(foo(1));\n',
      [edit(0, 4, 'baz(')],
      /foo\(/g,
      never,
    ],
    ['finds that further down', 'foo(foo(1));\n', [edit(0, 4, '\n\nbaz(')], /foo\(/g, never],
  ])('has nothing against a fix that %s', async (_, before, edits, trigger, again) => {
    expect(await idempotent.judge(trialOf(before, edits, trigger, again))).toBeNull();
  });

  it.each<[string, string, readonly Edit[], RegExp, string]>([
    ['the result itself', 'foo(1);\n', BAZ, /baz/g, '"baz" on line 1'],
    ['what begins where the result ends', 'foo(1);\n', BAZ, /\(1/g, '"(1" on line 1'],
    ['what ends where the result begins', 'x;foo(1);\n', [edit(2, 5, 'baz')], /x;(?=baz)/g, '"x;" on line 1'],
    ['one result of two', 'foo(1);\nfoo(2);\n', [...BAZ, edit(8, 11, 'quux')], /quux/g, '"quux" on line 2'],
    ['what was healed, still there', 'foo(1);\n', [edit(4, 5, '2')], /foo\(/g, '"foo(" on line 1'],
  ])('objects to a fix that would change %s', async (_, before, edits, trigger, found) => {
    const objection = await idempotent.judge(trialOf(before, edits, trigger, writes('else')));
    expect(objection).toEqual({
      outcome: 'not_idempotent',
      detail: `The fix finds its own result ${found} and would change it again.`,
    });
  });

  it('hands the remedy what its regex found, groups and all, once for each text', async () => {
    const asked: unknown[] = [];
    const edits = [...BAZ, edit(8, 11, 'baz')];
    const trial = trialOf('foo(1);\nfoo(2);\n', edits, /(b)(?<rest>az)(x)?/g, (site) => {
      asked.push([site.text, site.place]);
      return refuses(site);
    });
    expect(await idempotent.judge(trial)).toBeNull();
    expect(asked).toEqual([
      [
        'baz(1);\nbaz(2);\n',
        expect.objectContaining({
          range: { start: 0, end: 3 },
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 4,
          match: 'baz',
          lineText: 'baz(1);',
          groups: ['b', 'az', undefined],
          namedGroups: { rest: 'az' },
        }),
      ],
    ]);
  });

  it('carries out an instruction as the fix did', async () => {
    const trial = trialOf('foo(1);\n', [edit(4, 5, '2')], /foo\(/g, never);
    const [part] = trial.parts;
    const instructed = (replace: string): Trial => {
      const instruction = makeAutoFix({ findReplace: { find: /foo/g, replace } });
      return { ...trial, parts: [{ ...part, candidate: { ...part.candidate, instruction } }] };
    };
    expect(await idempotent.judge(instructed('Number'))).toMatchObject({ outcome: 'not_idempotent' });
    expect(await idempotent.judge(instructed('foo'))).toBeNull();
  });

  describe('asks each remedy about its own results', () => {
    const before = 'foo(1);\nfoo(2);\n';
    const trial = trialOf(before, [...BAZ, edit(8, 11, 'quux')], null, never);
    const [part] = trial.parts;
    const partOf = (edits: readonly Edit[], trigger: RegExp | null, site: Part['site'], again: Again): Part => ({
      ...part,
      site,
      edits,
      candidate: { ...part.candidate, trigger, fix: again },
    });
    const other = makeTrial([noFoo], '\n       foo(2);\n', '\n       baz(2);\n').parts[0].site;
    const both = (first: RegExp | null, again: Again, next: RegExp | null, andThen: Again): Trial => ({
      ...trial,
      parts: [
        partOf(trial.edits.slice(0, 1), first, part.site, again),
        partOf(trial.edits.slice(1), next, other, andThen),
      ],
    });

    it.each([
      ['a result of another remedy is none of its business', both(/quux/g, never, null, never), null],
      ['nor when it comes first', both(null, never, /baz/g, never), null],
      ['what another remedy healed and left is not', both(/quux/g, never, /zzz/g, never), null],
      ['the second remedy is asked too', both(/zzz/g, never, /quux/g, writes('x')), 'not_idempotent'],
      ['the first one is', both(/baz/g, writes('x'), null, never), 'not_idempotent'],
    ])('%s', async (_, asked, outcome) => {
      expect((await idempotent.judge(asked))?.outcome ?? null).toBe(outcome);
    });

    it('and says so where a regex does not come to its end', async () => {
      const [first, next] = both(/baz/g, never, null, never).parts;
      const slow = { ...first, candidate: { ...first.candidate, settles: (text: string) => text === before } };
      expect(await idempotent.judge({ ...trial, parts: [slow, ...(next ? [next] : [])] })).toEqual({
        outcome: 'timeout',
        detail: 'A regular expression of the fix does not come to its end on the new text in time.',
      });
    });
  });
});
