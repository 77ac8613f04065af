import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { lineHashes } from '../../src/reporters/sarif/line-hashes.js';
import { makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly ruleId: string;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: { text: string } }[];
    }[];
  }[];
}

const schema = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../fixtures/schemas/sarif-2.1.0.json'), 'utf8'),
);
delete schema.$schema;
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

function sampleProject(): TestProject {
  const at = makeProject({});
  cpSync(path.resolve(import.meta.dirname, '../fixtures/sample-project'), at.root, { recursive: true });
  return at;
}

function sarif(at: TestProject, ...args: readonly string[]): readonly Result[] {
  const report = JSON.parse(at.specflow(['check', '--format', 'sarif', ...args]).stdout);
  expect(validate(report), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  return report.runs[0].results;
}

const uriOf = (result: Result): string => result.locations[0]?.physicalLocation.artifactLocation.uri ?? '';

/** A reader of its own: lines as an editor counts them. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

function applied(
  text: string,
  { replacements }: NonNullable<Result['fixes']>[number]['artifactChanges'][number],
): string {
  return [...replacements].reverse().reduce((done, { deletedRegion: at, insertedContent }) => {
    const start = offsetOf(done, at.startLine, at.startColumn);
    return done.slice(0, start) + insertedContent.text + done.slice(offsetOf(done, at.endLine, at.endColumn));
  }, text);
}

describe('check --format sarif', () => {
  it('carries a fix for what heal would mend, and each mends its violation by itself', () => {
    const at = sampleProject();
    const before = at.snapshot();
    const results = sarif(at);
    const healed = JSON.parse(at.specflow(['heal', '--dry-run', '--format', 'json']).stdout).results.filter(
      ({ status }: { status: string }) => status === 'healed',
    );
    expect(at.snapshot()).toEqual(before);
    const fixed = results.filter(({ fixes }) => fixes !== undefined);
    expect(healed.length).toBeGreaterThan(5);
    expect(fixed.map((result) => [result.ruleId, uriOf(result)])).toEqual(
      healed.map(({ ruleId, file }: { ruleId: string; file: string }) => [ruleId, file]),
    );
    const broken = results
      .filter(({ locations }) => locations.length > 0)
      .map((each) => `${each.ruleId} ${uriOf(each)}`);
    for (const result of fixed) {
      const [change, ...more] = result.fixes?.[0]?.artifactChanges ?? [];
      if (!change) throw new Error('a fix changes something');
      expect(more).toEqual([]);
      const file = change.artifactLocation.uri;
      const args = ['--rule', result.ruleId, '--stdin', '--stdin-filename', file, '--format', 'json'];
      const checked = at.specflow(['check', ...args], { input: applied(at.read(file), change) });
      const before = broken.filter((each) => each === `${result.ruleId} ${file}`).length;
      expect(JSON.parse(checked.stdout).summary.violations).toBe(before - 1);
    }
  });

  it('carries the line hash that GitHub would compute', () => {
    const at = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT });
    const text = `\ufeffa()\r\n\telement.innerHTML = bio\r\nb()\n`;
    at.write('src/a.ts', text);
    const [result] = sarif(at);
    expect(result?.partialFingerprints.primaryLocationLineHash).toBe(lineHashes(text)[1]);
  });

  it('fits the staged text, not the working copy', () => {
    const at = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT }, { git: true });
    at.write('src/a.ts', 'const api_key = "abc12345"\n');
    at.git('add', 'src/a.ts');
    at.write('src/a.ts', `\n\n// moved\nconst api_key = "abc12345"\n`);
    const lineOf = (results: readonly Result[]): unknown =>
      results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.deletedRegion.startLine;
    expect(lineOf(sarif(at, '--staged'))).toBe(1);
    expect(lineOf(sarif(at))).toBe(4);
  });

  it('is the same from shards, where the files are still what the shards saw', () => {
    const secret = 'const api_key = "abc12345"\n';
    const at = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT, 'src/a.ts': secret, 'src/b.ts': secret });
    const blobs = [1, 2].map((index) => {
      at.specflow(['check', '--shard', `${index}/2`, '-o', `blob=.specflow/runs/${index}.blob`]);
      return `.specflow/runs/${index}.blob`;
    });
    const merge = (): string => at.specflow(['report', 'merge', '--format', 'sarif', ...blobs]).stdout;
    const merged = merge();
    expect(merged).toBe(at.specflow(['check', '--format', 'sarif']).stdout);
    expect(merged.match(/"fixes"/g)).toHaveLength(2);

    at.write('src/b.ts', `// moved\n${secret}`);
    const results: readonly Result[] = JSON.parse(merge()).runs[0].results;
    const moved = results.find((result) => uriOf(result) === 'src/b.ts');
    expect(moved?.fixes).toBeUndefined();
    expect(Object.keys(moved?.partialFingerprints ?? {})).toEqual(['specflow/v1']);
  });

  it('carries no fix that would show a secret, and none where a contract is broken', () => {
    const at = sampleProject();
    at.write('contracts/broken.yml', 'rules: [');
    expect(JSON.parse(at.specflow(['check', '--format', 'sarif']).stdout).runs[0].results).not.toEqual([]);
    expect(at.specflow(['check', '--format', 'sarif']).stdout).not.toContain('"fixes"');
  });
});
