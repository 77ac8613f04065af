import { describe, expect, it } from 'vitest';
import { tellGivenUp } from '../../../src/engine/blind-spots/tell-given-up.js';
import type { Problem } from '../../../src/model/problem.js';

const problem = (code: string, file: string, message = 'A was given up.'): Problem => ({
  code,
  severity: 'incomplete',
  file,
  line: null,
  column: null,
  message,
  help: null,
});

describe('tellGivenUp', () => {
  it('tells one problem for all the files of a rule, and counts them', () => {
    const files = ['d.ts', 'b.ts', 'a.ts', 'c.ts'].map((file) => problem('check/given-up', file));
    expect(tellGivenUp([...files, problem('check/given-up', 'a.ts', 'B was given up.')])).toMatchObject([
      {
        file: null,
        message: 'A was given up. 4 files were not judged by it: a.ts, b.ts and 2 more',
        files: ['a.ts', 'b.ts', 'c.ts', 'd.ts'],
      },
      { file: 'a.ts', message: 'B was given up.' },
    ]);
  });

  it('leaves everything else as it is', () => {
    const others = [problem('check/timeout', 'a.ts'), problem('check/timeout', 'b.ts')];
    expect(tellGivenUp(others)).toEqual(others);
  });
});
