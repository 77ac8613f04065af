import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/index.js';
import { parseContract } from '../src/contract/parse-contract.js';

const root = path.resolve(import.meta.dirname, '..');
const readmePath = path.join(root, 'README.md');
const readme = readFileSync(readmePath, 'utf8');

interface SchemaNode {
  readonly description?: string;
  readonly default?: unknown;
  readonly $comment?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

function readSchema(file: string): SchemaNode {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** Keys that only readers of a contract use are left out. */
function enforcedKeys(node: SchemaNode | undefined): [string, SchemaNode][] {
  return Object.entries(node?.properties ?? {}).filter(([, { $comment }]) => $comment !== 'documentation');
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function table(head: string[], rows: string[]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
}

function contractReference(): string {
  const schema = readSchema('src/contract/contract-schema.json');
  const parts: [string, SchemaNode | undefined][] = [
    ['A contract', schema],
    ['A rule', schema.definitions?.rule],
    ['`behavior`', schema.definitions?.behavior],
    ['A pattern', schema.definitions?.pattern],
    ['`auto_fix`', schema.definitions?.auto_fix],
    ['A waiver', schema.definitions?.waiver],
  ];
  return parts
    .map(([title, node]) => {
      const rows = enforcedKeys(node).map(([key, { description }]) => row(`\`${key}\``, description ?? ''));
      return `**${title}**\n\n${table(['key', 'meaning'], rows)}`;
    })
    .join('\n\n');
}

function configReference(): string {
  const rows: string[] = [];
  const walk = (node: SchemaNode, prefix: string): void => {
    for (const [key, child] of enforcedKeys(node)) {
      if (child.properties) walk(child, `${prefix}${key}.`);
      else {
        const standard = child.default === undefined ? '' : `\`${JSON.stringify(child.default)}\``;
        rows.push(row(`\`${prefix}${key}\``, standard, child.description ?? ''));
      }
    }
  };
  walk(readSchema('src/config/config-schema.json'), '');
  return table(['key', 'default', 'meaning'], rows);
}

/** `UPDATE_README=1 npx vitest run tests/readme.test.ts` writes what the other runs only compare. */
function upToDate(text: string): string {
  const fill = (name: string, body: string) => (before: string) => {
    const block = new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- /generated -->)`);
    expect(before).toMatch(block);
    return before.replace(block, (_, open: string, close: string) => `${open}\n${body}\n\n${close}`);
  };
  return fill('config', configReference())(fill('contract', contractReference())(text));
}

describe('README', () => {
  it('holds the reference that the schemas give', () => {
    const wanted = upToDate(readme);
    if (process.env.UPDATE_README) writeFileSync(readmePath, wanted);
    else expect(readme).toBe(wanted);
  });

  it('names every command, and no other', () => {
    const section = /## Commands\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
    const named = [...section.matchAll(/^\| `([a-z]+)[^`]*` \|/gm)].map((found) => found[1]);
    expect(named.filter((name) => name !== undefined).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it.each(['src', 'src/heal'])('says what is in every folder of %s', (parent) => {
    const section = /## Working on Specflow\n([\s\S]*)/.exec(readme)?.[1] ?? '';
    const prefix = parent.slice('src/'.length);
    const named = [...section.matchAll(/^\| (`[a-z`/, -]+`) \|/gm)]
      .flatMap(([, names = '']) => names.match(/[a-z/-]+/g) ?? [])
      .filter((name) => path.posix.dirname(name) === (prefix || '.'))
      .map((name) => path.posix.basename(name));
    const folders = readdirSync(path.join(root, parent), { withFileTypes: true }).filter((each) => each.isDirectory());
    expect(named.sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('speaks of every folder of src/fix', () => {
    const [passage = ''] = /^In `src\/fix`,[\s\S]*?\n\n/m.exec(readme) ?? [];
    const folders = readdirSync(path.join(root, 'src/fix'), { withFileTypes: true });
    const unnamed = folders.filter((each) => each.isDirectory() && !passage.includes(`\`${each.name}\``));
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('shows a contract that loads', () => {
    const contracts = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)]
      .map((found) => found[1] ?? '')
      .filter((text) => text.includes('contract_meta'));
    expect(contracts).toHaveLength(1);
    for (const text of contracts) {
      const { contract, problems } = parseContract('contracts/readme.yml', text);
      expect(problems).toEqual([]);
      expect(contract?.rules).toHaveLength(1);
    }
  });
});
