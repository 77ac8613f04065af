import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/model/content-hash.js';
import type { Problem } from '../../src/model/problem.js';
import { takeLock } from '../../src/platform/lock.js';
import { interruptedFinding, interruptedRuns, unendedRuns } from '../../src/runs/interrupted-runs.js';
import { type JournalEntry, printEntry } from '../../src/runs/journal.js';
import { openJournal } from '../../src/runs/open-journal.js';
import { recoverRun } from '../../src/runs/recover-run.js';
import { runOfJournal } from '../../src/runs/run-files.js';
import { hasLitter, sweepRunsFolder, sweepStateFolders } from '../../src/runs/sweep-litter.js';
import { makeFolder } from '../support/make-folder.js';

const RUN = '20260101-000000-abcdef';
const OPEN = `.specflow/runs/open/${RUN}.jsonl`;
const CLOSED = `.specflow/runs/${RUN}/journal.jsonl`;
const TEMPORARY = '.specflow-0123456789abcdef.tmp';
const OLD = 'old\n';
const NEW = 'new\n';
const selection = {
  paths: [],
  rules: [],
  contracts: [],
  maxIterations: null,
  minConfidence: 40,
  includesBaseline: true,
};
const begin = (proof: 'each' | 'together'): JournalEntry & { kind: 'begin' } => ({
  kind: 'begin',
  run: RUN,
  proof,
  selection,
});
const wrote = (file = 'src/a.ts', temporary = TEMPORARY): JournalEntry => ({
  kind: 'write',
  file,
  before: contentHash(OLD, false),
  after: contentHash(NEW, false),
  temporary,
});
const lesson: JournalEntry = { kind: 'lesson', file: 'src/a.ts', lesson: 'learnt' };

const journal = (...entries: readonly JournalEntry[]): string =>
  entries.map((entry) => `${printEntry(entry)}\n`).join('');
const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

/** A project in which a run was killed that had journalled this. */
function killed(entries: readonly JournalEntry[], files: Readonly<Record<string, string>> = {}): string {
  return makeFolder({
    [OPEN]: journal(...entries),
    [`.specflow/runs/${RUN}/before/src/a.ts`]: OLD,
    'src/a.ts': NEW,
    ...files,
  });
}

function recover(root: string, problems: readonly Problem[] = []) {
  const saved: string[] = [];
  const recovery = recoverRun(root, RUN, (lessons) => {
    saved.push(...lessons);
    return problems;
  });
  return { ...recovery, saved, codes: [...recovery.findings, ...recovery.problems].map(({ code }) => code) };
}

describe('recoverRun', () => {
  it('puts back what was not proven, with its mode, and closes the journal', () => {
    const root = killed([begin('together'), wrote()]);
    chmodSync(join(root, 'src/a.ts'), 0o750);
    const { findings, problems, saved } = recover(root);
    expect(problems).toEqual([]);
    expect(findings).toMatchObject([{ code: 'heal/put-back', file: 'src/a.ts' }]);
    expect(findings[0]?.message).toContain(RUN);
    expect(saved).toEqual([]);
    expect(read(root, 'src/a.ts')).toBe(OLD);
    expect(statSync(join(root, 'src/a.ts')).mode & 0o777).toBe(0o750);
    expect([existsSync(join(root, OPEN)), existsSync(join(root, CLOSED))]).toEqual([false, true]);
    expect(recover(root)).toMatchObject({ findings: [], problems: [], selection: null });
  });

  it('keeps what was proven, and hands over what it taught', () => {
    const root = killed([begin('each'), lesson, wrote()]);
    const { findings, saved, selection: asked } = recover(root);
    expect(findings).toMatchObject([{ code: 'heal/recovered', file: 'src/a.ts', help: null }]);
    expect(saved).toEqual(['learnt']);
    expect(asked).toEqual(selection);
    expect(read(root, 'src/a.ts')).toBe(NEW);
  });

  it('stays interrupted where the lesson cannot be saved', () => {
    const root = killed([begin('each'), lesson, wrote()]);
    const problem: Problem = {
      code: 'x',
      severity: 'incomplete',
      file: null,
      line: null,
      column: null,
      message: '',
      help: null,
    };
    expect(recover(root, [problem]).problems).toEqual([problem]);
    expect(existsSync(join(root, OPEN))).toBe(true);
  });

  it('leaves newer work, and names the backup', () => {
    const root = killed([begin('together'), wrote()], { 'src/a.ts': 'mine\n' });
    const { findings } = recover(root);
    expect(findings).toMatchObject([{ code: 'heal/newer-work', file: 'src/a.ts' }]);
    expect(findings[0]?.help).toContain(`.specflow/runs/${RUN}/before/src/a.ts`);
    expect(read(root, 'src/a.ts')).toBe('mine\n');
    expect(existsSync(join(root, CLOSED))).toBe(true);
  });

  it.each<[string, (root: string) => void, RegExp]>([
    [
      'its backup is not what it was',
      (root) => writeFileSync(join(root, `.specflow/runs/${RUN}/before/src/a.ts`), 'x'),
      /gone or changed/,
    ],
    ['it has a second name', (root) => linkSync(join(root, 'src/a.ts'), join(root, 'b.ts')), /several names/],
    ['it is write-protected', (root) => chmodSync(join(root, 'src/a.ts'), 0o444), /write-protected/],
  ])('changes nothing and saves nothing where %s', (_, spoil, why) => {
    const root = killed([begin('together'), wrote()]);
    spoil(root);
    const { problems, saved } = recover(root);
    expect(problems).toMatchObject([{ code: 'heal/not-recovered', severity: 'incomplete', file: 'src/a.ts' }]);
    expect(problems[0]?.message).toMatch(why);
    expect(saved).toEqual([]);
    expect(read(root, 'src/a.ts')).toBe(NEW);
    expect(existsSync(join(root, OPEN))).toBe(true);
  });

  it('never follows a link that took the place of the file', () => {
    const root = killed([begin('together'), wrote()], { 'elsewhere.ts': NEW });
    symlinkSync(join(root, 'elsewhere.ts'), join(root, 'src/b.ts'));
    writeFileSync(join(root, OPEN), journal(begin('together'), wrote('src/b.ts')));
    expect(recover(root).codes).toEqual(['heal/newer-work']);
    expect(read(root, 'elsewhere.ts')).toBe(NEW);
  });

  it('restores nothing of our own and nothing outside, whatever a journal says', () => {
    const root = killed(
      [begin('together'), wrote('.specflow/config.json'), wrote('../outside.ts'), wrote('.git/config')],
      {
        '.specflow/config.json': NEW,
        [`.specflow/runs/${RUN}/before/.specflow/config.json`]: OLD,
        '.git/config': NEW,
        [`.specflow/runs/${RUN}/before/.git/config`]: OLD,
      },
    );
    const { problems } = recover(root);
    expect(problems).toMatchObject([{ file: '.specflow/config.json', code: 'heal/not-recovered' }]);
    expect([read(root, '.specflow/config.json'), read(root, '.git/config')]).toEqual([NEW, NEW]);
  });

  it('sweeps the temporary files the journal names, those in the folder of the run, and no other', () => {
    const mine = '.specflow-00000000000000ff.tmp';
    const root = killed([begin('each'), wrote(), wrote('src/a.ts', '../escape.tmp'), wrote('src/a.ts', 'keep.tmp')], {
      [`src/${TEMPORARY}`]: 'half',
      [`src/${mine}`]: 'not in the journal',
      'src/keep.tmp': 'not a name of ours',
      'escape.tmp': 'outside',
      [`.specflow/runs/${RUN}/before/src/${mine}`]: 'half',
      [`.specflow/runs/${RUN}/before/src/keep.tmp`]: 'a source of that name',
    });
    expect(recover(root).problems).toEqual([]);
    expect(readdirSync(join(root, 'src')).sort()).toEqual([mine, 'a.ts', 'keep.tmp']);
    expect(readdirSync(join(root, `.specflow/runs/${RUN}/before/src`)).sort()).toEqual(['a.ts', 'keep.tmp']);
    expect(read(root, 'escape.tmp')).toBe('outside');
  });

  it('ends a run that was killed before it said anything', () => {
    const root = makeFolder({ [OPEN]: '' });
    expect(recover(root)).toMatchObject({ codes: [], selection: null });
    expect(existsSync(join(root, CLOSED))).toBe(true);
  });

  it.each([
    ['holds nonsense', { [OPEN]: 'x\n' }, 'line 1 makes no sense'],
    ['is not a file', { [`${OPEN}/x`]: '' }, 'it is not a regular file'],
  ])('touches nothing where the journal %s', (_, files, why) => {
    const root = makeFolder({ 'src/a.ts': NEW, ...files });
    const { problems, codes } = recover(root);
    expect(codes).toEqual(['heal/journal-unreadable']);
    expect(problems[0]).toMatchObject({ severity: 'incomplete', file: OPEN });
    expect(problems[0]?.message).toContain(why);
    expect(problems[0]?.help).toContain(`.specflow/runs/${RUN}/before/`);
    expect(read(root, 'src/a.ts')).toBe(NEW);
  });
});

describe('openJournal', () => {
  it('puts nothing on disk before it is begun, and is in its run’s folder once it has ended', () => {
    const root = makeFolder();
    const opened = openJournal(root, begin('each'));
    expect([opened.isBegun(), opened.end().kind]).toEqual([false, 'written']);
    expect(readdirSync(root)).toEqual([]);

    expect(opened.note(lesson, true).kind).toBe('written');
    expect([opened.isBegun(), unendedRuns(root)]).toEqual([true, [RUN]]);
    expect(opened.begin().kind).toBe('written');
    expect(opened.note(wrote(), false).kind).toBe('written');
    expect(read(root, OPEN)).toBe(journal(begin('each'), lesson, wrote()));
    expect(read(root, '.specflow/runs/.gitignore')).toBe('*\n');
    expect(opened.end().kind).toBe('written');
    expect(opened.end().kind).toBe('written');
    expect(read(root, CLOSED)).toBe(journal(begin('each'), lesson, wrote()));
    expect([opened.isBegun(), unendedRuns(root)]).toEqual([false, []]);
  });

  it('says each time that it could not be begun', () => {
    const root = makeFolder({ [OPEN]: 'of another run' });
    const opened = openJournal(root, begin('each'));
    const failure = { kind: 'failed', error: 'the system said EEXIST' };
    expect([opened.note(lesson, true), opened.begin(), opened.note(lesson, true)]).toEqual([failure, failure, failure]);
    expect(opened.isBegun()).toBe(false);
    expect(read(root, OPEN)).toBe('of another run');
  });
});

describe('interruptedRuns', () => {
  it('are those that have not ended while nobody heals, oldest first', () => {
    const root = makeFolder({
      [OPEN]: '',
      '.specflow/runs/open/20250101-000000-abcdef.jsonl': '',
      '.specflow/runs/open/note.txt': '',
    });
    expect(interruptedRuns(root)).toEqual(['20250101-000000-abcdef', RUN]);
    const lock = takeLock(root, 'heal', 'specflow heal', 0);
    expect(interruptedRuns(root)).toEqual([]);
    expect(unendedRuns(root)).toHaveLength(2);
    if (lock.kind === 'taken') lock.release();
    expect(interruptedRuns(root)).toHaveLength(2);
    expect(interruptedRuns(makeFolder())).toEqual([]);
    expect(interruptedFinding(RUN)).toMatchObject({ code: 'heal/interrupted', message: expect.stringContaining(RUN) });
  });

  it.each([
    [`${RUN}.jsonl`, RUN],
    ['x.json', null],
    ['.jsonl', null],
    ['a/b.jsonl', null],
    ['../a.jsonl', null],
    [`${'x'.repeat(101)}.jsonl`, null],
  ])('takes %s for the journal of %s', (name, run) => {
    expect(runOfJournal(name)).toBe(run);
  });
});

describe('what is swept', () => {
  it('is what has a name of ours, in folders of ours', () => {
    const takeover = `heal.lock.${'a'.repeat(32)}`;
    const root = makeFolder({
      [`.specflow/${TEMPORARY}`]: '',
      [`.specflow/findings/${TEMPORARY}`]: '',
      [`.specflow/cache/${TEMPORARY}`]: '',
      [`.specflow/runs/${TEMPORARY}`]: '',
      [`.specflow/runs/${takeover}`]: '',
      '.specflow/x.tmp': '',
      '.specflow/runs/x.tmp': '',
      [`src/${TEMPORARY}`]: '',
    });
    expect(hasLitter(root)).toBe(true);
    sweepRunsFolder(root);
    expect(readdirSync(join(root, '.specflow/runs'))).toEqual(['x.tmp']);
    sweepStateFolders(root);
    expect(hasLitter(root)).toBe(false);
    expect(readdirSync(join(root, '.specflow')).sort()).toEqual(['cache', 'findings', 'runs', 'x.tmp']);
    expect(readdirSync(join(root, '.specflow/cache'))).toEqual([]);
    expect(readdirSync(join(root, '.specflow/findings'))).toEqual([]);
    expect(readdirSync(join(root, 'src'))).toEqual([TEMPORARY]);
  });

  it('is also a store lock whose holder is gone, but not one that is held', () => {
    const root = makeFolder();
    expect(hasLitter(root)).toBe(false);
    const lock = takeLock(root, 'store', 'a test', 0);
    expect(hasLitter(root)).toBe(false);
    const file = join(root, '.specflow/runs/store.lock');
    writeFileSync(file, read(root, '.specflow/runs/store.lock').replace(/"start":"\d+"/, '"start":"1"'));
    expect(hasLitter(root)).toBe(true);
    expect(lock.kind).toBe('taken');
  });
});
