import fc from 'fast-check';
import type { AutoFix } from '../../src/model/auto-fix.js';
import type { Violation } from '../../src/model/violation.js';
import type { CheckReport } from '../../src/reporters/report.js';
import { absenceOf, reportOf, violationsIn } from '../support/check-report.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

/** Texts that have broken one format or another. */
export const HOSTILE = [
  '\u001b[31mred\u001b[0m',
  '\u009b2J',
  'a\rb\nc\r\nd',
  '\n::error file=x::owned',
  '::error::owned',
  '##[error]owned',
  '##vso[task.complete result=Succeeded;]',
  '##teamcity[buildStop]',
  ']]>',
  '-->',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  '&amp;&#10;&nope;',
  '`|`\\|',
  '| a | b |\n| - | - |',
  '@everyone #1',
  '%0A::error::x',
  'a:b,c=d',
  '\ud800',
  '\udc00x',
  '\ufffe\uffff',
  '\u202egpj.exe',
  '\u2028\u2029\u0085',
  '\u0000',
  '__proto__',
  '{0} [x](http://example.com)',
  '',
] as const;

const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...HOSTILE, 'word', ' ', '/'), { maxLength: 4 }).map((parts) => parts.join('')),
);
/** A path is never empty. */
const hostilePath = hostileText.map((text) => text || 'x');

/** Violations with and without a place, exempt ones, problems and findings, with hostile text in every field. */
export const hostileReport: fc.Arbitrary<CheckReport> = fc
  .record({
    id: hostileText,
    contractId: hostileText,
    title: hostileText,
    message: hostileText,
    severity: fc.constantFrom('error' as const, 'warning' as const),
    hint: hostileText,
    file: hostilePath,
    line: hostileText,
    reason: hostileText,
    exempt: fc.boolean(),
    withRules: fc.boolean(),
  })
  .map(({ id, contractId, title, message, severity, hint, file, line, reason, exempt, withRules }) => {
    const autoFix = makeAutoFix({ hint });
    const rule = makeRule({ id, contractId, title, severity }, forbidden(/HIT[\s\S]{0,4}/, { message, autoFix }));
    const absent = makeRule({ id: `${id}-absent`, contractId, title }, required(/<never>&"/, { message }));
    const found = violationsIn(file, `before\n${line} HIT ${line}\nafter HIT`, rule);
    const violations: readonly Violation[] = [
      ...found.map((violation, index) =>
        exempt && index === 0
          ? { ...violation, exemption: { kind: 'waiver' as const, reason, expires: null } }
          : violation,
      ),
      absenceOf(absent),
      absenceOf(absent, file),
    ];
    const [first] = violations;
    const report = reportOf(violations, {
      problems: [
        { code: 'contract/yaml', severity: 'invalid', file, line: 3, column: 7, message, help: hint },
        { code: 'config/odd', severity: 'warning', file: null, line: null, column: null, message, help: null },
      ],
      findings: [{ code: 'scope/empty', ruleId: id, file: null, line: null, message, help: hint }],
    });
    return {
      ...report,
      outlooks: new Map(first ? [[first, { source: `pattern:${id}`, tier: 'gold', confidence: 0.75 }]] : []),
      ...(withRules ? { rules: [rule, absent] } : {}),
      category: contractId,
    };
  });

/** A rule of the given severity whose every check has this hint. */
export function hinted(hint: string): AutoFix {
  return makeAutoFix({ hint });
}
