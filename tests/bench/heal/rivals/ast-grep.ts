import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rival } from './rival.js';

/** Rule bodies as ast-grep's own documentation would have them written: a pattern and its rewrite. */
const RULES: Readonly<Record<string, object>> = {
  'INNER-HTML': { rule: { pattern: '$E.innerHTML = $V' }, fix: '$E.textContent = $V' },
  DEBUGGER: { rule: { kind: 'debugger_statement' }, fix: '' },
  CONSOLE: { rule: { kind: 'expression_statement', has: { pattern: 'console.log($$$)' } }, fix: '' },
  'PARSE-INT': { rule: { pattern: 'parseInt($$$A)' }, fix: 'Number.parseInt($$$A)' },
  TYPEOF: { rule: { pattern: 'typeof $A == $B' }, fix: 'typeof $A === $B' },
  'HAS-OWN': { rule: { pattern: '$O.hasOwnProperty($K)' }, fix: 'Object.hasOwn($O, $K)' },
  THROW: { rule: { pattern: 'throw $S' }, constraints: { S: { kind: 'string' } }, fix: 'throw new Error($S);' },
  SUBSTR: { rule: { pattern: '$A.substr($B)' }, fix: '$A.slice($B)' },
  WARN: { rule: { pattern: 'log.warning($$$A)' }, fix: 'log.warn($$$A)' },
};

export const astGrep: Rival = {
  name: 'ast-grep',
  packages: ['@ast-grep/cli@0.51.1'],
  knows: (ruleId) => Object.hasOwn(RULES, ruleId),
  mend(folder, _files, ruleId, tools) {
    const body = RULES[ruleId];
    if (body) rewriteFolder(folder, tools, [[ruleId, body]]);
  },
};

/** All of them at once, for real projects. */
export function mendEverydayByAstGrep(folder: string, tools: string): void {
  const wanted = ['CONSOLE', 'DEBUGGER', 'PARSE-INT', 'TYPEOF', 'HAS-OWN', 'THROW', 'SUBSTR'];
  rewriteFolder(
    folder,
    tools,
    Object.entries(RULES).filter(([id]) => wanted.includes(id)),
  );
}

function rewriteFolder(folder: string, tools: string, rules: readonly (readonly [string, object])[]): void {
  const file = path.join(tools, `rules-${process.pid}.yml`);
  for (const language of ['TypeScript', 'Tsx', 'JavaScript']) {
    // JSON is YAML; one document a rule.
    writeFileSync(
      file,
      rules.map(([id, body]) => JSON.stringify({ id: id.toLowerCase(), language, ...body })).join('\n---\n'),
    );
    const bin = path.join(tools, 'node_modules/.bin/ast-grep');
    const ended = spawnSync(bin, ['scan', '--rule', file, '--update-all', '--no-ignore', 'hidden', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (ended.error) throw ended.error;
    if (ended.status !== 0 && ended.status !== 1)
      throw new Error(`ast-grep ended with ${ended.status}:\n${ended.stderr}`);
  }
  rmSync(file, { force: true });
}
