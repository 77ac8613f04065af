import { describe, expect, it } from 'vitest';
import type { Contract } from '../../src/model/contract.js';
import { listRules } from '../../src/reporters/list-rules.js';
import { PLAIN } from '../support/check-report.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { forbidden, makeRule } from '../support/make-rule.js';

const declaredAt = { file: 'contracts/test.yml', line: 7, column: 1 };
const contract = (id: string, more: Partial<Contract>): Contract => ({
  id,
  file: `contracts/${id}.yml`,
  version: '1',
  owner: 'platform',
  rules: [],
  advice: [],
  waivers: [],
  ...more,
});
const mended = (autoFix: ReturnType<typeof makeAutoFix>) => forbidden(/x/, { autoFix });

describe('listRules', () => {
  it('lists every rule by contract, with columns aligned over all of them', () => {
    const security = contract('security', {
      rules: [
        makeRule({ id: 'SEC-1', title: 'No secrets' }, mended(makeAutoFix({ template: 'null' }))),
        makeRule({ id: 'SEC-22', title: 'No eval', severity: 'warning' }, mended(makeAutoFix({ hint: 'Parse it' }))),
      ],
    });
    const style = contract('style', {
      rules: [makeRule({ id: 'S', title: 'No \u001b[31mred' }, forbidden(/x/))],
      advice: [{ id: 'S-2', title: 'Short names', suggestion: null, mayBendIf: [], declaredAt }],
    });
    expect(listRules([security, style], PLAIN)).toBe(
      [
        'security  contracts/security.yml',
        '  SEC-1   error    replace  No secrets',
        '  SEC-22  warning  by hint  No eval',
        '',
        'style  contracts/style.yml',
        '  S       error             No \\x1b[31mred',
        '  S-2     advice            Short names',
        '',
      ].join('\n'),
    );
  });

  it('wraps a long title below itself', () => {
    const long = contract('a', {
      rules: [makeRule({ id: 'A', title: 'one two three four five six' }, forbidden(/x/))],
    });
    const lines = listRules([long], { ...PLAIN, width: 36 }).split('\n');
    expect(lines.slice(1, 3)).toEqual(['  A  error    one two three four', '              five six']);
  });
});
