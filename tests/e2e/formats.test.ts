import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const schemas = path.resolve(import.meta.dirname, '../fixtures/schemas');
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

/** What there is to report: much, nothing, and trouble with hostile names. */
function projects(): readonly (readonly [string, TestProject])[] {
  const shop = makeProject({});
  cpSync(path.resolve(import.meta.dirname, '../fixtures/sample-project'), shop.root, { recursive: true });
  const contract = { 'contracts/security.yml': SECURITY_CONTRACT };
  const clean = makeProject({ ...contract, 'src/a.ts': 'export {}\n' });
  const hostile = makeProject({
    ...contract,
    'src/<a> & "b" \u0001 ]]> %0A::error.ts': 'e.innerHTML = "]]>\u0007" // FIXME <script>&amp;\n',
    'contracts/broken.yml': 'rules: [',
  });
  hostile.write('src/binary.ts', Buffer.from([0, 1, 2]));
  return [
    ['a shop', shop],
    ['a clean project', clean],
    ['hostile names', hostile],
  ];
}

describe.each(projects())('the reports of %s', (_, at) => {
  it.skipIf(!hasXmllint).each(['junit', 'checkstyle'])('hold by the schema of %s', (format) => {
    at.specflow(['check', '-o', `${format}=.specflow/runs/report.xml`]);
    const file = path.join(at.root, '.specflow/runs/report.xml');
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--noout', '--nonet', '--schema', path.join(schemas, `${format}.xsd`), file],
      {
        encoding: 'utf8',
      },
    );
    expect([status, stderr.trim()]).toEqual([0, expect.stringMatching(/validates$/)]);
  });

  it('hold by the schema of gitlab, with fingerprints that are unique', () => {
    const report = JSON.parse(at.specflow(['check', '--format', 'gitlab']).stdout);
    const validate = new Ajv().compile(
      JSON.parse(readFileSync(path.join(schemas, 'gitlab-code-quality.json'), 'utf8')),
    );
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    const fingerprints = report.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });
});
