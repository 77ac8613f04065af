import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { parseXml } from '../reporters/parse-xml.js';
import { makeFolder } from '../support/make-folder.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf } from './harness/heal-in.js';
import { NEUTRAL_ENV } from './harness/run-process.js';
import type { Subject } from './harness/subject.js';

const FILES = 20;
const VIOLATIONS = 100_000;
const strict = (contract: string): string => contract.replace('"soft"', '"non_negotiable"');
const CONTRACT = strict(contractOf([{ id: 'R-1', scope: ['src/**'], forbidden: '/bad/' }]));

/** Patterns that know no pairs: each matches one half of a character. */
const HALVES = [
  { id: 'R-1', scope: ['src/**'], forbidden: '/[\\ud83d]/' },
  { id: 'R-2', scope: ['src/**'], forbidden: '/(?<=\\ud83d)[\\ude42]/' },
];

interface Piped {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Reads slowly: the pipe is full nearly all of the time, and stays so when the work is done. */
async function readSlowly(subject: Subject, args: readonly string[], cwd: string): Promise<Piped> {
  const child = spawn(process.execPath, [subject.cli, ...args], {
    cwd,
    env: NEUTRAL_ENV,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed: Promise<[number | null]> = once(child, 'close').then(([code]: (number | null)[]) => [code ?? null]);
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  let pauses = 0;
  for await (const chunk of child.stdout) {
    chunks.push(chunk);
    if (++pauses <= 30) await wait(20);
  }
  const [code] = await closed;
  return { code, stdout: Buffer.concat(chunks).toString(), stderr: Buffer.concat(errors).toString() };
}

/** Reads a little and goes away, like `| head -1`. */
async function readAndLeave(subject: Subject, args: readonly string[], cwd: string): Promise<Piped> {
  const child = spawn(process.execPath, [subject.cli, ...args], {
    cwd,
    env: NEUTRAL_ENV,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, stdout: '', stderr: Buffer.concat(errors).toString() };
}

/** How many violations a report holds. */
const COUNT: Readonly<Record<string, (text: string) => number>> = {
  json: (text) => JSON.parse(text).violations.length,
  jsonl: (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter((line) => 'ruleId' in line).length,
  gitlab: (text) => JSON.parse(text).length,
  checkstyle: (text) => {
    parseXml(text);
    return text.split('<error ').length - 1;
  },
  compact: (text) => text.split('\n').filter((line) => /: error /.test(line) || /: warning /.test(line)).length,
};

/** Null where the report is not whole. */
function wholeCount(format: string, text: string): number | null {
  try {
    return COUNT[format]?.(text) ?? null;
  } catch {
    // What cannot be read was cut off.
    return null;
  }
}

guarantee({
  id: 'G-45',
  async holds(subject) {
    const perFile = VIOLATIONS / FILES;
    const cwd = makeFolder({
      'contracts/plain.yml': CONTRACT,
      ...Object.fromEntries(Array.from({ length: FILES }, (_, n) => [`src/${n}.txt`, 'bad é🙂\n'.repeat(perFile)])),
    });
    for (const format of amount(['jsonl'], Object.keys(COUNT))) {
      const { code, stdout, stderr } = await readSlowly(subject, ['check', '--format', format], cwd);
      expect(stderr).toBe('');
      expect(wholeCount(format, stdout), format).toBe(VIOLATIONS);
      expect(code, format).toBe(1);
    }
    for (const format of amount(['compact'], Object.keys(COUNT))) {
      const { code, stderr } = await readAndLeave(subject, ['check', '--format', format], cwd);
      expect({ code, stderr }, format).toEqual({ code: 1, stderr: '' });
    }

    // Half a character: cut out by a pattern that knows no pairs, and named by a contract.
    const odd = makeFolder({
      'contracts/plain.yml': strict(contractOf(HALVES)).replaceAll('is broken', 'is broken \\ud83d'),
      'src/a.txt': 'x 🙂 y 🙂\n',
    });
    for (const format of ['json', 'jsonl', 'sarif', 'gitlab', 'junit', 'checkstyle']) {
      const { code, stdout } = await subject.run(['check', '--format', format], { cwd: odd });
      expect(code, format).toBe(1);
      expect(stdout, format).not.toContain('\ufffd');
      if (/json|sarif|gitlab/.test(format))
        for (const line of format === 'jsonl' ? stdout.trimEnd().split('\n') : [stdout]) JSON.parse(line);
      else parseXml(stdout);
    }
  },
  bug: {
    file: 'src/cli.ts',
    find: '// Not left to Node: what was started',
    replace: 'process.exit();\n// Not left to Node: what was started',
  },
});
