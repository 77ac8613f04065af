import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../support/make-folder.js';
import { SECURITY_CONTRACT, storeWith } from '../support/sample-contract.js';

const BROKEN =
  'export function show(element: HTMLElement, user: { bio: string }): void {\n  element.innerHTML = user.bio\n}\n';
const MENDED = BROKEN.replace('.innerHTML =', '.textContent =');
const SECRET = 'export const api_key = "abc12345"\n';

/** What each source holds before a heal, and what after it. */
export const SOURCES: Readonly<Record<string, { readonly old: string; readonly new: string; readonly mode: number }>> =
  {
    'src/a.ts': { old: BROKEN, new: MENDED, mode: 0o644 },
    'src/b.ts': { old: `\ufeff// two\n${BROKEN}`, new: `\ufeff// two\n${MENDED}`, mode: 0o600 },
    'src/deep/c.ts': { old: SECRET, new: SECRET.replace('"abc12345"', 'process.env.API_KEY'), mode: 0o755 },
  };

/** Commands that judge the healed files, without a process of Node's. */
export type Verify = 'none' | 'agrees' | 'disagrees';

const COMMANDS: Readonly<Record<Verify, readonly (readonly string[])[]>> = {
  none: [],
  agrees: [['true']],
  // Content only with the files as they were.
  disagrees: [['grep', '-q', 'innerHTML', 'src/a.ts']],
};

/** A small project with three files to heal by a gold pattern and a template. The caller removes it. */
export function makeFaultProject(verify: Verify): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'specflow-fault-')));
  writeFiles(root, {
    'contracts/security.yml': SECURITY_CONTRACT,
    '.specflow/fix-patterns.json': storeWith('0.75', 'gold'),
    '.specflow/config.json': JSON.stringify({ heal_loop: { verify: COMMANDS[verify] } }),
    ...Object.fromEntries(Object.entries(SOURCES).map(([file, { old }]) => [file, old])),
  });
  for (const [file, { mode }] of Object.entries(SOURCES)) chmodSync(join(root, file), mode);
  return root;
}

export function removeFolder(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

export function filesBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

export function readIn(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** As a person who saves a file: over its bytes, in place. */
export function saveIn(root: string, file: string, text: string): void {
  writeFileSync(join(root, file), text);
}
