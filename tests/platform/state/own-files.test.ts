import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/platform/state/append-log.js';
import { moveOwnFile, namesIn, removeOwnFile } from '../../../src/platform/state/own-files.js';
import { finishSave, hasUnfinishedSave, saveTogether } from '../../../src/platform/state/save-together.js';
import { makeFolder } from '../../support/make-folder.js';

const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');

describe('own files', () => {
  it('are removed, and gone already is as good', () => {
    const root = makeFolder({ '.specflow/x': '1' });
    expect(removeOwnFile(root, '.specflow/x').kind).toBe('written');
    expect(removeOwnFile(root, '.specflow/x').kind).toBe('written');
    expect(namesIn(root, '.specflow')).toEqual([]);
  });

  it('are never removed or moved through a link, nor is a folder', () => {
    const root = makeFolder({ 'real/x': '1', '.specflow/folder/y': '1' });
    symlinkSync(join(root, 'real'), join(root, 'linked'));
    symlinkSync(join(root, 'real/x'), join(root, 'link'));
    expect(removeOwnFile(root, 'linked/x').kind).toBe('refused');
    expect(removeOwnFile(root, 'link').kind).toBe('refused');
    expect(removeOwnFile(root, '.specflow/folder')).toEqual({ kind: 'refused', reason: 'it is not a regular file' });
    expect(removeOwnFile(root, '../x').kind).toBe('refused');
    expect(moveOwnFile(root, 'real/x', 'linked/z').kind).toBe('refused');
    expect(moveOwnFile(root, 'real/x', '.git/z')).toEqual({ kind: 'refused', reason: 'it lies in the git folder' });
    expect(existsSync(join(root, '.git'))).toBe(false);
    expect(read(root, 'real/x')).toBe('1');
  });

  it('are listed in order; there are none in a link, a file, or what is not there', () => {
    const root = makeFolder({ 'real/b': '1', 'real/a': '1', 'real/C': '1' });
    symlinkSync(join(root, 'real'), join(root, 'linked'));
    expect(namesIn(root, 'real')).toEqual(['C', 'a', 'b']);
    expect(namesIn(root, 'linked')).toEqual([]);
    expect(namesIn(root, 'real/a')).toEqual([]);
    expect(namesIn(root, 'nowhere')).toEqual([]);
    // A name too long for any file is a failure to look.
    expect(() => namesIn(root, 'x'.repeat(300))).toThrow('ENAMETOOLONG');
  });

  it('move to another folder in one step, which is made where need be', () => {
    const root = makeFolder({ '.specflow/a/x': '1' });
    expect(moveOwnFile(root, '.specflow/a/x', '.specflow/b/c/y').kind).toBe('written');
    expect(read(root, '.specflow/b/c/y')).toBe('1');
    expect(existsSync(join(root, '.specflow/a/x'))).toBe(false);
    expect(moveOwnFile(root, '.specflow/a/x', '.specflow/b/z').kind).toBe('changed');
  });
});

describe('createLog', () => {
  it('grows line by line, and takes no file that is there', () => {
    const root = makeFolder();
    const created = createLog(root, '.specflow/runs/open/x.jsonl');
    if (created.kind !== 'open') throw new Error(created.kind);
    expect(created.log.append('one', true).kind).toBe('written');
    expect(created.log.append('zwei ü', false).kind).toBe('written');
    created.log.close();
    expect(read(root, '.specflow/runs/open/x.jsonl')).toBe('one\nzwei ü\n');
    expect(createLog(root, '.specflow/runs/open/x.jsonl')).toEqual({ kind: 'failed', error: 'the system said EEXIST' });
    expect(createLog(root, '../x').kind).toBe('refused');
    symlinkSync(join(root, '.specflow'), join(root, 'linked'));
    const behindLink = { kind: 'refused', reason: 'a folder on the way to it is a symbolic link' };
    expect(createLog(root, 'linked/x.jsonl')).toEqual(behindLink);
  });

  it('adds nothing behind a line that failed', () => {
    const root = makeFolder();
    const created = createLog(root, 'x.jsonl');
    if (created.kind !== 'open') throw new Error(created.kind);
    created.log.close();
    expect(created.log.append('one', false)).toEqual({ kind: 'failed', error: 'the system said EBADF' });
    // Whatever is open under that number by now is not written to either.
    const other = openSync(join(root, 'other'), 'w');
    expect(created.log.append('two', false)).toEqual({ kind: 'failed', error: 'the system said EBADF' });
    closeSync(other);
    expect(read(root, 'other')).toBe('');
  });
});

describe('saveTogether', () => {
  const SAVES = [
    { path: '.specflow/a.json', text: 'new a' },
    { path: '.specflow/b.json', text: 'new b' },
  ];
  const UNFINISHED = '.specflow/runs/unfinished-save.json';
  /** As a kill leaves it that came after the plan was written. */
  function planned(files: Readonly<Record<string, string>>): string {
    const root = makeFolder(files);
    // A folder in its place: the second file cannot be written.
    mkdirSync(join(root, '.specflow/b.json'), { recursive: true });
    expect(
      saveTogether(
        root,
        [SAVES[1], SAVES[0]].flatMap((save) => save ?? []),
      ).kind,
    ).toBe('refused');
    return root;
  }

  it('writes all, and leaves no plan', () => {
    const root = makeFolder({ '.specflow/a.json': 'old' });
    expect(saveTogether(root, SAVES).kind).toBe('written');
    expect(SAVES.map(({ path }) => read(root, path))).toEqual(['new a', 'new b']);
    expect(hasUnfinishedSave(root)).toBe(false);
    expect(readdirSync(join(root, '.specflow')).sort()).toEqual(['a.json', 'b.json', 'runs']);
  });

  it('has no need of a plan for one file, and does nothing for none', () => {
    const root = makeFolder();
    expect(saveTogether(root, SAVES.slice(0, 1)).kind).toBe('written');
    expect(saveTogether(root, []).kind).toBe('written');
    expect(readdirSync(join(root, '.specflow'))).toEqual(['a.json']);
  });

  it('writes nothing where it cannot note what it is about to write', () => {
    const root = makeFolder({ '.specflow/a.json': 'old', [`${UNFINISHED}/x`]: 'in its place' });
    expect(saveTogether(root, SAVES).kind).toBe('refused');
    expect(read(root, '.specflow/a.json')).toBe('old');
    expect(existsSync(join(root, '.specflow/b.json'))).toBe(false);
    // Nothing can be read from it, so nothing is done, and it stays in sight.
    expect(hasUnfinishedSave(root)).toBe(true);
    expect(finishSave(root).kind).toBe('refused');
  });

  it('is finished by whoever comes next, but for a file that somebody wrote to since', () => {
    const root = planned({ '.specflow/a.json': 'old' });
    expect(hasUnfinishedSave(root)).toBe(true);
    expect(read(root, '.specflow/a.json')).toBe('old');
    expect(finishSave(root).kind).toBe('refused');

    const other = makeFolder({ [UNFINISHED]: read(root, UNFINISHED), '.specflow/a.json': 'by hand' });
    expect(finishSave(other).kind).toBe('written');
    expect(read(other, '.specflow/a.json')).toBe('by hand');
    expect(read(other, '.specflow/b.json')).toBe('new b');
    expect(hasUnfinishedSave(other)).toBe(false);

    const third = makeFolder({ [UNFINISHED]: read(root, UNFINISHED), '.specflow/a.json': 'old' });
    expect(finishSave(third).kind).toBe('written');
    expect(SAVES.map(({ path }) => read(third, path))).toEqual(['new a', 'new b']);
    expect(finishSave(third).kind).toBe('written');
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"saves":[1,{"path":2},{"path":".specflow/x"},{"text":"x"},{"path":null,"text":"x"}]}'],
    ['a source file', '{"saves":[{"path":"src/a.ts","text":"x","before":null}]}'],
    ['the configuration', '{"saves":[{"path":".specflow/config.json","text":"x","before":null}]}'],
    ['a contract', '{"saves":[{"path":".specflow/contracts/a.yml","text":"x","before":null}]}'],
  ])('carries out no plan with %s', (_, text) => {
    const root = makeFolder({ [UNFINISHED]: text });
    expect(finishSave(root).kind).toBe('written');
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(['.specflow', '.specflow/runs']);
  });

  it('carries out no plan that leads out of the folder', () => {
    // One that did would land in a folder of the test.
    const plan = '{"saves":[{"path":".specflow/../../x","text":"x","before":null}]}';
    const root = join(makeFolder({ [`root/${UNFINISHED}`]: plan }), 'root');
    expect(finishSave(root).kind).toBe('refused');
  });
});
