import { describe, expect, it } from 'vitest';
import { protectedReason } from '../../../src/heal/access/protected-path.js';

const CONTRACTS = new Set(['rules/a.yml']);
const GLOBS = ['legacy/**', 'gen/*.ts', './vendored/', 'app/[...path]/**'];

describe('why heal does not write to a path', () => {
  it.each([
    ['../a.ts', 'it is not a path inside the project'],
    ['a/../../b.ts', 'it is not a path inside the project'],
    ['/a.ts', 'it is not a path inside the project'],
    ['c:a.ts', 'it is not a path inside the project'],
    ['a\\b.ts', 'it is not a path inside the project'],
    ['C:/x', 'it is not a path inside the project'],
    ['go.sum', 'it is a lock file'],
    ['.git/config', 'it belongs to git'],
    ['sub/.GIT/hooks/x', 'it belongs to git'],
    ['git~1/config', 'it belongs to git'],
    ['.specflow/config.json', 'it is specflow’s own state'],
    ['a/node_modules/x/a.js', 'it is an installed package'],
    ['src/a.test.ts', 'it is a test, and tests define what is right'],
    ['a.snap', 'it is a test, and tests define what is right'],
    ['types/shop.tst.ts', 'it is a test, and tests define what is right'],
    ['types/__typetests__/shop.ts', 'it belongs to the tests, and tests define what is right'],
    ['src/a_test.go', 'it is a test, and tests define what is right'],
    ['conftest.py', 'it is a test, and tests define what is right'],
    ['a/__mocks__/b.ts', 'it belongs to the tests, and tests define what is right'],
    ['testdata/b.ts', 'it belongs to the tests, and tests define what is right'],
    ['packages/integration-tests/src/constants.ts', 'it belongs to the tests, and tests define what is right'],
    ['apps/web/vitestSetup.ts', 'it sets up tests, and tests define what is right'],
    ['jest.setup.js', 'it sets up tests, and tests define what is right'],
    ['src/setupTests.ts', 'it sets up tests, and tests define what is right'],
    ['sub/Cargo.lock', 'it is a lock file'],
    ['bun.lockb', 'it is a lock file'],
    ['rules/a.yml', 'it is a contract'],
    ['legacy/deep/.hidden/a.ts', 'the configuration protects legacy/**'],
    ['gen/.a.ts', 'the configuration protects gen/*.ts'],
    ['vendored/a.ts', 'the configuration protects ./vendored/'],
    ['app/[...path]/page.ts', 'the configuration protects app/[...path]/**'],
  ])('%s: %s', (path, reason) => {
    expect(protectedReason(path, CONTRACTS, GLOBS)).toBe(reason);
  });

  it.each([
    'src/a.ts',
    'src/setup.ts',
    'src/latest-setup.ts',
    'src/contests/a.ts',
    'src/git/x.ts',
    'src/...rest.ts',
    'src/clock.ts',
    'a..b/c.ts',
    '.github/x.yml',
    'my.git/x',
    'rules/b.yml',
    'gen/deep/a.ts',
    'locksmith.ts',
    'x.locked',
  ])('%s may be written', (path) => expect(protectedReason(path, CONTRACTS, GLOBS)).toBeNull());
});
