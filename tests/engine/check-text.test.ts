import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import type { Violation } from '../../src/model/violation.js';
import { domains, forbidden, makeRule, required } from '../support/make-rule.js';
import { scanText } from '../support/naive-scanner.js';

const PATH = 'src/a.ts';
const places = (violations: readonly Violation[]) =>
  violations.map(({ place }) => place && [place.line, place.column, place.endLine, place.endColumn, place.match]);

describe('checkText: forbidden patterns', () => {
  it.each([
    ['no match', /eval/, 'value', []],
    [
      'each match, two on a line',
      /x/,
      'x x\n x',
      [
        [1, 1, 1, 2, 'x'],
        [1, 3, 1, 4, 'x'],
        [2, 2, 2, 3, 'x'],
      ],
    ],
    ['a match over lines', /a\s+b/, '1\na\n\nb', [[2, 1, 4, 2, 'a\n\nb']]],
    [
      'CRLF',
      /b/,
      'a\r\nb\r\nb',
      [
        [2, 1, 2, 2, 'b'],
        [3, 1, 3, 2, 'b'],
      ],
    ],
    ['a lone CR', /b/, 'a\rb', [[2, 1, 2, 2, 'b']]],
    ['columns in UTF-16 units', /x/, '😀ä\tx', [[1, 5, 1, 6, 'x']]],
    ['U+2028 ends no line', /x/, 'a\u2028x', [[1, 3, 1, 4, 'x']]],
    ['the end of the text', /x\n/, 'x\n', [[1, 1, 2, 1, 'x\n']]],
    ['flags i and s', /A.B/is, 'a\nb', [[1, 1, 2, 2, 'a\nb']]],
    ['flag m', /^b$/m, 'a\nb', [[2, 1, 2, 2, 'b']]],
    ['empty matches are passed over', /a*/, 'baab', [[1, 2, 1, 4, 'aa']]],
  ])('%s', (_, regex, text, expected) => {
    const report = checkText({ path: PATH, text }, [makeRule({}, forbidden(regex))]);
    expect(places(report.violations)).toEqual(expected);
    expect(report.problems).toEqual([]);
  });

  it('keeps line, context and groups', () => {
    const text = 'one\ntwo\nconst key = "abc";\nfour\nfive\nsix';
    const rule = makeRule({}, forbidden(/(?<name>\w+) = "(\w+)"|(never)/));
    expect(checkText({ path: PATH, text }, [rule]).violations[0]?.place).toEqual({
      range: { start: 14, end: 25 },
      line: 3,
      column: 7,
      endLine: 3,
      endColumn: 18,
      match: 'key = "abc"',
      lineText: 'const key = "abc";',
      context: { firstLine: 1, lines: ['one', 'two', 'const key = "abc";', 'four', 'five'] },
      groups: ['key', 'abc', undefined],
      namedGroups: { name: 'key' },
    });
  });

  it('carries no state from text to text', () => {
    const rule = makeRule({}, forbidden(/x/));
    const first = checkText({ path: PATH, text: 'ax' }, [rule]);
    expect(checkText({ path: PATH, text: 'ax' }, [rule])).toEqual(first);
    expect(checkText({ path: PATH, text: 'x' }, [rule]).violations).toHaveLength(1);
  });

  it('asks where code is only for checks that want to know', () => {
    const text = 'eval // eval';
    const rule = makeRule({}, forbidden(/eval/, { match: 'code' }), forbidden(/eval/));
    const isCode = (path: string, whole: string, offset: number) => path === PATH && whole === text && offset < 5;
    const report = checkText({ path: PATH, text }, [rule], { isCode });
    expect(report.violations.map((v) => [v.checkIndex, v.place?.range.start])).toEqual([
      [0, 0],
      [1, 0],
      [1, 8],
    ]);
    expect(checkText({ path: PATH, text }, [rule]).violations).toHaveLength(4);
  });
});

describe('checkText: code behind a match that starts elsewhere', () => {
  // What stands between # and the end of a line, or between quotes, is no code.
  const isCode = (_: string, text: string, offset: number): boolean => {
    const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return !before.includes('#') && text[offset] !== '#' && before.split("'").length % 2 === 1;
  };

  it.each([
    ['a comment that looks like its beginning', '# never eval( here\nx = eval(a);', /eval\([^)]*\)/, [23]],
    ['white space that begins in the comment', '# a \n  log()', /\s+log/, [5]],
    ['two matches in one', '# f( \nf(a); f(b)', /f\([^;]*;?/, [6, 12]],
    ['nothing but comments', '# eval( eval(\n', /eval\(/, []],
    ['characters of two units', '# \u{1f600}\n\u{1f600}', /\p{Emoji_Presentation}/u, [5]],
  ])('%s', (_, text, regex, starts) => {
    const rule = makeRule({}, forbidden(regex as RegExp, { match: 'code' }));
    const { violations } = checkText({ path: PATH, text: text as string }, [rule], { isCode });
    expect(violations.map(({ place }) => place?.range.start)).toEqual(starts);
  });

  it('is what trying each offset finds', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '#', "'", '\n', '😀'), maxLength: 14 });
    const regexes = fc.constantFrom(/ab?/, /a[^b]*b/, /a\n?/, /[ab]+/, /(?<=a)b/, /b*/, /😀a?/u, /./su, /a|(?=b)/);
    fc.assert(
      fc.property(texts, regexes, (text, regex) => {
        const rule = makeRule({}, forbidden(regex, { match: 'code' }));
        const { violations } = checkText({ path: PATH, text }, [rule], { isCode });
        const expected: number[] = [];
        const sticky = new RegExp(regex.source, `${regex.flags}y`);
        for (let at = 0; at < text.length; at++) {
          sticky.lastIndex = at;
          const found = sticky.exec(text);
          if (!found || found[0] === '' || found.index !== at || !isCode(PATH, text, at)) continue;
          expected.push(at);
          at += found[0].length - 1;
        }
        expect(violations.map(({ place }) => place?.range.start)).toEqual(expected);
      }),
    );
  });
});

describe('checkText: what cannot be judged is no pass', () => {
  it('stops at too many matches and says so', () => {
    const report = checkText({ path: PATH, text: 'x'.repeat(10_001) }, [makeRule({}, forbidden(/x/))]);
    expect(report.violations).toHaveLength(10_000);
    expect(report.problems).toMatchObject([{ code: 'check/too-many-matches', severity: 'incomplete', file: PATH }]);
    expect(checkText({ path: PATH, text: 'x'.repeat(10_000) }, [makeRule({}, forbidden(/x/))]).problems).toEqual([]);
  });

  it('names the rule whose pattern matches no text', () => {
    const report = checkText({ path: PATH, text: 'eval()' }, [makeRule({ id: 'SEC-9' }, forbidden(/(?=eval)/))]);
    expect(report.violations).toEqual([]);
    expect(report.problems).toMatchObject([{ code: 'check/empty-match', severity: 'incomplete', file: PATH }]);
    expect(report.problems[0]?.message).toContain('SEC-9');
  });

  it('survives a regex engine that runs out of stack, and judges the other checks', () => {
    const tooDeep = /^(?:a|b)*c/;
    const rule = makeRule({ id: 'DEEP-1' }, forbidden(tooDeep), required(tooDeep), forbidden(/^a/));
    const report = checkText({ path: PATH, text: 'ab'.repeat(8_000_000) }, [rule]);
    expect(report.violations.map(({ checkIndex }) => checkIndex)).toEqual([2]);
    expect([report.satisfied, report.undecided]).toEqual([[], ['1 DEEP-1']]);
    const problem = {
      code: 'check/regex-failed',
      severity: 'incomplete',
      file: PATH,
      message: expect.stringContaining('DEEP-1'),
    };
    expect(report.problems).toEqual([expect.objectContaining(problem), expect.objectContaining(problem)]);
  });
});

describe('checkText: required patterns', () => {
  it('every: an absence is a violation of the file, without a place', () => {
    const rule = makeRule({}, required(/use strict/, { require: 'every' }));
    const report = checkText({ path: PATH, text: 'x' }, [rule]);
    expect(report.violations).toMatchObject([{ file: PATH, place: null, kind: 'required-pattern' }]);
    expect(checkText({ path: PATH, text: "'use strict'" }, [rule]).violations).toEqual([]);
  });

  it('any: a match is noted, an absence is not judged here', () => {
    const rule = makeRule({}, required(/a/), required(/b/));
    const report = checkText({ path: PATH, text: 'b' }, [rule]);
    expect([report.violations, report.satisfied]).toEqual([[], ['1 RULE-1']]);
  });

  it('a lookaround may say what is required', () => {
    expect(checkText({ path: PATH, text: 'ab' }, [makeRule({}, required(/(?=b)/))]).satisfied).toHaveLength(1);
  });

  it('runs only the checks that are wanted', () => {
    const rule = makeRule({}, forbidden(/a/), required(/a/));
    const report = checkText({ path: PATH, text: 'a' }, [rule], { wants: (_, check) => check.index === 1 });
    expect([report.violations, report.satisfied]).toEqual([[], ['1 RULE-1']]);
  });
});

describe('checkText: domains', () => {
  const hostsIn = (text: string, policy: 'allow' | 'forbid', ...hosts: string[]) =>
    checkText({ path: PATH, text }, [makeRule({}, domains(policy, hosts))]).violations.map((v) => v.place?.match);

  it.each([
    ['https://evil.com/x', ['https://evil.com']],
    ['fetch("HTTPS://EVIL.com:8080/x")', ['HTTPS://EVIL.com:8080']],
    ['wss://user:pw@evil.com?x', ['wss://user:pw@evil.com']],
    ['https://good.com@evil.com', ['https://good.com@evil.com']],
    ['src="//evil.com/x.js"', ['//evil.com']],
    ['"https:\\/\\/evil.com\\/x"', ['https:\\/\\/evil.com']],
    ['[a](https://evil.com), https://evil.com.', ['https://evil.com', 'https://evil.com.']],
    ['**https://evil.com**', ['https://evil.com']],
    ['// evil.com', []],
    ['x //evil.com', []],
    ['https://notevil.com https://evil.com.au https://sub.evil.com', []],
  ])('forbids evil.com in %s', (text, expected) => expect(hostsIn(text, 'forbid', 'evil.com')).toEqual(expected));

  it.each([
    ['https://good.com/a http://api.good.com', []],
    ['https://good.com.evil.com', ['https://good.com.evil.com']],
    ['https://deep.api.good.com', []],
    ['https://xgood.com', ['https://xgood.com']],
    ['http://localhost:3000', ['http://localhost:3000']],
    ['http://[::1]:80/', ['http://[::1]:80']],
    ['http://127.0.0.1', ['http://127.0.0.1']],
    ['https://bücher.example/', ['https://bücher.example']],
    ['`https://${host}/` "https://{host}" "https://api.${x}.com" "https://%s/"', []],
    ['https:// http://', []],
  ])('allows good.com and below only, in %s', (text, expected) =>
    expect(hostsIn(text, 'allow', 'good.com', '*.good.com')).toEqual(expected),
  );

  it.each([
    ['localhost:3000', 'http://localhost:3000/ http://localhost:8080 http://localhost', ['http://localhost:3000']],
    ['localhost', 'http://localhost:3000/ http://localhost', ['http://localhost:3000', 'http://localhost']],
    ['*.evil.com:81', 'http://a.evil.com:81 http://a.evil.com', ['http://a.evil.com:81']],
    ['[::1]:3000', 'http://[::1]:3000 http://[::1]', ['http://[::1]:3000']],
    ['bücher.example', 'https://bücher.example https://xn--bcher-kva.example', 2],
  ])('reads the port and the spelling of %s', (host, text, expected) => {
    const found = hostsIn(text, 'forbid', host);
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
  });
});

describe('checkText against a naive oracle', () => {
  const piece = fc.constantFrom('a', 'b', 'ab', ' ', '\n', '\r\n', '\r', '\t', '😀', '\u2028', 'é', '"', 'eval(');
  const regexes = [/a/, /ab?/i, /^\s*a/m, /a[\s\S]b/, /.b/s, /(?<=a)b/, /[^a]+/, /eval\(/, /\s+/, /b$/m, /(a)|(b)/];

  it('finds the same matches at the same places', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(...regexes), (pieces, regex) => {
        const text = pieces.join('');
        const { violations } = checkText({ path: PATH, text }, [makeRule({}, forbidden(regex))]);
        const found = violations.map(({ place }) => ({
          line: place?.line,
          column: place?.column,
          match: place?.match,
        }));
        expect(found).toEqual(scanText(text, new RegExp(regex.source, `${regex.flags}g`)));
        for (const { place } of violations) {
          if (!place) throw new Error('a forbidden match has a place');
          expect(text.slice(place.range.start, place.range.end)).toBe(place.match);
          expect(place.lineText.includes('\n')).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
