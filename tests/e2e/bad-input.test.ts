import { describe, expect, it } from 'vitest';
import { makeProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const contract = { 'contracts/security.yml': SECURITY_CONTRACT };
const source = { 'src/a.ts': 'export const a = 1\n' };

interface Mistake {
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly says: RegExp;
}

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'no contracts': {
    files: source,
    args: ['check'],
    says: /error\[contract\/none\][\s\S]*contracts\/[\s\S]*specflow init/,
  },
  'a malformed config': {
    files: { ...contract, '.specflow/config.json': '{ "exclude": [ }' },
    args: ['check'],
    says: /--> \.specflow\/config\.json:1:16/,
  },
  'a misspelt config key': {
    files: { ...contract, '.specflow/config.json': '{ "excludes": [] }' },
    args: ['heal'],
    says: /excludes[\s\S]*"?exclude"?/,
  },
  'an unknown rule': {
    files: contract,
    args: ['check', '--rule', 'SEC-01'],
    says: /no rule called SEC-01[\s\S]*SEC-001/,
  },
  'an unknown contract': { files: contract, args: ['check', '-c', 'securty'], says: /security/ },
  'a rule unlike any to explain': { files: contract, args: ['explain', 'Q'], says: /listed by "specflow explain"/ },
  'an unknown rule to explain': { files: contract, args: ['explain', 'SEC-0001'], says: /Did you mean SEC-001/ },
  'an unknown flag': { files: contract, args: ['check', '--formt', 'json'], says: /--formt[\s\S]*--format/ },
  'an unknown format': { files: contract, args: ['check', '--format', 'jsn'], says: /Did you mean "json"/ },
  'two reports in one place': {
    files: contract,
    args: ['check', '-o', 'json=a.json', '-o', 'sarif=./a.json'],
    says: /sarif=\.\/a\.json[\s\S]*Two reports/,
  },
  'an unknown command': { files: contract, args: ['chekc'], says: /chekc[\s\S]*check/ },
  'a path that does not exist': { files: contract, args: ['check', 'src/nowhere.ts'], says: /src\/nowhere\.ts/ },
  'a path outside the project': { files: contract, args: ['check', '../elsewhere'], says: /outside the project/ },
  'an empty path': { files: contract, args: ['check', ''], says: /path is empty/ },
  'an empty rule': { files: contract, args: ['check', '--rule', ''], says: /at least one id/ },
  '--staged without git': { files: contract, args: ['check', '--staged'], says: /error\[git\/none\]/ },
  '--stdin without a name': { files: contract, args: ['check', '--stdin'], says: /--stdin-filename/ },
  'attempts that are no count': { files: contract, args: ['heal', '--max-iterations', '0'], says: /whole number/ },
  'a confidence out of range': {
    files: contract,
    args: ['heal', '--min-confidence', '1.5'],
    says: /fraction from 0 to 1/,
  },
  'a store that is not JSON, to check': {
    files: { ...contract, '.specflow/fix-patterns.json': '{ "version": 1,' },
    args: ['check'],
    says: /--> \.specflow\/fix-patterns\.json:1/,
  },
  'a store that is not JSON, to heal': {
    files: { ...contract, '.specflow/fix-patterns.json': 'patterns' },
    args: ['heal'],
    says: /--> \.specflow\/fix-patterns\.json:1/,
  },
  'a store that is not JSON, to list': {
    files: { ...contract, '.specflow/fix-patterns.json': '[]' },
    args: ['patterns', 'list'],
    says: /--> \.specflow\/fix-patterns\.json:1/,
  },
  'an unknown pattern': { files: contract, args: ['patterns', 'show', 'fix-x'], says: /called fix-x/ },
  'a contract that does not load': {
    files: { 'contracts/a.yml': 'contract_meta: { id: a\n' },
    args: ['validate'],
    says: /--> contracts\/a\.yml:\d+:\d+/,
  },
};

describe('bad input', () => {
  it.each(Object.entries(MISTAKES))('%s: exit 2, one message, nothing written', (_, { files, args, says }) => {
    const project = makeProject({ ...source, ...files });
    const before = project.snapshot();
    const { code, stdout, stderr } = project.specflow(args);
    const all = stdout + stderr;
    expect(all).toMatch(says);
    expect(all.match(/error\[/g)).toHaveLength(1);
    expect(all).not.toMatch(/^\s+at .*\.js:\d+/m);
    expect(code).toBe(2);
    expect(project.snapshot()).toEqual(before);
  });

  it('still reports what the other contracts found beside a broken one', () => {
    const project = makeProject({
      ...contract,
      'contracts/broken.yml': 'rules: [',
      'src/a.ts': 'const api_key = "abc12345"\n',
    });
    const { code, stdout } = project.specflow(['check']);
    expect(stdout).toContain('src/a.ts:1:7  error  SEC-001');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Next: fix contracts\/broken\.yml/);
    expect(code).toBe(2);
  });

  it.each([['--quiet'], ['--format=contract-test']])('never passes an empty scope in silence: %s', (flag) => {
    const project = makeProject({ 'contracts/a.yml': SECURITY_CONTRACT.replaceAll('src/**', 'nowhere/**'), ...source });
    const { code, stderr } = project.specflow(['check', flag]);
    expect(code).toBe(0);
    expect(stderr).toContain('warning[scope/empty]');
  });

  it('never calls a file clean that it could not read', () => {
    const project = makeProject(contract);
    project.write('src/latin.ts', Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]));
    const { code, stdout } = project.specflow(['check']);
    expect(stdout).toContain('src/latin.ts');
    expect(code).toBe(3);
  });
});
