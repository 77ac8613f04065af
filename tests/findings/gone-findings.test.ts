import { describe, expect, it } from 'vitest';
import { goneByCheck, goneByHeal, raisedByHeal } from '../../src/commands/findings/raised-findings.js';
import { type FindingRecord, openFinding } from '../../src/findings/finding-record.js';
import { goneFindings, type OpenPlace } from '../../src/findings/gone-findings.js';
import { newRecords } from '../../src/findings/sync-findings.js';
import { goldFinding } from '../../src/heal/outcome/collect-findings.js';
import { placeNames } from '../../src/heal/site/place-names.js';
import type { HealResult } from '../../src/model/heal-result.js';
import type { Violation } from '../../src/model/violation.js';
import type { Review } from '../../src/pattern-store/reviews/review-queue.js';
import { type Healed, healProject } from '../heal/heal-project.js';

const TODAY = '2026-02-01';

/** `text@line`, of one rule and file. */
const placeOf = (said: string): OpenPlace => {
  const [evidence = '', line = '1'] = said.split('@');
  return { ruleId: 'R', file: 'f', line: Number(line), evidence };
};
const recordOf = (said: string): FindingRecord => {
  const { ruleId, file, line, evidence } = placeOf(said);
  return openFinding({ code: 'heal/escalated', ruleId, file, line, message: said, help: null }, evidence, TODAY);
};

describe('of findings about places', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ['all places are there', ['a@1', 'b@2'], [], ['a@1', 'b@2'], []],
    ['one place was mended', ['a@1', 'b@2'], [], ['b@2'], ['a@1']],
    ['one of two equal ones was mended, the first', ['a@1', 'a@2'], [], ['a@2'], ['a@1']],
    ['one of two equal ones was mended, the second', ['a@1', 'a@2'], [], ['a@1'], ['a@2']],
    ['the lines moved', ['a@1', 'b@2'], [], ['a@11', 'b@12'], []],
    ['equal ones moved, and one went', ['a@1', 'a@2'], [], ['a@12'], ['a@2']],
    ['an equal one was never written down', ['a@2'], [], ['a@1', 'a@2'], []],
    ['the first of them took the place of the second', ['a@1', 'a@2'], [], ['a@2', 'a@3'], []],
    ['another is told of in its place', ['a@1'], ['a@1'], ['a@1'], ['a@1']],
    ['an equal one is told of besides', ['a@1'], ['a@2'], ['a@1', 'a@2'], []],
    ['another stands there now', ['a@1'], [], ['b@1'], ['a@1']],
  ])('%s', (_, open, created, places, gone) => {
    const found = goneFindings(open.map(recordOf), created.map(recordOf), places.map(placeOf));
    expect(found.map(({ message }) => message)).toEqual(gone);
  });
});

const RULES = `
- id: EVAL-1
  title: No eval
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - { pattern: '/eval\\(/', message: No eval }
- id: OLD-1
  title: No old calls
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - { pattern: '/oldCall\\(/', message: Old, auto_fix: { strategy: remove } }
`;

const healed = (text: string): Promise<Healed> => healProject({ rules: RULES, files: { 'src/a.ts': text } });
const seenIn = ({ outcomes }: HealResult): readonly Violation[] => outcomes.map(({ violation }) => violation);

/** Text of the lines that open findings are about, by line. */
function linesOf(records: readonly FindingRecord[]): readonly string[] {
  return [...records].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(({ evidence }) => evidence ?? '');
}

describe('a place that is mended', () => {
  const BOTH = 'eval(a);\n\neval(b);\neval(b);\n';

  it.each<[string, string, readonly string[]]>([
    ['closes its own finding alone', '\n\neval(b);\neval(b);\n', ['eval(b);', 'eval(b);']],
    ['leaves that of the place before it', 'eval(a);\n\neval(b);\n', ['eval(a);', 'eval(b);']],
    ['closes all where nothing is left', 'let a;\n', []],
    ['closes none where lines only moved', `// on top\n${BOTH}`, ['eval(a);', 'eval(b);', 'eval(b);']],
  ])('%s, in a check and in a heal', async (_, later, left) => {
    const first = (await healed(BOTH)).result;
    const known = newRecords([], raisedByHeal(first, seenIn(first)), TODAY);
    expect(linesOf(known)).toEqual(['eval(a);', 'eval(b);', 'eval(b);']);
    const { result } = await healed(later);
    const checked = { violations: seenIn(result), findings: [] };
    const gone = goneByCheck(checked, [])(known, []);
    const kept = known.filter((record) => !gone.includes(record));
    expect(linesOf(kept)).toEqual(left);
    // Once more healed, each place has one finding still.
    const created = newRecords(kept, raisedByHeal(result, seenIn(result)), TODAY);
    const goneNow = goneByHeal(result, seenIn(result))(kept, created);
    expect(linesOf([...kept, ...created].filter((record) => !goneNow.includes(record)))).toEqual(left);
  });

  it('by a heal closes its own finding, and none of a file or rule that was not looked at', async () => {
    const { result } = await healed('export const a = 1;\noldCall(a);\neval(a);\n');
    const of = (ruleId: string, file: string, evidence: string) => ({
      ...recordOf(`${evidence}@1`),
      ruleId,
      file,
      id: `${ruleId} ${file}`,
    });
    const known = [
      of('OLD-1', 'src/a.ts', 'oldCall(a);'),
      of('EVAL-1', 'src/a.ts', 'eval(a);'),
      of('EVAL-1', 'src/b.ts', 'eval(a);'),
      of('NONE-1', 'src/a.ts', 'oldCall(a);'),
    ];
    expect(goneByHeal(result, seenIn(result))(known, []).map(({ id }) => id)).toEqual(['OLD-1 src/a.ts']);
  });
});

describe('the finding of a gold fix', () => {
  const review = (line: string): Review => ({
    id: line,
    patternId: 'p',
    ruleId: 'R',
    file: 'f',
    line: 1,
    diff: '',
    beforeSha256: '',
    afterSha256: '',
    applied: TODAY,
    run: 'r',
    places: [line],
  });

  it('goes with its own review, not with that of another place of the file', () => {
    const known = [review('one'), review('two')].map((each) => openFinding(goldFinding(each), null, TODAY));
    const gone = (waiting: readonly Review[]) => goneByCheck({ violations: [], findings: [] }, waiting)(known, []);
    expect(gone([review('two')])).toEqual(known.slice(0, 1));
    expect(gone([review('one'), review('two')])).toEqual([]);
  });
});

describe('the name of a place', () => {
  it('stays where neighbours of the same match are mended', async () => {
    const named = async (text: string) => {
      const seen = seenIn((await healed(text)).result);
      const nameOf = placeNames(seen);
      return new Map(seen.map((violation) => [violation.place?.lineText.trim(), nameOf(violation)]));
    };
    const [before, after] = [await named('eval(a);\neval(b);\n'), await named('// gone\n  eval(b);\n')];
    expect(before.size).toBe(2);
    expect(after.get('eval(b);')).toBe(before.get('eval(b);'));
  });
});

describe('a file on one line', () => {
  it('has a name for each of its places, in no more time than there are places', async () => {
    const body = Array.from({ length: 400 }, (_, at) => `f(eval(x${at}));`).join(' ');
    const seen = seenIn((await healed(`${body} ${'g(1);'.repeat(20_000)}\n`)).result);
    const names = new Set(seen.map(placeNames(seen)));
    expect([seen.length, names.size]).toEqual([400, 400]);
    expect(Math.max(...[...names].map(({ length }) => length))).toBeLessThan(1000);
  });
});
