import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { makeRepository } from '../../support/make-repository.js';
import { runIn } from '../../support/run-in-process.js';
import { SECURITY_CONTRACT } from '../../support/sample-contract.js';

const PACKAGES = {
  'package.json': '{}',
  'packages/api/contracts/security.yml': SECURITY_CONTRACT,
  'packages/api/src/a.ts': '',
  'packages/web ui/docs/contracts/security.yml': SECURITY_CONTRACT,
  'packages/lib/package.json': '{}',
};

describe('a top without contracts', () => {
  it.each([
    ['with git', makeRepository],
    ['without git', makeFolder],
  ])('points to the packages that have some, %s', async (_, make) => {
    const root = make(PACKAGES);
    for (const argv of [['check'], ['heal', '--dry-run'], ['validate']]) {
      const { err, code } = await runIn(root, argv);
      const told = err.replace(/\s+/g, ' ');
      expect(code, argv.join(' ')).toBe(2);
      expect(told).toContain('error[contract/none]');
      expect(told).toContain('packages/api');
      expect(told).toContain('packages/web ui');
      expect(told).toMatch(/cd (?:packages\/api|'packages\/web ui') && specflow check/);
      expect(told).not.toContain('packages/lib');
    }
  });

  it('is told so by the doctor', async () => {
    const { out } = await runIn(makeRepository(PACKAGES), ['doctor']);
    expect(out.replace(/\s+/g, ' ')).toContain('Contracts lie in packages/api, packages/web ui. Each package');
  });

  it('names the way there from where the command is typed', async () => {
    const { err } = await runIn(join(makeRepository(PACKAGES), 'packages/lib'), ['check']);
    expect(err).toContain('cd ../api && specflow check');
  });

  it('names a few of many', async () => {
    const many = Array.from({ length: 8 }, (_, at) => [`packages/p${at}/contracts/a.yml`, SECURITY_CONTRACT] as const);
    const { err } = await runIn(makeRepository(Object.fromEntries(many)), ['check']);
    expect(err.replace(/\s+/g, ' ')).toContain('packages/p4, and in 3 more.');
  });

  it('says how to begin where no package has any', async () => {
    const { err } = await runIn(makeRepository({ 'packages/lib/package.json': '{}' }), ['check']);
    expect(err).toContain('specflow init');
  });
});
