import { describe, expect, it } from 'vitest';
import { checkCheckstyle } from '../../src/reporters/check-checkstyle.js';
import { absenceOf, PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { HOSTILE } from './hostile-reports.js';
import { elementsNamed, parseXml } from './parse-xml.js';

describe('checkstyle', () => {
  it('groups by file, and places what has no file with its contract or with the project', () => {
    const rule = makeRule({ id: 'R-1' }, forbidden(/HIT/, { message: 'No "hits"' }));
    const absent = makeRule({ id: 'R-2', severity: 'warning' }, required(/x/, { message: 'Needs x' }));
    const violations = [...violationsIn('src/a.ts', 'HIT HIT', rule), absenceOf(absent)];
    const place = { file: null, line: null, column: null, help: 'Do it.' };
    const findings = [{ ...place, code: 'scope/empty', ruleId: null, message: 'Nothing there.' }];
    expect(
      checkCheckstyle.render(reportOf(violations, { findings }), PLAIN),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="src/a.ts">
    <error line="1" column="1" severity="error" message="No &quot;hits&quot;" source="specflow.R-1"/>
    <error line="1" column="5" severity="error" message="No &quot;hits&quot;" source="specflow.R-1"/>
  </file>
  <file name="contracts/test.yml">
    <error line="1" column="1" severity="warning" message="Needs x (no file of **/* matches /x/)" source="specflow.R-2"/>
  </file>
  <file name=".">
    <error line="1" severity="info" message="Nothing there. Help: Do it." source="specflow.scope/empty"/>
  </file>
</checkstyle>
`);
  });

  it.each(HOSTILE)('reads back one error from %j', (text) => {
    const rule = makeRule({ id: `R${text}` }, forbidden(/HIT/, { message: text }));
    const root = parseXml(checkCheckstyle.render(reportOf(violationsIn(`src/${text}.ts`, 'HIT', rule)), PLAIN));
    expect(elementsNamed(root, 'error')).toHaveLength(1);
  });
});
