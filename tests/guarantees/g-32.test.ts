import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { filesBelow, readIn, saveIn } from '../faults/fault-project.js';
import { makeFolder } from '../support/make-folder.js';
import { SECURITY_CONTRACT, storeWith, USER_PROFILE } from '../support/sample-contract.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import type { Subject } from './harness/subject.js';

const STORE = storeWith('0.95', 'platinum');
const STORE_FILE = '.specflow/fix-patterns.json';
const FILES = {
  'contracts/security.yml': SECURITY_CONTRACT,
  'src/a.tsx': USER_PROFILE,
  [STORE_FILE]: STORE,
};

/** Every truncation of the store but the ones that cut its last line end, and the empty file, are told as broken. */
async function expectTold(subject: Subject): Promise<void> {
  const { readStore } = await subject.load<typeof import('../../src/pattern-store/read-store.js')>(
    'src/pattern-store/read-store.ts',
  );
  const root = makeFolder(FILES);
  const whole = STORE.trimEnd().length;
  for (let length = 0; length < whole; length++) {
    saveIn(root, STORE_FILE, STORE.slice(0, length));
    const { store, problems } = readStore(root);
    expect(store, `cut to ${length}`).toBeNull();
    expect(problems[0]).toMatchObject({ severity: 'invalid', file: STORE_FILE });
    expect(problems[0]?.help).toBeTruthy();
  }
  fc.assert(
    fc.property(fc.nat(STORE.length - 1), fc.nat(7), (at, bit) => {
      const bytes = Buffer.from(STORE);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      writeFileSync(join(root, STORE_FILE), bytes);
      const { store, problems } = readStore(root);
      const isBroken = problems.some(({ severity }) => severity === 'invalid');
      // A flipped bit may make another number or name of it; it never makes trust out of nothing.
      expect(store === null).toBe(isBroken);
      expect(store?.patterns.every(({ hundredths }) => hundredths >= 0 && hundredths <= 100) ?? true).toBe(true);
    }),
    { numRuns: amount(1000, 20_000) },
  );
}

async function expectHarmless(subject: Subject, file: string, text: string): Promise<void> {
  const root = makeFolder({ ...FILES, [file]: text });
  const heal = await subject.run(['heal'], { cwd: root });
  expect(heal.code, file).toBe(2);
  expect(heal.stdout + heal.stderr).toContain(file);
  expect(readIn(root, file)).toBe(text);
  expect(readIn(root, 'src/a.tsx')).toBe(USER_PROFILE);
  const check = await subject.run(['check', '--format', 'json'], { cwd: root });
  expect(JSON.parse(check.stdout).violations).toHaveLength(1);
  expect(readIn(root, file)).toBe(text);
}

/** Whatever the cache holds: the same answer. */
async function expectSameAnswer(subject: Subject): Promise<void> {
  const root = makeFolder({ ...FILES, '.specflow/config.json': '{}' });
  execFileSync('git', ['init', '-q'], { cwd: root });
  const check = async () => (await subject.run(['check', '--format', 'json'], { cwd: root })).stdout;
  const payload = {
    hook_event_name: 'PostToolUse',
    tool_name: 'Edit',
    cwd: root,
    tool_input: { file_path: join(root, 'src/a.tsx') },
  };
  const hook = async () => {
    const { code, stdout, stderr } = await subject.run(['hook', 'claude'], {
      cwd: root,
      input: JSON.stringify(payload),
    });
    return { code, stdout, stderr };
  };
  const [answer, hooked] = [await check(), await hook()];
  expect(hooked.code).toBe(2);
  const cached = filesBelow(root).filter((file) => file.startsWith('.specflow/cache/') && !file.endsWith('.gitignore'));
  expect(cached.length).toBeGreaterThan(0);
  for (const spoil of [empty, halve, flip]) {
    await check();
    await hook();
    for (const file of cached) spoil(join(root, file));
    expect(await check(), spoil.name).toBe(answer);
    for (const file of cached) spoil(join(root, file));
    expect(await hook(), spoil.name).toEqual(hooked);
  }
}

function empty(file: string): void {
  writeFileSync(file, '');
}

function halve(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length >> 1));
}

/** One bit of every eighth byte. */
function flip(file: string): void {
  writeFileSync(
    file,
    readFileSync(file).map((byte, at) => (at % 8 === 5 ? byte ^ 1 : byte)),
  );
}

guarantee({
  id: 'G-32',
  async holds(subject) {
    await expectTold(subject);
    await expectHarmless(subject, STORE_FILE, STORE.slice(0, 100));
    await expectHarmless(subject, STORE_FILE, '');
    await expectHarmless(subject, '.specflow/reviews.json', '{"version": 1, "reviews": [');
    await expectHarmless(subject, '.specflow/evidence.jsonl', '{"id":"\n');
    await expectSameAnswer(subject);
  },
  // A broken store counts as none, and the next run writes over it.
  bug: {
    file: 'src/pattern-store/format/parse-store.ts',
    find: "  if (parsed.kind === 'failed') {\n",
    replace:
      "  if (parsed.kind === 'failed') {\n    return { store: { patterns: [], extras: [], layouts: new Map() }, problems: [], findings: [] };\n",
  },
});
