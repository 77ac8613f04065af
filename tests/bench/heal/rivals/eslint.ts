import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rival } from './rival.js';

const RULES: Readonly<Record<string, readonly [string, unknown]>> = {
  'PARSE-INT': ['unicorn/prefer-number-properties', 'error'],
  TYPEOF: ['eqeqeq', 'error'],
  SUBSTR: ['unicorn/prefer-string-slice', 'error'],
  NODE: ['unicorn/prefer-node-protocol', 'error'],
};

/** The rules of ESLint and its best-known plugin that mend what ours mend. */
export const eslint: Rival = {
  name: 'eslint --fix',
  packages: ['eslint@9.39.2', 'eslint-plugin-unicorn@62.0.0', '@typescript-eslint/parser@8.73.0', 'typescript@5.9.3'],
  knows: (ruleId) => Object.hasOwn(RULES, ruleId),
  mend(folder, _files, ruleId, tools) {
    const rule = RULES[ruleId];
    if (rule) fixFolder(folder, tools, { [rule[0]]: rule[1] });
  },
};

/** All of them at once, for real projects. */
export function mendEverydayByEslint(folder: string, tools: string): void {
  const rules = Object.fromEntries(Object.values(RULES));
  fixFolder(folder, tools, { ...rules, 'no-var': 'error' });
}

function fixFolder(folder: string, tools: string, rules: Readonly<Record<string, unknown>>): void {
  // The configuration lies beside the installed plugins, so that they are found.
  const config = path.join(tools, `eslint-${process.pid}.config.mjs`);
  writeFileSync(
    config,
    `import unicorn from 'eslint-plugin-unicorn';
import * as parser from '@typescript-eslint/parser';
export default [
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{ts,tsx,js,jsx,mjs,cjs}'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { unicorn },
    rules: ${JSON.stringify(rules)},
  },
];
`,
  );
  const bin = path.join(tools, 'node_modules/eslint/bin/eslint.js');
  const args = [bin, '--no-config-lookup', '--no-inline-config', '-c', config, '--fix', '--no-warn-ignored', '.'];
  const ended = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  rmSync(config, { force: true });
  // 1: something is left that it could not fix.
  if (ended.status !== 0 && ended.status !== 1) {
    throw new Error(`eslint ended with ${ended.status ?? ended.signal ?? ended.error?.message}:\n${ended.stderr}`);
  }
}
