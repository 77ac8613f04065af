import { expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { gatherEmptyScopes } from '../../src/reporters/gather-empty-scopes.js';

const empty = (file: string, line: number, ruleIds: readonly string[], help = 'Correct the globs.'): Finding => ({
  code: 'scope/empty',
  ruleId: ruleIds.length === 1 ? (ruleIds[0] ?? null) : null,
  ruleIds,
  file,
  line,
  message: `The scope of ${ruleIds[0]} selects no file: x/**`,
  help,
});

it('tells the empty scopes of one contract as one, and names every rule', () => {
  const told = gatherEmptyScopes([
    empty('contracts/a.yml', 3, ['A-1']),
    empty('contracts/b.yml', 5, ['B-1']),
    empty('contracts/b.yml', 9, ['B-2', 'B-3', 'B-4', 'B-5']),
  ]);
  expect(told).toHaveLength(2);
  expect(told[0]).toEqual(empty('contracts/a.yml', 3, ['A-1']));
  expect(told[1]).toMatchObject({ file: 'contracts/b.yml', line: 5, ruleId: null, help: 'Correct the globs.' });
  expect(told[1]?.message).toContain('The scopes of B-1, B-2, B-3, B-4 and B-5 select no file.');
});

it('leaves apart what has a remedy of its own, and everything else', () => {
  const other = { ...empty('contracts/a.yml', 7, ['A-3']), code: 'scope/inert-glob' };
  const apart = [
    empty('contracts/a.yml', 3, ['A-1']),
    other,
    empty('contracts/a.yml', 5, ['A-2'], 'If src is a folder, write src/.'),
  ];
  expect(gatherEmptyScopes(apart).map(({ ruleId }) => ruleId)).toEqual(['A-1', 'A-3', 'A-2']);
});
