import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/model/content-hash.js';
import type { Problem } from '../../src/model/problem.js';
import { takeLock } from '../../src/platform/state/lock.js';
import { interruptedFinding, interruptedRuns, unendedRuns } from '../../src/runs/interrupted-runs.js';
import { type JournalEntry, printEntry } from '../../src/runs/journal.js';
import { openJournal } from '../../src/runs/open-journal.js';
import { recoverRun } from '../../src/runs/recover-run.js';
import { runOfJournal } from '../../src/runs/run-files.js';
import { hasLitter, sweepRunsFolder, sweepStateFolders } from '../../src/runs/sweep-litter.js';
import { beforeDiskCall, systemError } from '../support/before-disk-call.js';
import { makeFolder, writeFiles } from '../support/make-folder.js';

const RUN = '20260101-000000-abcdef';
const OPEN = `.specflow/runs/open/${RUN}.jsonl`;
const CLOSED = `.specflow/runs/${RUN}/journal.jsonl`;
const BACKUP = `.specflow/runs/${RUN}/before/src/a.ts`;
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
const wroteTexts = (file: string, before: string, after: string, temporary = TEMPORARY): JournalEntry => ({
  kind: 'write',
  file,
  before: contentHash(before, false),
  after: contentHash(after, false),
  temporary,
});
const wrote = (file = 'src/a.ts', temporary = TEMPORARY): JournalEntry => wroteTexts(file, OLD, NEW, temporary);
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

function fail(code: string): () => void {
  return () => {
    throw systemError(code);
  };
}

/** Has something happen just before recovery opens a file for the n-th time. */
function beforeOpening(root: string, file: string, n: number, happens: () => void): void {
  let count = 0;
  beforeDiskCall('openSync', (path) => {
    if (path === join(root, file) && ++count === n) happens();
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
    expect(findings).toEqual([
      {
        code: 'heal/put-back',
        ruleId: null,
        file: 'src/a.ts',
        line: null,
        message: `Run ${RUN} was interrupted before its fixes were verified; this file holds again what it held before.`,
        help: null,
      },
    ]);
    expect(saved).toEqual([]);
    expect(read(root, 'src/a.ts')).toBe(OLD);
    expect(statSync(join(root, 'src/a.ts')).mode & 0o777).toBe(0o750);
    expect([existsSync(join(root, OPEN)), existsSync(join(root, CLOSED))]).toEqual([false, true]);
    expect(recover(root)).toMatchObject({ findings: [], problems: [], selection: null });
  });

  it('keeps what was proven, and hands over what it taught', () => {
    const root = killed([begin('each'), lesson, wrote()]);
    const { findings, saved, selection: asked } = recover(root);
    expect(findings).toMatchObject([
      {
        code: 'heal/recovered',
        file: 'src/a.ts',
        message: `Run ${RUN} was interrupted after healing this file; its fixes were proven and stay.`,
        help: null,
      },
    ]);
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
    expect(findings).toMatchObject([
      {
        code: 'heal/newer-work',
        file: 'src/a.ts',
        message: `Run ${RUN} was interrupted while it healed this file; it was changed since and is left as it is.`,
        help: `What it held before that run is in .specflow/runs/${RUN}/before/src/a.ts.`,
      },
    ]);
    expect(read(root, 'src/a.ts')).toBe('mine\n');
    expect(existsSync(join(root, CLOSED))).toBe(true);
  });

  it.each<[string, (root: string) => void, string]>([
    [
      'its backup is not what it was',
      (root) => writeFileSync(join(root, BACKUP), 'x'),
      `its backup ${BACKUP} is gone or changed`,
    ],
    ['its backup is gone', (root) => rmSync(join(root, BACKUP)), `its backup ${BACKUP} is gone or changed`],
    [
      'its backup cannot be read',
      (root) => beforeOpening(root, BACKUP, 1, fail('EIO')),
      `its backup ${BACKUP} cannot be read: the system said EIO`,
    ],
    ['it cannot be read', (root) => beforeOpening(root, 'src/a.ts', 1, fail('EIO')), 'the system said EIO'],
    [
      'it cannot be read a second time',
      (root) => beforeOpening(root, 'src/a.ts', 2, fail('EIO')),
      'the system said EIO',
    ],
    [
      'it has a second name',
      (root) => linkSync(join(root, 'src/a.ts'), join(root, 'b.ts')),
      'it has several names (hard links), and only one of them would change',
    ],
    ['it is write-protected', (root) => chmodSync(join(root, 'src/a.ts'), 0o444), 'it is write-protected'],
    ['the disk fails', () => beforeDiskCall('renameSync', fail('ENOSPC')), 'the system said ENOSPC'],
  ])('changes nothing and saves nothing where %s', (_, spoil, why) => {
    const root = killed([begin('together'), wrote()]);
    spoil(root);
    const { findings, problems, saved } = recover(root);
    expect(problems).toEqual([
      {
        code: 'heal/not-recovered',
        severity: 'incomplete',
        file: 'src/a.ts',
        line: null,
        column: null,
        message: `An interrupted heal run could not be brought to its end: ${why}.`,
        help: 'Put that right and run heal again; nothing else was healed.',
      },
    ]);
    expect([findings, saved]).toEqual([[], []]);
    expect(read(root, 'src/a.ts')).toBe(NEW);
    expect(existsSync(join(root, OPEN))).toBe(true);
  });

  it.each<[string, string, string]>([
    ['a byte order mark', '\ufeffold\n', '\ufeffnew\n'],
    ['ends of lines of both kinds', 'one\r\ntwo\nthree', 'one\r\n2\nthree'],
    ['no end of its last line', 'grün 😀', 'grün'],
    ['nothing at all', '', 'new\n'],
  ])('puts back each byte of a file with %s', (_, before, after) => {
    const root = killed([begin('together'), wroteTexts('src/a.ts', before, after)], {
      'src/a.ts': after,
      [BACKUP]: before,
    });
    expect(recover(root).codes).toEqual(['heal/put-back']);
    expect(readFileSync(join(root, 'src/a.ts'))).toEqual(Buffer.from(before));
  });

  describe.each<[string, (root: string, happens: () => void) => void]>([
    ['before it is looked at again', (root, happens) => beforeOpening(root, 'src/a.ts', 2, happens)],
    ['while its backup is read', (root, happens) => beforeOpening(root, BACKUP, 1, happens)],
    ['in the last moment', (_root, happens) => beforeDiskCall('accessSync', happens)],
  ])('a file that is touched %s', (_, when) => {
    it.each<[string, (file: string) => void, readonly string[]]>([
      ['saved', (file) => writeFileSync(file, 'mine\n'), ['mine\n']],
      ['deleted', (file) => rmSync(file), []],
    ])('stays %s', (_what, touch, texts) => {
      const root = killed([begin('together'), wrote()]);
      const file = join(root, 'src/a.ts');
      when(root, () => touch(file));
      expect(recover(root).codes).toEqual(['heal/newer-work']);
      expect(readdirSync(join(root, 'src')).map((name) => read(root, `src/${name}`))).toEqual(texts);
      expect(read(root, BACKUP)).toBe(OLD);
    });
  });

  it('decides about each file by itself, and saves nothing before all are at their end', () => {
    const entries = [begin('each'), lesson, wrote(), wrote('src/gone.ts'), wrote('src/before.ts')];
    const root = killed(entries, { [`src/${TEMPORARY}`]: 'half', 'src/before.ts': OLD });
    let isStuck = true;
    beforeDiskCall('unlinkSync', (path) => {
      if (isStuck && path.endsWith(TEMPORARY)) throw systemError('EACCES');
    });
    const first = recover(root);
    expect(first.codes).toEqual(['heal/recovered', 'heal/newer-work', ...Array(3).fill('heal/not-recovered')]);
    expect(first.problems[0]).toMatchObject({
      file: `src/${TEMPORARY}`,
      message: 'An interrupted heal run could not be brought to its end: the system said EACCES.',
    });
    expect([first.saved, existsSync(join(root, OPEN))]).toEqual([[], true]);
    isStuck = false;
    expect(recover(root)).toMatchObject({ codes: ['heal/recovered', 'heal/newer-work'], saved: ['learnt'] });
  });

  it('stays interrupted where its end cannot be noted', () => {
    const root = makeFolder({ [OPEN]: journal(begin('each')), 'elsewhere/x': '' });
    symlinkSync(join(root, 'elsewhere'), join(root, `.specflow/runs/${RUN}`));
    expect(recover(root).problems).toMatchObject([
      {
        code: 'heal/not-recovered',
        file: OPEN,
        message:
          'An interrupted heal run could not be brought to its end: its end could not be noted: a folder on the way to it is a symbolic link.',
      },
    ]);
    expect(unendedRuns(root)).toEqual([RUN]);
    expect(readdirSync(join(root, 'elsewhere'))).toEqual(['x']);
  });

  it('says so where the folder of the run cannot be listed', () => {
    const root = makeFolder({ [OPEN]: journal(begin('each')), [`.specflow/runs/${RUN}`]: 'a file' });
    expect(() => recover(root)).toThrow('ENOTDIR');
    expect(unendedRuns(root)).toEqual([RUN]);
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
    const { findings, problems } = recover(root);
    expect(problems).toMatchObject([{ file: '.specflow/config.json', code: 'heal/not-recovered' }]);
    expect(problems[0]?.message).toContain('heal never writes there');
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['heal/newer-work', '../outside.ts'],
      ['heal/newer-work', '.git/config'],
    ]);
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

  it.each<[string, string | Uint8Array]>([
    ['half a line', '{"kind":"wri'],
    ['half a character', Uint8Array.of(0x22, 0xc3)],
    ['zeros', new Uint8Array(4096)],
    ['what was on the disk before', Uint8Array.of(0xff, 0xfe, 0x80)],
  ])('goes by what the journal says up to %s that a power cut left at its end', (_, torn) => {
    const root = killed([begin('together'), wrote()]);
    appendFileSync(join(root, OPEN), torn);
    expect(recover(root)).toMatchObject({ codes: ['heal/put-back'], selection });
    expect(read(root, 'src/a.ts')).toBe(OLD);
  });

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    ['holds nonsense', { [OPEN]: 'x\n' }, 'line 1 makes no sense'],
    [
      'holds zeros in its middle',
      { [OPEN]: `${journal(begin('each'))}\0\0\n${journal(wrote())}` },
      'line 2 makes no sense',
    ],
    ['is no text', { [OPEN]: Uint8Array.of(0xff, 0xfe, 0x0a) }, 'it is not UTF-8 text'],
    ['is not a file', { [`${OPEN}/x`]: '' }, 'it is not a regular file'],
  ])('touches nothing where the journal %s', (_, files, why) => {
    const root = makeFolder({ 'src/a.ts': NEW, [`src/${TEMPORARY}`]: 'half', ...files });
    const { findings, problems, saved, selection: asked } = recover(root);
    expect(problems).toEqual([
      {
        code: 'heal/journal-unreadable',
        severity: 'incomplete',
        file: OPEN,
        line: null,
        column: null,
        message: `Heal run ${RUN} was interrupted, and its journal cannot be read: ${why}.`,
        help: `Compare your files with those in .specflow/runs/${RUN}/before/, then remove the journal.`,
      },
    ]);
    expect([findings, saved, asked]).toEqual([[], [], null]);
    expect(readdirSync(join(root, 'src')).sort()).toEqual([TEMPORARY, 'a.ts']);
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

describe('a journal', () => {
  it('has its beginning on disk before anything else, and each line that is to survive a power cut', () => {
    const root = makeFolder();
    const opened = openJournal(root, begin('each'));
    const onDisk: string[] = [];
    // What is synced, and in what state, folders included.
    beforeDiskCall('fsyncSync', () => onDisk.push(existsSync(join(root, OPEN)) ? read(root, OPEN) : ''));
    opened.begin();
    expect(onDisk.at(-1)).toBe(journal(begin('each')));
    opened.note(lesson, false);
    expect(onDisk.at(-1)).toBe(journal(begin('each')));
    opened.note(wrote(), true);
    expect(onDisk.at(-1)).toBe(journal(begin('each'), lesson, wrote()));
  });

  it('whose beginning did not fit on the disk takes no entry', () => {
    const root = makeFolder();
    const opened = openJournal(root, begin('each'));
    beforeDiskCall('writeSync', () => {
      if (existsSync(join(root, OPEN))) throw systemError('ENOSPC');
    });
    const failure = { kind: 'failed', error: 'the system said ENOSPC' };
    expect([opened.begin(), opened.note(lesson, true), opened.begin()]).toEqual([failure, failure, failure]);
    expect(read(root, OPEN)).toBe('');
    expect(opened.end().kind).toBe('written');
    expect(unendedRuns(root)).toEqual([]);
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
  });

  it('says what happened and what to do', () => {
    expect(interruptedFinding(RUN)).toEqual({
      code: 'heal/interrupted',
      ruleId: null,
      file: null,
      line: null,
      message: `Heal run ${RUN} was interrupted: files may hold fixes that nobody has verified.`,
      help: 'Run "specflow heal --resume": it puts back what was not proven, and goes on.',
    });
  });

  it('asks who heals only where a run is open: every command pays for it', () => {
    const root = makeFolder({ '.specflow/runs/heal.lock': '' });
    const opened: string[] = [];
    beforeDiskCall('openSync', (path) => opened.push(path));
    expect(interruptedRuns(root)).toEqual([]);
    expect(opened.filter((path) => path.endsWith('heal.lock'))).toEqual([]);
    writeFiles(root, { [OPEN]: '' });
    // The lock names nobody: somebody may be about to begin.
    expect(interruptedRuns(root)).toEqual([]);
    expect(opened.filter((path) => path.endsWith('heal.lock'))).toHaveLength(1);
  });

  it('stop who heals where they cannot be listed, and nobody else', () => {
    const root = makeFolder({ [OPEN]: '' });
    beforeDiskCall('readdirSync', fail('EACCES'));
    expect(interruptedRuns(root)).toEqual([]);
    expect(() => unendedRuns(root)).toThrow('EACCES');
  });

  it.each([
    [`${RUN}.jsonl`, RUN],
    ['x.json', null],
    ['x.jsonl.bak', null],
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
