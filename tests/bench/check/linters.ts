// Linters that work on syntax trees, each with a handful of rules as its users would write them. Not the same work:
// they show what people wait for today.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contestant, NAMES } from './contestants.js';

const PACKAGES = ['eslint@9.39.2', '@typescript-eslint/parser@8.73.0', 'typescript@5.9.3', '@ast-grep/cli@0.51.1'];

const ESLINT_RULES = [
  'no-eval',
  'no-debugger',
  'no-console',
  'no-implied-eval',
  'no-new-func',
  'no-script-url',
  'no-alert',
  'no-empty',
];

const AST_GREP_PATTERNS = [
  'eval($A)',
  'debugger',
  'console.log($$$A)',
  'setTimeout("$A", $B)',
  'new Function($$$A)',
  '$A.innerHTML = $B',
  'alert($$$A)',
  'document.write($$$A)',
];

/** @returns them, or why there are none */
export function linters(cache: string): { readonly all: readonly Contestant[]; readonly missing: string | null } {
  const tools = join(cache, 'tools');
  const problem = install(tools);
  if (problem !== null) return { all: [], missing: problem };
  const bin = (name: string): string => join(tools, 'node_modules/.bin', name);
  const config = join(tools, 'eslint.config.mjs');
  writeFileSync(
    config,
    `import parser from '@typescript-eslint/parser';
const rules = Object.fromEntries(${JSON.stringify(ESLINT_RULES)}.map((name) => [name, 'error']));
export default [{ files: ['**/*.{ts,tsx,js,jsx}'], languageOptions: { parser }, linterOptions: { noInlineConfig: true }, rules }];
`,
  );
  const rules = join(tools, 'rules.yml');
  const languages = ['TypeScript', 'Tsx', 'JavaScript'];
  writeFileSync(
    rules,
    languages
      .flatMap((language) =>
        AST_GREP_PATTERNS.map(
          (pattern, at) =>
            `id: ${language.toLowerCase()}-${at}\nlanguage: ${language}\nseverity: warning\nrule: { pattern: '${pattern}' }\n`,
        ),
      )
      .join('---\n'),
  );
  const eslint = [
    process.execPath,
    '--max-old-space-size=4096',
    bin('eslint'),
    '-c',
    config,
    '--no-config-lookup',
    '-f',
    'json',
    '.',
  ];
  return {
    missing: null,
    all: [
      { name: NAMES.astGrep, commands: [[bin('ast-grep'), 'scan', '-r', rules, '--json=stream', '.']] },
      { name: NAMES.eslint, commands: [eslint], isSlow: true },
    ],
  };
}

function install(tools: string): string | null {
  const mark = join(tools, 'installed.json');
  const wanted = JSON.stringify(PACKAGES);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return null;
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{ "private": true, "type": "module" }\n');
  const ended = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...PACKAGES], {
    cwd: tools,
    encoding: 'utf8',
  });
  if (ended.status !== 0) return `npm could not install ${PACKAGES.join(', ')}`;
  writeFileSync(mark, wanted);
  return null;
}
