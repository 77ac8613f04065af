import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContractTest } from '../../src/reporters/check-contract-test.js';
import { CHECK_REPORTERS } from '../../src/reporters/index.js';
import { readRunOutput } from '../../src/run-outputs/index.js';
import { matchMentions } from '../../src/run-outputs/match-mentions.js';
import { absenceOf, PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const folder = path.resolve(import.meta.dirname, '../fixtures/run-outputs');

/** `RULE file:line file:line`, a line a mention; `nowhere` where no file has what is required. */
function read(text: string, ruleIds: readonly string[] = []): readonly string[] | null {
  const mentions = readRunOutput(text, ruleIds);
  return (
    mentions?.map(({ ruleIds: ids, places, isNowhere }) =>
      [
        ids.join('/'),
        ...places.map(({ file, line }) => (line === null ? file : `${file}:${line}`)),
        ...(isNowhere ? ['nowhere'] : []),
      ].join(' '),
    ) ?? null
  );
}

/** One run of four failing contract tests, as seven reporters of two runners print it. */
const RUN = [
  'AUTH-001 src/routes/users.ts src/routes/orders.ts',
  'ARCH-001 src/components/UserCard.tsx:42 src/components/Nav.tsx:7',
  'AUTH-002 src/routes/users.ts:42',
  'SEC-001 src/config.ts:42',
];

const RECORDED: Readonly<Record<string, readonly string[]>> = {
  'cargo-test.txt': ['DEV-001 crates/app/src/device.rs'],
  'jest30.color.txt': RUN,
  'jest30.json': RUN,
  'jest30.txt': RUN,
  'peer-check.json': ['SEC-001 /repo/src/config.ts:42', 'AUTH-001 /repo/src/routes/users.ts'],
  'peer-hook.txt': ['SEC-001 src/config.ts:42'],
  'pytest.txt': ['ARCH-001 src/app/cli.py'],
  'vitest.color.txt': RUN,
  'vitest.json': RUN,
  'vitest.junit.xml': RUN,
  'vitest.tap': RUN,
  'vitest.txt': RUN,
};

describe('the recorded output of a run', () => {
  it.each(readdirSync(folder).filter((name) => !name.endsWith('.md')))('%s', (name) => {
    expect(read(readFileSync(path.join(folder, name), 'utf8'))).toEqual(RECORDED[name]);
  });

  it('names four violations, however often code frames and summaries repeat them', () => {
    const text = readFileSync(path.join(folder, 'jest30.txt'), 'utf8');
    expect(text.match(/CONTRACT VIOLATION/g)).toHaveLength(14);
    expect(read(text)).toHaveLength(4);
    expect(read(`${text}\nSummary of all failing tests\n${text}`)).toHaveLength(4);
  });

  it('is read with the lines that npm, a shell and Windows put around it', () => {
    const json = readFileSync(path.join(folder, 'vitest.json'), 'utf8');
    expect(read(`\n> shop@1.0.0 test\n> vitest --reporter=json\n\n${json}\nnpm ERR! code 1\n`)).toEqual(RUN);
    const xml = readFileSync(path.join(folder, 'vitest.junit.xml'), 'utf8');
    expect(read(`> test\n\n${xml}\n`)).toEqual(RUN);
    const log = readFileSync(path.join(folder, 'vitest.txt'), 'utf8');
    expect(read(log.replaceAll('\n', '\r\n'))).toEqual(RUN);
    expect(read(log.replace(/^/gm, '2026-11-20T20:55:16.9712345Z '))).toEqual(RUN);
  });
});

describe('a message', () => {
  it.each<[string, string, readonly string[]]>([
    ['on one line', 'CONTRACT VIOLATION: SEC-001 in src/config.ts:42', ['SEC-001 src/config.ts:42']],
    ['without a line', 'CONTRACT VIOLATION: ARCH-002 in src/a b/quick-add.tsx', ['ARCH-002 src/a b/quick-add.tsx']],
    [
      'with fields',
      'CONTRACT VIOLATION: AUTH-001 - No middleware\n  File: src/a.ts\n  Line: 42\n  Match: File: src/b.ts',
      ['AUTH-001 src/a.ts:42'],
    ],
    ['with no message', 'CONTRACT VIOLATION: SEC-003\n  File: src/a.tsx\n  Line: 2', ['SEC-003 src/a.tsx:2']],
    [
      'with a list of hits',
      'CONTRACT VIOLATION: ARCH-001\nUse hooks\nFound 2 violation(s):\n  src/a.tsx:42 - "from"\n  src/b.tsx:7 - "x"\nSee: docs/a.yml',
      ['ARCH-001 src/a.tsx:42 src/b.tsx:7'],
    ],
    [
      'of an absence',
      'CONTRACT VIOLATION: ARCH-002\nUse it\nPattern /useQuery/ not found in any file in scope\nScope: src/**/*.ts\nSee: docs/a.yml',
      ['ARCH-002 nowhere'],
    ],
    [
      'with bullets',
      'CONTRACT VIOLATION: A-1\nMissing:\n  - src/my file.ts\n  - src/b.ts:3',
      ['A-1 src/my file.ts src/b.ts:3'],
    ],
    ['with file and line in one', 'CONTRACT VIOLATION: A-1\nFile: src/a.ts:15:3\nIssue: none', ['A-1 src/a.ts:15']],
    [
      'of prose and code',
      '❌ CONTRACT VIOLATION: A-1\nFile: src/a.ts:23\nRule: hash it\n\nExpected:\n  hash: await bcrypt.hash(password, 10)\n\nActual:\n  a: b\n\nSee: docs/a.yml',
      ['A-1 src/a.ts:23'],
    ],
    ['of two rules', 'CONTRACT VIOLATION: HW-001 / HW-002\nFile: src/device.rs', ['HW-001/HW-002 src/device.rs']],
    [
      'with an id of other letters',
      '❌ CONTRACT VIOLATION: bg_storage_002\nFile contains forbidden pattern: /x/',
      ['bg_storage_002'],
    ],
    ['of no rule', 'CONTRACT VIOLATION: File modified in parallel: src/features/index.ts', [' src/features/index.ts']],
    [
      'in quotes',
      'message: "CONTRACT VIOLATION: A-1 - no\n  File: src/a.ts\n  Line: 2\n  Match: say(\\"x\\")\n  At: src/a.ts:2:7"\nat: "/repo/x.js:4:11"',
      ['A-1 src/a.ts:2'],
    ],
    [
      'below a banner',
      '❌ CONTRACT VIOLATION DETECTED\n\nContract: A-1\nFile: src/a.ts\nLine: 23\nSeverity: CRITICAL',
      ['A-1 src/a.ts:23'],
    ],
    [
      'in a list below a banner',
      'Contract violations detected:\n  - A-1: stored (CRITICAL)\n    File: src/a.ts:23\n  - A-2: also\n    File: src/b.ts:1',
      ['A-1 src/a.ts:23', 'A-2 src/b.ts:1'],
    ],
    [
      'of a script',
      'CONTRACT VIOLATIONS FOUND:\n\nARCH-001: Use hooks\n  File: src/a.tsx:42\n  Contract: feature_architecture\n',
      ['ARCH-001 src/a.tsx:42'],
    ],
    [
      'of an older Rust',
      "thread 'a' panicked at 'CONTRACT VIOLATION: A-1\nFile: src/a.rs:2\n', tests/a.rs:4:5",
      ['A-1 src/a.rs:2'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '      throw new Error(`CONTRACT VIOLATION: SEC-001 in src/a.ts:1`)',
    '> 4 | CONTRACT VIOLATION: SEC-001 in src/a.ts:1',
    '            "CONTRACT VIOLATION: ARCH-001\\n"',
    '// CONTRACT VIOLATION: SEC-001 in src/a.ts:1'.replace('//', 'see the docs on'),
    `CONTRACT VIOLATION: SEC-001 ${'x'.repeat(10_000)}`,
  ])('is not what a runner quotes: %.60s', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('our own reports', () => {
  const secret = makeRule({ id: 'SEC-001' }, forbidden(/innerHTML/));
  const hooks = makeRule({ id: 'ARCH-002', scope: ['src/hooks/**'] }, required(/useQuery/));
  const violations = [
    ...violationsIn('src/a b.ts', 'x\ne.innerHTML = y\n', secret),
    absenceOf(hooks, 'src/hooks/a.ts'),
    absenceOf(hooks),
  ];

  it.each(['json', 'jsonl', 'contract-test', 'junit'])('%s is read back', (format) => {
    const text = CHECK_REPORTERS[format]?.render(reportOf(violations), PLAIN) ?? '';
    expect(read(text)).toEqual(['SEC-001 src/a b.ts:2', 'ARCH-002 src/hooks/a.ts', 'ARCH-002 nowhere']);
  });

  it('sarif is read back, with an absence at its contract', () => {
    const text = CHECK_REPORTERS.sarif?.render(reportOf(violations), PLAIN) ?? '';
    expect(read(text)).toEqual(['SEC-001 src/a b.ts:2', 'ARCH-002 src/hooks/a.ts:1', 'ARCH-002 contracts/test.yml:1']);
    expect(readRunOutput(text, [])?.map(({ fingerprint }) => fingerprint)).toEqual(
      violations.map(({ fingerprint }) => fingerprint),
    );
  });

  it('leave out what is exempt', () => {
    const [first] = violations;
    if (!first) throw new Error('the fixture must violate');
    const exempt = reportOf([{ ...first, exemption: { kind: 'waiver', reason: 'r', expires: null } }]);
    for (const format of ['json', 'jsonl'])
      expect(read(CHECK_REPORTERS[format]?.render(exempt, PLAIN) ?? '')).toEqual([]);
    expect(read(CHECK_REPORTERS.sarif?.render({ ...exempt, showExempt: true }, PLAIN) ?? '')).toEqual([]);
  });

  it('contract-test is read back whatever rules, files and code are called', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'ab -:/.\t\n\u001b"CONTRACT VIOLATION'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 4 }), (named) => {
        const rules = named.map(([name], at) => makeRule({ id: `R${at}${name.trim()}` }, forbidden(/innerHTML/)));
        const all = named.flatMap(([, file, code], at) =>
          violationsIn(`src/${file}x.ts`, `${code} innerHTML`, ...rules.slice(at, at + 1)),
        );
        const text = checkContractTest.render(reportOf(all), PLAIN);
        const ruleIds = rules.map(({ id }) => id);
        const mentions = readRunOutput(text, ruleIds) ?? [];
        const files = all.flatMap(({ file }) => file ?? []);
        const checked = { violations: all, ruleIds, files, contractFiles: [], root: '/p', folder: '' };
        expect(matchMentions(mentions, checked)).toEqual({ violations: all, findings: [], problems: [] });
        expect(mentions).toHaveLength(all.length);
        for (const [at, mention] of mentions.entries()) {
          expect(matchMentions([mention], checked).violations).toEqual(all.slice(at, at + 1));
        }
      }),
    );
  });
});

describe('text of another kind', () => {
  it.each([
    ['vitest', ' Test Files  1 passed (1)\n      Tests  8 passed (8)\n'],
    ['jest', 'Tests:       2 skipped, 8 passed, 10 total\n'],
    ['pytest', '1 passed in 0.05s\n'],
    ['cargo', 'test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.2s\n'],
    ['vitest JSON', '{"success":true,"testResults":[{"assertionResults":[{"failureMessages":[]}],"message":""}]}'],
    ['JUnit', '<testsuites><testsuite><testcase name="a"/></testsuite></testsuites>'],
    ['our JSON', '{"schemaVersion":1,"violations":[]}'],
  ])('names nothing where all is well: %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'All is well.\n'],
    ['another JSON', '{"a":1}'],
    ['JSON lines that were cut off', '{"type":"problem"}\n'],
    ['a failure that names no rule', 'Tests  1 failed | 8 passed (9)\n'],
    ['such a failure in JSON', '{"success":false,"numFailedTests":1,"testResults":[{"message":"boom"}]}'],
    ['such a failure in XML', '<testsuite><testcase><failure message="boom">boom</failure></testcase></testsuite>'],
    ['XML that declares entities', '<!DOCTYPE a [<!ENTITY b "c">]><testsuite>&b;</testsuite>'],
    ['XML that is cut off', '<testsuite><testcase><failure>CONTRACT'],
  ])('is not understood: %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it('breaks no reader', () => {
    const piece = fc.constantFrom(
      ...[
        'CONTRACT VIOLATION: ',
        'A-1',
        ' / ',
        ' in ',
        'src/a.ts',
        ':1',
        '\n',
        '  File: ',
        '  Line: ',
        '- ',
        '[',
        ']',
        '"',
        "'",
      ],
      ...[
        '{"violations":[',
        ']}',
        '{}',
        '<testsuite>',
        '<failure>',
        '</failure>',
        '</testsuite>',
        '&lt;',
        '\u001b[31m',
        '❌ ',
        'E   ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.array(fc.string(), { maxLength: 3 }), (pieces, ruleIds) => {
        const mentions = readRunOutput(pieces.join(''), ruleIds) ?? [];
        for (const { places } of mentions) for (const { file } of places) expect(file).not.toBe('');
      }),
    );
  });

  it('is read in linear time, also where it is made to be slow', () => {
    const hostile = [
      'CONTRACT VIOLATION: '.repeat(100_000),
      `CONTRACT VIOLATION: A-1\n${'- a/'.repeat(900)}\n`.repeat(300),
      '\n'.repeat(200_000),
      `CONTRACT VIOLATION: A-1\n${`a${' '.repeat(3900)}b\n`.repeat(30)}`.repeat(10),
      `CONTRACT VIOLATION: A-1\n${`${':['.repeat(1900)}\n`.repeat(30)}`.repeat(10),
      '<testsuite>'.repeat(50_000),
      `{"violations":${'['.repeat(100_000)}`,
      `${'\u001b[31m'.repeat(100_000)}`,
      `CONTRACT VIOLATION: A-1\n${`Found: [${"'a',".repeat(900)}\n`.repeat(300)}`,
    ];
    for (const text of hostile) expect(() => read(text)).not.toThrow();
  });
});
