import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planScan } from '../../src/prefilter/plan-scan.js';
import { parsePlan, printPlan } from '../../src/prefilter/plan-text.js';
import { SPACES } from '../../src/prefilter/surroundings.js';
import { regexes } from './arbitrary-regex.js';

describe('the text of a plan', () => {
  it('says all of it', () => {
    fc.assert(
      fc.property(fc.array(regexes, { maxLength: 8 }), (patterns) => {
        const plan = planScan(patterns);
        expect(parsePlan(printPlan(plan))).toEqual(plan);
      }),
    );
  });

  it('tells white space of any length from a class of white space', () => {
    const plan = planScan([/evil\s*\(/, /evil[ \t\n\v\f\r]\(/]);
    const read = parsePlan(printPlan(plan));
    const behind = read?.windows.flatMap(({ uses }) =>
      uses.map(({ around }) => around.behind.map((set) => set === SPACES)),
    );
    expect(behind?.filter((steps) => steps.includes(true))).toEqual([[true, false]]);
  });
});
