import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JournalEntry, parseJournal, printEntry } from '../../src/runs/journal.js';
import { planRecovery } from '../../src/runs/plan-recovery.js';

const selection = {
  paths: ['src'],
  rules: ['A-1'],
  contracts: [],
  maxIterations: 2,
  minConfidence: null,
  includesBaseline: false,
};
const begin = (proof: 'each' | 'together'): JournalEntry => ({ kind: 'begin', run: 'r', proof, selection });
const write = (file: string, before: string, after: string): JournalEntry => ({
  kind: 'write',
  file,
  before,
  after,
  temporary: `.specflow-${after}.tmp`,
});
const written = (file: string, after: string): JournalEntry => ({ kind: 'written', file, after });
const lesson = (file: string): JournalEntry => ({ kind: 'lesson', file, lesson: `of ${file}` });
const proven: JournalEntry = { kind: 'proven', lesson: 'of all' };

describe('the journal', () => {
  const all = [begin('each'), lesson('a "b"\n'), write('a', '1', '2'), written('a', '2'), proven];
  const text = all.map((entry) => `${printEntry(entry)}\n`).join('');
  const first = `${printEntry(begin('each'))}\n`;
  const last = `${printEntry(proven)}\n`;

  it('reads back as it was written', () => {
    expect(parseJournal(text)).toEqual({ kind: 'entries', entries: all });
    expect(parseJournal('')).toEqual({ kind: 'entries', entries: [] });
  });

  it('cut anywhere holds the entries that were whole by then', () => {
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const cut = text.slice(0, length);
        const whole = cut.split('\n').length - 1;
        expect(parseJournal(cut)).toEqual({ kind: 'entries', entries: all.slice(0, whole) });
      }),
    );
  });

  it.each([
    ['a line that is no JSON', `${first}{\n${last}`, 2],
    ['an empty line', `${first}\n${last}`, 2],
    ['a line that is no object', `${first}[]\n`, 2],
    ['a kind nobody knows', `${first}{"kind":"other"}\n`, 2],
    ['a beginning in the middle', `${text}${text}`, 6],
    ['no beginning', last, 1],
  ])('is broken by %s', (_, broken, line) => {
    expect(parseJournal(broken)).toEqual({ kind: 'broken', line });
  });

  const NOT_TEXTS = [undefined, null, 1, '', ['x']];
  const NOT_TEXT_LISTS = [undefined, null, 'x', {}, [1], ['x', 2], ['']];
  const NOT_LIMITS = [undefined, '1', true, [1]];

  it.each<[string, JournalEntry, readonly unknown[]]>([
    ['run', begin('each'), NOT_TEXTS],
    ['proof', begin('each'), [...NOT_TEXTS, 'never']],
    ['selection', begin('each'), [undefined, null, 1, 'x', [], {}]],
    ['selection.paths', begin('each'), NOT_TEXT_LISTS],
    ['selection.rules', begin('each'), NOT_TEXT_LISTS],
    ['selection.contracts', begin('each'), NOT_TEXT_LISTS],
    ['selection.maxIterations', begin('each'), NOT_LIMITS],
    ['selection.minConfidence', begin('each'), NOT_LIMITS],
    ['selection.includesBaseline', begin('each'), [undefined, null, 1, 'true']],
    ['file', lesson('a'), NOT_TEXTS],
    ['lesson', lesson('a'), NOT_TEXTS],
    ['file', write('a', '1', '2'), NOT_TEXTS],
    ['before', write('a', '1', '2'), NOT_TEXTS],
    ['after', write('a', '1', '2'), NOT_TEXTS],
    ['temporary', write('a', '1', '2'), NOT_TEXTS],
    ['file', written('a', '2'), NOT_TEXTS],
    ['after', written('a', '2'), NOT_TEXTS],
    ['lesson', proven, NOT_TEXTS],
  ])('is broken by any other %s of %o', (path, entry, values) => {
    const [name = '', inner] = path.split('.');
    for (const value of values) {
      const changed = inner === undefined ? { [name]: value } : { [name]: { ...selection, [inner]: value } };
      const line = `${JSON.stringify({ ...entry, ...changed })}\n`;
      const [broken, place] = entry.kind === 'begin' ? [line, 1] : [`${first}${line}`, 2];
      expect([value, parseJournal(broken)]).toEqual([value, { kind: 'broken', line: place }]);
    }
  });

  it.each([
    { ...selection, paths: [], rules: ['a', 'b'], contracts: ['c'] },
    { ...selection, maxIterations: null, minConfidence: 40, includesBaseline: true },
  ])('carries what the run was asked, whatever that was: %o', (asked) => {
    const entry: JournalEntry = { kind: 'begin', run: 'r', proof: 'together', selection: asked };
    expect(parseJournal(`${printEntry(entry)}\n`)).toEqual({ kind: 'entries', entries: [entry] });
  });
});

describe('planRecovery', () => {
  const plan = (entries: readonly JournalEntry[], now: Readonly<Record<string, string>>) =>
    planRecovery(entries, (file) => now[file] ?? null);
  const restore = { kind: 'restore', file: 'a', now: '2', before: '1', temporary: '.specflow-2.tmp' };
  const keep = { kind: 'keep', file: 'a' };
  const newer = { kind: 'newer', file: 'a' };
  const each = [begin('each'), lesson('a'), write('a', '1', '2')];
  const together = [begin('together'), write('a', '1', '2')];

  it.each<[string, readonly JournalEntry[], string | null, readonly object[], readonly string[]]>([
    ['not begun', [], '1', [], []],
    ['proven, not yet written', each, '1', [], []],
    ['proven, written, not noted', each, '2', [keep], ['of a']],
    ['proven, written', [...each, written('a', '2')], '2', [keep], ['of a']],
    ['proven, written, edited since', [...each, written('a', '2')], '3', [newer], ['of a']],
    ['proven, perhaps written, edited since', each, '3', [newer], []],
    ['proven, perhaps written, deleted since', each, null, [newer], []],
    [
      'proven, written twice, edited since, the second time not noted',
      [...each, written('a', '2'), write('a', '2', '4')],
      '3',
      [newer],
      [],
    ],
    ['proven, another file written, edited since', [...each, written('b', '2')], '3', [newer], []],
    ['proven, another text written, edited since', [...each, written('a', '4')], '3', [newer], []],
    ['proven, written, taken back by hand', [...each, written('a', '2')], '1', [], []],
    ['proven, written, deleted since', [...each, written('a', '2')], null, [newer], ['of a']],
    ['unproven, not yet written', together, '1', [], []],
    ['unproven, written', [...together, written('a', '2')], '2', [restore], []],
    ['unproven, written, not noted', together, '2', [restore], []],
    ['unproven, edited since', [...together, written('a', '2')], '3', [newer], []],
    [
      'unproven, edited since, with a lesson all the same',
      [...together, lesson('a'), written('a', '2')],
      '3',
      [newer],
      [],
    ],
    ['unproven, deleted since', together, null, [newer], []],
    [
      'unproven, written twice',
      [...together, write('a', '2', '1'), write('a', '1', '4')],
      '4',
      [{ ...restore, now: '4' }],
      [],
    ],
    ['unproven, an earlier text of it', [...together, write('a', '2', '4')], '2', [restore], []],
    ['proven by commands', [...together, written('a', '2'), proven], '2', [keep], ['of all']],
    ['proven by commands, put back by them', [...together, write('a', '2', '1'), proven], '1', [], ['of all']],
    ['proven by commands, edited since', [...together, proven], '3', [newer], ['of all']],
  ])('%s', (_, entries, now, files, lessons) => {
    const made = plan(entries, now === null ? {} : { a: now });
    expect(made.files).toEqual(files);
    expect(made.lessons).toEqual(lessons);
  });

  it('takes a file for nothing the run did not write, and names its temporary files', () => {
    const made = plan([begin('each'), lesson('x'), lesson('d/a'), write('d/a', '1', '2'), write('b', '1', '3')], {
      'd/a': '2',
      b: '1',
    });
    expect(made.lessons).toEqual(['of d/a']);
    expect(made.temporaries).toEqual(['d/.specflow-2.tmp', '.specflow-3.tmp']);
    expect(made.selection).toEqual(selection);
    expect(plan([], {}).selection).toBeNull();
  });
  it('decides about each file by itself', () => {
    const entries = [
      begin('each'),
      ...['a', 'b', 'c', 'd'].map(lesson),
      write('a', '1', '2'),
      written('a', '2'),
      write('b', '1', '2'),
      write('c', '1', '2'),
      write('d', '1', '2'),
      written('d', '2'),
    ];
    const made = plan(entries, { a: '3', b: '3', c: '2', d: '1' });
    expect(made.files).toEqual([
      { kind: 'newer', file: 'a' },
      { kind: 'newer', file: 'b' },
      { kind: 'keep', file: 'c' },
    ]);
    expect(made.lessons).toEqual(['of a', 'of c']);
  });
});
