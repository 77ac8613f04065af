import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import fc from 'fast-check';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { scanText } from '../support/naive-scanner.js';
import { amount } from './harness/amount.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const letters = fc.constantFrom('a', 'b', ' ', '\t', '\n', '\r\n', '\r', '\u2028', 'é', '🙂', '"', '0', '_', '.');
const texts = fc.string({ unit: letters, maxLength: 30 });
const atoms = fc.constantFrom(
  'a',
  'b',
  '.',
  '\\s',
  '\\w',
  '\\b',
  '[ab]',
  '[^a]',
  '\\n',
  '\\d',
  '"',
  '^',
  '$',
  '(a|b)',
  '\\S',
  '\\uD83D',
);
const repeats = fc.constantFrom('', '', '', '*', '+', '?', '{1,2}', '*?');
const sources = fc
  .array(fc.tuple(atoms, repeats), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([atom, repeat]) => (/^(\\b|\^|\$)$/.test(atom) ? atom : atom + repeat)).join(''));
const regexes = fc
  .tuple(sources, fc.constantFrom('', 'i', 'm', 's', 'ims'))
  .map(([source, flags]) => new RegExp(source, flags));

/** Patterns of both engines that mean the same in both, once \w, \d, \s and \b are told to be ASCII, and `.` a byte. */
const SHARED = [
  'function\\s+\\w+\\(',
  'new \\w+\\(',
  '\\bvar\\b',
  'return (?:true|false);',
  '=== ?(?:null|undefined)',
  '(?:TODO|FIXME|XXX)',
  '\\d{3,}',
  'import [^;\\n]*from "[^"\\n]+"',
  '//[^\\n]*$',
  '\\{\\s*\\}',
];

interface RipgrepLine {
  readonly type: string;
  readonly data: {
    readonly path: { readonly text?: string };
    readonly line_number: number;
    readonly absolute_offset: number;
    readonly submatches: readonly { readonly match: { readonly text?: string }; readonly start: number }[];
  };
}

/** File, byte offset and text of each match, as ripgrep sees it. */
function ripgrep(root: string, pattern: string): readonly string[] {
  const flags = ['--json', '--no-config', '--no-ignore', '--hidden', '--multiline', '--no-unicode', '--sort', 'path'];
  const asked = [...flags, '-e', `(?m)${pattern}`, '-g', '*.js', '.'];
  const { status, stdout: output } = spawnSync(rgPath, asked, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  // 1 says that there is no match.
  expect([pattern, status]).toEqual([pattern, expect.toBeOneOf([0, 1])]);
  return output
    .split('\n')
    .filter(Boolean)
    .map((line): RipgrepLine => JSON.parse(line))
    .filter(({ type }) => type === 'match')
    .flatMap(({ data }) =>
      data.submatches.map(
        ({ match, start }) => `${data.path.text?.replace(/^\.\//, '')} ${data.absolute_offset + start} ${match.text}`,
      ),
    );
}

guarantee({
  id: 'G-12',
  async holds(subject) {
    const { checkText } =
      await subject.load<typeof import('../../src/engine/check-text.js')>('src/engine/check-text.ts');
    fc.assert(
      fc.property(fc.array(regexes, { minLength: 1, maxLength: 3 }), texts, (patterns, text) => {
        const rules = patterns.map((regex, n) => makeRule({ id: `R-${n}` }, forbidden(regex)));
        const { violations } = checkText({ path: 'src/a.txt', text }, rules);
        const seen = violations.map(({ rule, place }) => [rule.id, place?.line, place?.column, place?.match]);
        const expected = rules.flatMap((rule, n) =>
          scanText(text, new RegExp(patterns[n] ?? '', `${patterns[n]?.flags}g`)).map(({ line, column, match }) => [
            rule.id,
            line,
            column,
            match,
          ]),
        );
        expect(seen).toEqual(expected);
      }),
      { numRuns: amount(20_000, 1_000_000) },
    );

    // A real tree, copied so that nobody's ignore file hides any of it, against another engine altogether.
    const yaml = dirname(createRequire(import.meta.url).resolve('yaml/package.json'));
    const names = readdirSync(join(yaml, 'dist/compose')).filter((name) => name.endsWith('.js'));
    const files = names.map((name) => [`src/${name}`, readFileSync(join(yaml, 'dist/compose', name))] as const);
    const folder = makeFolder({
      'contracts/c.yml': contractText(
        SHARED.map((pattern, n) => ({ id: `R-${n}`, pattern: `/${pattern.replaceAll('/', '\\/')}/m` })),
      ),
      ...Object.fromEntries(files),
    });
    const { code, stdout } = await subject.run(['check', '--format', 'json'], { cwd: folder });
    expect(code).toBe(1);
    const { violations, problems } = parseCheck(stdout);
    expect(problems).toEqual([]);
    const bytes = new Map(files.map(([path, content]): [string, string] => [path, content.toString('utf8')]));
    for (const [n, pattern] of SHARED.entries()) {
      const ours = violations
        .filter(({ ruleId }) => ruleId === `R-${n}`)
        .map(({ file, line, column, match }) => {
          const text = bytes.get(file ?? '') ?? '';
          const lineStart =
            text
              .split('\n')
              .slice(0, (line ?? 1) - 1)
              .join('\n').length + (line === 1 ? 0 : 1);
          const before = text.slice(0, lineStart + (column ?? 1) - 1);
          return `${file} ${Buffer.byteLength(before)} ${match}`;
        });
      expect(ours.sort(), pattern).toEqual([...ripgrep(folder, pattern)].sort());
    }
    expect(violations.length).toBeGreaterThan(100);
  },
  bug: {
    file: 'src/engine/checks/run-regex.ts',
    find: "if (match === '') {",
    replace: 'if (match.length < 2) {',
  },
});
