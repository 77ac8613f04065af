import { describe, expect, it } from 'vitest';
import { makeProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

describe('the verbs about rules', () => {
  it('explains a rule', () => {
    const project = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT });
    const { code, stdout } = project.specflow(['explain', 'SEC-001']);
    expect(code).toBe(0);
    for (const part of [
      'No hardcoded secrets',
      'contract security',
      'src/**/*.{ts,tsx}',
      'process.env.${UPPER_SNAKE_CASE_NAME}',
    ]) {
      expect(stdout).toContain(part);
    }
  });

  it('lists the rules where none is named', () => {
    const project = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT });
    const { code, stdout } = project.specflow(['explain']);
    expect(code).toBe(0);
    expect(stdout).toContain('security  contracts/security.yml\n  SEC-001  error');
    project.write('contracts/broken.yml', 'rules: [');
    const broken = project.specflow(['explain']);
    expect(broken).toMatchObject({ code: 2, stdout });
    expect(broken.stderr).toContain('contracts/broken.yml');
  });

  it('fails a rule that disagrees with its own examples, and names the example', () => {
    const project = makeProject({
      'contracts/security.yml': SECURITY_CONTRACT.replace(
        'const api_key = process.env.API_KEY',
        'const api_key = "still here"',
      ),
    });
    const { code, stdout } = project.specflow(['test']);
    expect(stdout).toContain('✖ SEC-001');
    expect(stdout).toContain('contracts/security.yml:16  meant to comply, but hit by');
    expect(stdout).toContain('0 passed, 1 failed, 2 without examples (3 rules, 2 examples)');
    expect(code).toBe(1);
  });

  it('validates waivers too', () => {
    const waivers = 'waivers:\n  - { invariant_id: SEC-001, reason: legacy, owner: "@ana", expires: 2020-01-01 }\n';
    const project = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT + waivers });
    const { code, stdout } = project.specflow(['validate']);
    expect(stdout).toContain('waiver/expired');
    expect(stdout).toContain('2020-01-01');
    expect(code).toBe(2);
  });

  it.each(['contract', 'config', 'fix-patterns'])('prints the %s schema', (name) => {
    const { code, stdout } = makeProject({}).specflow(['schema', name]);
    expect(JSON.parse(stdout).$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(code).toBe(0);
  });
});
