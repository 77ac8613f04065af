import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Violation } from '../../src/model/violation.js';
import { checkContractTest } from '../../src/reporters/check-contract-test.js';
import { absenceOf, PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const routes = makeRule({ id: 'AUTH-001' }, forbidden(/router\.get/, { message: 'API route missing authMiddleware' }));
const hooks = makeRule(
  { id: 'ARCH-002', scope: ['src/hooks/**/*.ts', '!**/*.test.ts'] },
  required(/useQuery|useMutation/, { message: 'Hooks must use TanStack Query' }),
);
const render = (...violations: readonly Violation[]): string => checkContractTest.render(reportOf(violations), PLAIN);

interface ReadBack {
  readonly id: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly match: string | null;
}

/** A reader of its own, written from the published form alone. */
function readBack(text: string): ReadBack[] {
  return text
    .split(/^(?=CONTRACT VIOLATION: )/m)
    .filter((block) => block !== '')
    .map((block) => {
      const [, id = '', message = ''] = /^CONTRACT VIOLATION: (\S+) - (.*)$/m.exec(block) ?? [];
      const field = (name: string): string | null => new RegExp(`^ {2}${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
      const line = field('Line');
      return { id, message, file: field('File'), line: line === null ? null : Number(line), match: field('Match') };
    });
}

describe('contract-test report', () => {
  it('prints a match as contract tests do', () => {
    const text = "\n  router.get('/api/users', async (req, res) => {\n";
    expect(render(...violationsIn('src/routes/users.ts', text, routes))).toBe(
      [
        'CONTRACT VIOLATION: AUTH-001 - API route missing authMiddleware',
        '  File: src/routes/users.ts',
        '  Line: 2',
        "  Match: router.get('/api/users', async (req, res) => {",
        '',
      ].join('\n'),
    );
  });

  it('prints an absence in a file without line and match', () => {
    expect(render(absenceOf(hooks, 'src/hooks/a.ts'))).toBe(
      'CONTRACT VIOLATION: ARCH-002 - Hooks must use TanStack Query\n  File: src/hooks/a.ts\n',
    );
  });

  it('prints an absence everywhere with what was looked for, and where', () => {
    expect(render(absenceOf(hooks))).toBe(
      [
        'CONTRACT VIOLATION: ARCH-002 - Hooks must use TanStack Query',
        '  Pattern /useQuery|useMutation/ not found in any file in scope',
        '  Scope: src/hooks/**/*.ts, !**/*.test.ts',
        '  See: contracts/test.yml',
        '',
      ].join('\n'),
    );
  });

  it('leaves exempt violations out', () => {
    const [violation] = violationsIn('a.ts', 'router.get', routes);
    if (!violation) throw new Error('the fixture must violate');
    expect(render({ ...violation, exemption: { kind: 'waiver', reason: 'r', expires: null } })).toBe('');
  });

  it('can be read back, whatever the code and the names hold', () => {
    const anything = fc.string({ unit: fc.constantFrom(...'ab \n\r\t:-CONTRACT\u2028\u001b') });
    fc.assert(
      fc.property(anything, anything, (code, name) => {
        const violations = violationsIn(`src/x${name}.ts`, `${code} router.get ${code}`, routes);
        const [read, ...more] = readBack(render(...violations));
        expect(more).toEqual([]);
        expect(read).toMatchObject({ id: 'AUTH-001', line: violations[0]?.place?.line });
        expect(read?.file).toMatch(/^src\/x.*\.ts$/);
        expect(read?.match).toContain('router.get');
      }),
    );
  });
});
