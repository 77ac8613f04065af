import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

const SECRET = 'zq7vXk2mPw9e';
const CONTRACT = `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:
    - id: SEC-001
      title: No secrets in the code
      scope: ["src/**"]
      behavior:
        forbidden_patterns:
          - { pattern: "/password = \\"\\\\w+\\"/", message: No secrets }
    - id: DOM-001
      title: No markup
      scope: ["src/**"]
      behavior:
        forbidden_patterns:
          - { pattern: /\\.innerHTML = .*/, message: No markup }
`;

const project = (contract = CONTRACT): string =>
  makeFolder({
    'contracts/app.yml': contract,
    'src/a.js': `const password = "${SECRET}"; a.innerHTML = "${SECRET}";\na.innerHTML = b;\n`,
  });

describe('a secret that no rule was asked about', () => {
  it.each([
    'pretty',
    'compact',
    'json',
    'jsonl',
    'sarif',
    'junit',
    'html',
    'contract-test',
    'github',
    'gitlab',
    'agent',
  ])('is not shown as %s', async (format) => {
    for (const choice of [
      ['--rule', 'DOM-001'],
      ['src/a.js', '--rule', 'DOM-001'],
    ]) {
      const { out, err, code } = await runIn(project(), ['check', ...choice, '--format', format]);
      expect(code).toBe(1);
      expect(out).toContain('DOM-001');
      expect(out).not.toContain('SEC-001');
      expect(out + err).not.toContain(SECRET);
    }
  });

  it('is not shown by a merge of shards, which says what one machine says', async () => {
    const root = project(
      // A rule about secrets that looks at more than the files in question, some of which cannot be read.
      `${CONTRACT}    - id: SEC-002
      title: Secrets come from the vault
      scope: ["src/**"]
      behavior:
        required_patterns:
          - { pattern: /vault/, message: No vault }
`,
    );
    for (const at of [1, 2, 3, 4]) {
      writeFileSync(join(root, `src/b${at}.js`), `a.innerHTML = "${SECRET}";\n`);
      writeFileSync(join(root, `src/c${at}.js`), Uint8Array.of(0xff));
    }
    const blobs = [1, 2, 3].map((index) => `${index}.blob`);
    for (const [at, blob] of blobs.entries()) {
      await runIn(root, ['check', '-r', 'DOM-001', '--shard', `${at + 1}/3`, '-o', `blob=${blob}`]);
    }
    for (const format of ['json', 'pretty', 'sarif', 'html']) {
      const merged = await runIn(root, ['report', 'merge', ...blobs, '--format', format]);
      expect(merged.out + merged.err).not.toContain(SECRET);
      expect(merged).toEqual(await runIn(root, ['check', '-r', 'DOM-001', '--format', format]));
      expect(merged.out).toContain('src/b4.js');
    }
  });

  it('is not written down with what a person saw beside it', async () => {
    const root = project();
    await runIn(root, ['findings', 'add', 'odd', '--file', 'src/a.js', '--line', '1']);
    const folder = join(root, '.specflow/findings');
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(written.join('')).toContain('a.innerHTML');
    expect(written.join('')).not.toContain(SECRET);
  });

  it('is not written down where the contract that knows it is broken', async () => {
    const root = project(CONTRACT.replace('forbidden_patterns:', 'forbidden_patterns: ['));
    expect((await runIn(root, ['findings', 'add', 'odd', '--file', 'src/a.js', '--line', '1'])).code).toBe(0);
    const folder = join(root, '.specflow/findings');
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([
      expect.not.stringContaining(SECRET),
    ]);
  });
});
