import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { runIn } from '../../support/run-in-process.js';

const CONTRACT = `contract_meta: { id: calls, version: 1 }
rules:
  non_negotiable:
    - id: CALL-1
      title: t
      scope: ["src/**/*.ts"]
      behavior:
        forbidden_patterns:
          - pattern: /oldCall\\(/
            message: m
            auto_fix: { strategy: replace, find: "oldCall(", replace: "newCall(" }
`;
const HEAD = 'declare const oldCall: (n: number) => number;\ndeclare const newCall: (n: number) => number;\n';
const FILES = {
  'contracts/c.yml': CONTRACT,
  'src/a.ts': `${HEAD}export const a = oldCall(1);\n`,
  'src/b.ts': `${HEAD}export const b = oldCall(2);\n`,
};

/** What the history teaches, and how much of it was heal. */
async function learnt(root: string): Promise<object> {
  const { examples, healed, lessons } = JSON.parse((await runIn(root, ['patterns', 'learn', '--json'])).out);
  return { examples, healed, lessons };
}

async function healAll(root: string, ...paths: string[]): Promise<void> {
  expect((await runIn(root, ['heal', ...paths, '--format', 'json'])).code).toBe(0);
}

describe('patterns learn', () => {
  it('counts what heal wrote for nobody, whether its evidence is in the same commit or another', async () => {
    const root = makeRepository(FILES);
    commitAll(root);
    await healAll(root);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'heal');
    expect(await learnt(root)).toEqual({ examples: 0, healed: 2, lessons: [] });
    expect((await runIn(root, ['patterns', 'learn'])).out).toContain('Left out, as heal made them itself: 2.\n');
    git(root, 'reset', '-q', '--soft', 'HEAD~1');
    git(root, 'commit', '-qm', 'heal', '--', 'src');
    git(root, 'commit', '-qm', 'its evidence');
    expect(await learnt(root)).toEqual({ examples: 0, healed: 2, lessons: [] });
  });

  it('counts what people wrote beside it, and knows its own where lines had moved', async () => {
    const root = makeRepository(FILES);
    commitAll(root);
    writeFileSync(join(root, 'src/a.ts'), `// moved\n${FILES['src/a.ts']}`);
    await healAll(root, 'src/a.ts');
    writeFileSync(join(root, 'src/b.ts'), FILES['src/b.ts'].replace('= oldCall', '= newCall'));
    commitAll(root);
    expect(await learnt(root)).toEqual({ examples: 1, healed: 1, lessons: [] });
  });

  it('says that a shallow clone holds less than there was to learn from', async () => {
    const root = makeRepository(FILES);
    commitAll(root);
    commitAll(root);
    const clone = makeFolder();
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${root}`, '.');
    expect(await runIn(clone, ['patterns', 'learn'])).toMatchObject({
      code: 0,
      err: expect.stringContaining('learn/shallow'),
    });
    expect((await runIn(root, ['patterns', 'learn'])).err).toBe('');
  });

  it('learns from no commit whose evidence cannot be read', async () => {
    const root = makeRepository(FILES);
    commitAll(root);
    writeFileSync(join(root, 'src/b.ts'), FILES['src/b.ts'].replace('= oldCall', '= newCall'));
    mkdirSync(join(root, '.specflow'));
    writeFileSync(join(root, '.specflow/evidence.jsonl'), '<<<<<<< HEAD\n');
    commitAll(root);
    rmSync(join(root, '.specflow/evidence.jsonl'));
    expect(await learnt(root)).toEqual({ examples: 0, healed: 1, lessons: [] });
  });

  it('shows what can be taken over before what came to nothing, and of long code as much as a line holds', async () => {
    const long = (name: string, mark: string): string => `export const a = ${name}('${'x'.repeat(100)}${mark}');\n`;
    const short = (name: string): string => `${HEAD}export const a = ${name}(1);\n`;
    const root = makeRepository({
      'contracts/c.yml': CONTRACT,
      'contracts/d.yml': CONTRACT.replace('id: calls', 'id: others')
        .replace('CALL-1', 'LONG-1')
        .replaceAll('oldCall', 'longCall'),
      ...{ 'src/a.ts': long('longCall', 'a'), 'src/b.ts': long('longCall', 'b') },
      ...{ 'src/c.ts': short('oldCall'), 'src/d.ts': short('oldCall') },
    });
    commitAll(root);
    for (const name of ['a', 'b']) writeFileSync(join(root, `src/${name}.ts`), long('newCall', name));
    commitAll(root);
    for (const name of ['c', 'd']) writeFileSync(join(root, `src/${name}.ts`), short('newCall'));
    commitAll(root);
    const { out } = await runIn(root, ['patterns', 'learn']);
    expect(out.match(/^(?:proposal|refused)/gm)).toEqual(['proposal', 'refused']);
    expect(out).toContain(`      - longCall('${'x'.repeat(61)}…\n`);
  });
});
