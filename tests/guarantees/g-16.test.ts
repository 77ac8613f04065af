import { expect } from 'vitest';
import { guarantee } from './harness/guarantee.js';
import { bytesOf, contractOf, healFiles } from './harness/heal-in.js';

const CONTRACT = contractOf([
  { id: 'R-1', forbidden: '/"bad"/', fix: { strategy: 'replace', wrap_pattern: 'process.env.GOOD' } },
]);

const TEXT = 'export const a = "bad" // x\n';
const around = (...bytes: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('// '), Buffer.from(bytes), Buffer.from(`\n${TEXT}`)]);
const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

/** None of them is UTF-8 text; each holds what there is a fix for. */
const UNDECODABLE: Readonly<Record<string, Buffer>> = {
  'src/latin-1.ts': around(0xe9),
  'src/cut-short.ts': around(0xf0, 0x9f, 0x99),
  'src/overlong.ts': around(0xc0, 0xae),
  'src/surrogate.ts': around(0xed, 0xa0, 0x80),
  'src/pair-of-surrogates.ts': around(0xed, 0xa0, 0xbd, 0xed, 0xb9, 0x82),
  'src/beyond.ts': around(0xf4, 0x90, 0x80, 0x80),
  'src/nul.ts': around(0x00),
  'src/late-nul.ts': Buffer.concat([Buffer.from(TEXT.repeat(20_000)), Buffer.from([0])]),
  'src/utf-16-little.ts': utf16,
  'src/utf-16-big.ts': Buffer.from(utf16).swap16(),
};

guarantee({
  id: 'G-16',
  async holds(subject) {
    const { code, report, read, folder } = await healFiles(subject, {
      'contracts/plain.yml': CONTRACT,
      'src/sound.ts': TEXT,
      ...UNDECODABLE,
    });
    expect(read('src/sound.ts')).toBe(TEXT.replace('"bad"', 'process.env.GOOD'));
    for (const [file, bytes] of Object.entries(UNDECODABLE)) expect(read(file) === bytesOf(bytes), file).toBe(true);
    const listed = report.problems.map(({ file }) => file).sort();
    expect(listed).toEqual(Object.keys(UNDECODABLE).sort());
    expect(code).toBe(3);

    const check = await subject.run(['check', '--format', 'json'], { cwd: folder });
    const checked: { problems: { file: string }[] } = JSON.parse(check.stdout);
    expect(checked.problems.map(({ file }) => file).sort()).toEqual(Object.keys(UNDECODABLE).sort());
    expect(check.code).toBe(3);
  },
  // Whoever takes bytes for what they are not has a second line to cross: the writer compares them with the file.
  bug: [
    {
      file: 'src/platform/files/decode-source.ts',
      find: "if (!isUtf8(bytes)) return { kind: 'skipped', reason: 'not-utf8', detail: 'it is not valid UTF-8' };",
      replace: 'void isUtf8;',
    },
    {
      file: 'src/platform/files/write-file.ts',
      find: 'stat.size !== expected.length || !readFileSync(descriptor).equals(expected)',
      replace: 'false',
    },
  ],
});
