import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noteFindings } from '../../src/commands/heal/note-findings.js';
import { readFindings } from '../../src/findings/findings-folder.js';
import { printStore } from '../../src/pattern-store/format/print-store.js';
import { EMPTY_STORE, withPatterns } from '../../src/pattern-store/store.js';
import { healProject } from '../heal/heal-project.js';
import { makePattern } from '../pattern-store/make-pattern.js';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

const forbid = (id: string, title: string, pattern: string): string => `
    - id: ${id}
      title: ${title}
      scope: ["src/**/*.ts"]
      behavior:
        forbidden_patterns: [{ pattern: '${pattern}', message: ${title} }]`;
const CONTRACT = `contract_meta: { id: a, version: 1, owner: me }
rules:
  non_negotiable:${forbid('SEC-1', 'No API keys', '/sk_live_\\w+/')}${forbid('EVAL-1', 'No eval', '/eval\\(/')}${forbid('ALPHA-1', 'No alpha', '/\\balpha\\(/')}
`;
const GOLD = makePattern({
  id: 'p',
  ruleId: 'ALPHA-1',
  match: String.raw`\balpha\(`,
  replacementTemplate: 'bravo(',
  hundredths: 80,
  lastUsed: '2025-12-20',
});
const FILES = {
  'contracts/a.yml': CONTRACT,
  '.specflow/fix-patterns.json': printStore(withPatterns(EMPTY_STORE, [GOLD])),
  'src/a.ts': "import { alpha, bravo } from './f.js';\nbravo(1);\neval('sk_live_canary1', 2);\nalpha(3);\n",
  'src/b.ts': "export const key = 'sk_live_canary2';\nexport const x = eval(key);\n",
};

/** What a heal keeps, but for what it needs to take everything back. */
function keptIn(root: string): string {
  const folder = join(root, '.specflow');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('before'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

async function healed(...asked: readonly string[]) {
  const root = makeFolder(FILES);
  const heard = await runIn(root, ['heal', '--allow-ci', ...asked]);
  const { records } = readFindings(root);
  const evals = records.filter(({ ruleId, file }) => ruleId === 'EVAL-1' && file === 'src/a.ts');
  return { root, heard, kept: keptIn(root), evals: evals.map(({ id, evidence }) => ({ id, evidence })) };
}

it('says what it leaves to be committed beside the fixes', async () => {
  const first = await healed();
  expect(first.heard.out).toMatch(
    /\nTo commit too, in \.specflow: \d+ new findings \(specflow findings list\), what\n {2}fixes taught\nNext: /,
  );
  const again = await runIn(first.root, ['heal', '--allow-ci']);
  expect(again.out).not.toContain('To commit');
  expect((await healed('--dry-run')).heard.err).not.toContain('To commit');
});

describe('a heal of a part', () => {
  it.each([
    [['--rule', 'EVAL-1']],
    [['src/a.ts']],
    [['--rule', 'EVAL-1', '--rule', 'ALPHA-1', 'src/a.ts']],
    [['--rule', 'SEC-1', '--rule', 'EVAL-1']],
  ])('%j shows and keeps no secret of a rule it was not asked for, and names places alike', async (asked) => {
    const [whole, part] = [await healed(), await healed(...asked)];
    expect(whole.evals).toMatchObject([{ evidence: "eval('sk_l…', 2);" }]);
    expect(part.evals).toEqual(whole.evals);
    expect(part.heard.code).toBe(1);
    for (const said of [part.heard.out, part.heard.err, part.kept, whole.kept]) expect(said).not.toContain('canary');
  });

  it('queues gold fixes without the secrets around them', async () => {
    const { kept } = await healed('--rule', 'ALPHA-1');
    expect(kept).toContain('-alpha(3);');
    expect(kept).not.toContain('canary');
  });
});

describe('what an agent noticed', () => {
  it('is kept without the secrets of the files', async () => {
    const rules = `
- { id: SEC-1, title: No API keys, scope: ["src/**"], behavior: { forbidden_patterns: [{ pattern: '/sk_live_\\w+/', message: m }] } }`;
    const { result, outcomes } = await healProject({ rules, files: { 'src/a.ts': "f('sk_live_canary1');\n" } });
    const root = makeFolder({ '.specflow/config.json': '{}' });
    const said = 'There is sk_live_canary1 in it.';
    const finding = { code: 'agent/observed', ruleId: null, file: 'src/a.ts', line: null, message: said, help: null };
    const noticed = [{ finding: { ...finding, about: said }, evidence: null }];
    const seen = outcomes.map(({ violation }) => violation);
    expect(noteFindings(root, result, seen, noticed, '2026-01-01').problems).toEqual([]);
    const { records } = readFindings(root);
    expect(records.map(({ message }) => message)).toContain('There is sk_l… in it.');
    expect(keptIn(root)).not.toContain('canary');
  });
});

describe('what was missing', () => {
  it('is a line of evidence for each check of a rule', async () => {
    const rules = `
- id: HEAD-1
  title: Two heads
  scope: ["src/**"]
  behavior:
    required_patterns:
      - { pattern: "/'one'/", require: every, message: m, auto_fix: { strategy: insert, import_line: "import 'one'" } }
      - { pattern: "/'two'/", require: every, message: m, auto_fix: { strategy: insert, import_line: "import 'two'" } }`;
    const { evidence, outcomes } = await healProject({ rules, files: { 'src/a.ts': "import 'x';\n" } });
    expect(outcomes.map(({ status }) => status)).toEqual(['healed', 'healed']);
    expect(evidence.map(({ at }) => at)).toEqual([['absent:1'], ['absent:2']]);
  });
});

describe('findings promote', () => {
  it('says in the rule what is forbidden, and makes one rule of a finding', async () => {
    const root = makeFolder(FILES);
    await runIn(root, ['heal', '--allow-ci', '--rule', 'EVAL-1', 'src/b.ts']);
    const [record] = readFindings(root).records;
    const promote = (rule: string) =>
      runIn(root, [
        'findings',
        'promote',
        record?.id ?? '',
        '--contract',
        'a',
        '--rule',
        rule,
        '--pattern',
        '/= eval\\(/',
      ]);
    expect(await promote('NEW-1')).toMatchObject({ code: 0 });
    const contract = readFileSync(join(root, 'contracts/a.yml'), 'utf8');
    expect(contract).toMatch(/title: .*Forbidden: \/= eval/);
    expect(contract).not.toContain('No fix is known');
    const second = await promote('NEW-2');
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toContain('was promoted to the rule NEW-1 already');
    expect(readFileSync(join(root, 'contracts/a.yml'), 'utf8')).toBe(contract);
    await runIn(root, ['findings', 'decide', record?.id ?? '', '--reopen']);
    expect(await promote('NEW-2')).toMatchObject({ code: 0 });
  });
});
