import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { CLI, makeProject, type TestProject } from './run-cli.js';

const PACKAGE = path.resolve(import.meta.dirname, '../..');

/** A project in git that has specflow among its packages, as `npm install` would leave it. */
export function installedProject(files: Readonly<Record<string, string>>): TestProject {
  const at = makeProject({ '.gitignore': 'node_modules\n', ...files }, { git: true });
  installInto(at);
  return at;
}

export function installInto({ root }: TestProject): void {
  mkdirSync(path.join(root, 'node_modules/.bin'), { recursive: true });
  chmodSync(CLI, 0o755);
  symlinkSync(CLI, path.join(root, 'node_modules/.bin/specflow'));
  symlinkSync(PACKAGE, path.join(root, 'node_modules/specflow'), 'junction');
}
