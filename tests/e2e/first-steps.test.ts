import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { installedProject } from '../support/installed-project.js';
import { CLI, makeProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const SECRET = 'export const apiKey = "sk_live_51Habcdefghijklmnop"\n';

describe('adoption', () => {
  it('takes three commands from an empty folder to a commit that is stopped', () => {
    const tools = makeProject({});
    mkdirSync(path.join(tools.root, 'bin'));
    symlinkSync(CLI, path.join(tools.root, 'bin/specflow'));
    // npx as it is with the package in its cache, where no test may look.
    const npx = path.join(tools.root, 'bin/npx');
    writeFileSync(npx, '#!/bin/sh\n[ "$1" = --no-install ] && shift\nexec "$@"\n');
    chmodSync(npx, 0o755);
    const at = makeProject({});
    const run = (command: string) =>
      spawnSync('bash', ['-c', command], {
        cwd: at.root,
        encoding: 'utf8',
        env: {
          PATH: `${tools.root}/bin:${process.env.PATH}`,
          HOME: tools.root,
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_AUTHOR_NAME: 'T',
          GIT_AUTHOR_EMAIL: 't@example.com',
          GIT_COMMITTER_NAME: 'T',
          GIT_COMMITTER_EMAIL: 't@example.com',
        },
      });

    expect(run('git init --quiet').status).toBe(0);
    expect(run('npx specflow init --hooks git').status).toBe(0);
    at.write('src/key.ts', SECRET);
    at.git('add', '--all');
    const commit = run('git commit --message start');
    expect(commit.status).not.toBe(0);
    expect(commit.stdout + commit.stderr).toContain('src/key.ts:1:14  error  SEC-001');
    expect(at.git('rev-parse', '--verify', 'HEAD').code).not.toBe(0);
  });

  it('gives editors a schema that is there without a network, and that the contracts keep', () => {
    const at = installedProject({ 'src/App.tsx': 'export const App = 1\n' });
    at.specflow(['init']);
    const contracts = Object.keys(at.snapshot()).filter((file) => /^contracts\/.*\.yml$/.test(file));
    expect(contracts.length).toBeGreaterThan(1);
    for (const file of contracts) {
      const text = at.read(file);
      const [, named = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      const schemaPath = path.resolve(at.root, path.dirname(file), named);
      expect(named).not.toMatch(/^https?:/);
      expect(existsSync(schemaPath)).toBe(true);
      const schema = JSON.parse(readFileSync(schemaPath, 'utf8'));
      expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
      const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
      expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
    }
  });
});

const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0;

describe('the pre-commit framework itself', () => {
  it.skipIf(!hasPreCommit)('stops what is staged and broken (skipped where the tool is not there)', () => {
    const at = installedProject({ 'contracts/security.yml': SECURITY_CONTRACT });
    expect(at.specflow(['init', '--hooks', 'pre-commit']).code).toBe(0);
    at.write('src/key.ts', 'export const api_key = "abcdefgh1"\n');
    at.git('add', '--all');
    const run = () =>
      spawnSync('pre-commit', ['run', 'specflow'], {
        cwd: at.root,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: at.root, PRE_COMMIT_HOME: path.join(at.root, 'node_modules/.pre-commit') },
      });
    const stopped = run();
    expect([stopped.status, stopped.stdout]).toEqual([1, expect.stringContaining('SEC-001')]);
    at.write('src/key.ts', 'export const apiKey = process.env.API_KEY\n');
    at.git('add', 'src/key.ts');
    expect(run().status).toBe(0);
  });
});

const CONSUMER = `
import {
  CHECK_REPORTERS, enforce, exitCodeOf, countsOf, findProjectRoot, healViolations, loadConfig, loadContracts,
  openWorkingTree, readPatternFile, UsageError,
} from 'specflow';
import { readFileSync, writeFileSync } from 'node:fs';

const root = findProjectRoot(process.cwd());
const config = loadConfig(root);
const contracts = loadContracts(root, config.contracts);
const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
const today = '2026-01-01';
const result = enforce({ tree, contracts, config, today });
const style = { color: false, width: 80, quiet: true };
process.stdout.write(CHECK_REPORTERS.compact.render({ result, outlooks: new Map(), toolVersion: '0' }, style));
const { result: healed } = await healViolations({
  runId: 'r',
  violations: result.violations,
  rules: contracts.contracts.flatMap((contract) => contract.rules),
  files: tree.list(),
  contractFiles: contracts.files,
  patterns: readPatternFile(root).store?.patterns ?? [],
  config: config.healLoop,
  dryRun: false,
  today,
  ports: {
    read: (path) => tree.read(path),
    write: (path, expected, bom, next) => {
      if (readFileSync(path, 'utf8') !== expected) return { kind: 'changed' };
      writeFileSync(path, next);
      return { kind: 'written' };
    },
  },
});
console.log(healed.outcomes.map(({ status }) => status).join());
try {
  enforce({ tree, contracts, config, today, only: { ruleIds: ['NONE'] } });
} catch (error) {
  console.log(error instanceof UsageError, error.problem.code);
}
process.exitCode = exitCodeOf(result.problems, countsOf(result).errors > 0);
`;

describe('the library', () => {
  it('checks and heals from a program that imports the package by its name', () => {
    const at = installedProject({
      'contracts/security.yml': SECURITY_CONTRACT,
      'src/a.ts': 'export const api_key = "abcdefgh1"\n',
      'consumer.mjs': CONSUMER,
    });
    const run = spawnSync(process.execPath, ['consumer.mjs'], { cwd: at.root, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.stdout).toMatch(/src\/a\.ts:1:14.*SEC-001/);
    expect(run.stdout).toContain('\nhealed\ntrue usage/unknown-rule\n');
    expect(run.status).toBe(1);
    expect(at.read('src/a.ts')).toBe('export const api_key = process.env.API_KEY\n');
  });
});
