import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readText, readWholeLines } from '../../../src/platform/files/read-text.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specflow-text-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(content: string | Uint8Array, maxBytes = 1000) {
  writeFileSync(join(folder, 'a'), content);
  return readText(join(folder, 'a'), maxBytes);
}

it('reads UTF-8 text without its byte order mark', () => {
  expect(read('')).toEqual({ kind: 'text', text: '' });
  expect(read('\uFEFFgrün 😀\r\n')).toEqual({ kind: 'text', text: 'grün 😀\r\n' });
  expect(read('x'.repeat(200_000), 200_000)).toEqual({ kind: 'text', text: 'x'.repeat(200_000) });
});

it('reads no byte more than allowed', () => {
  expect(read('12345', 5).kind).toBe('text');
  expect(read('123456', 5).kind).toBe('too-big');
});

it.each([
  ['Latin-1', Uint8Array.of(0x61, 0xe9, 0x62)],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0)],
  ['a surrogate', Uint8Array.of(0xed, 0xa0, 0x80)],
  ['half a character', Uint8Array.of(0x61, 0xf0, 0x9f)],
])('%s is not UTF-8', (_name, bytes) => {
  expect(read(bytes).kind).toBe('not-utf8');
});

it('says what else a path may be', () => {
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('/dev/zero', join(folder, 'zero'));
  symlinkSync('loop', join(folder, 'loop'));
  const kinds = ['sub', 'zero', 'loop', 'none', 'file/none'].map((name) => readText(join(folder, name), 10).kind);
  expect(kinds).toEqual(['not-a-file', 'not-a-file', 'unreadable', 'missing', 'missing']);
});

it.each<[string, string | Uint8Array, string]>([
  ['nothing', '', ''],
  ['whole lines', 'grün\n\nb\n', 'grün\n\nb\n'],
  ['half a line', 'a\nb', 'a\n'],
  ['half its only line', 'a', ''],
  ['half a character', Uint8Array.of(0x61, 0x0a, 0xf0, 0x9f), 'a\n'],
])('reads the whole lines of a file that holds %s', (_name, content, text) => {
  writeFileSync(join(folder, 'a'), content);
  expect(readWholeLines(join(folder, 'a'), 1000)).toEqual({ kind: 'text', text });
});

it('takes half a character within whole lines for no text', () => {
  writeFileSync(join(folder, 'a'), Uint8Array.of(0xf0, 0x9f, 0x0a, 0x61));
  expect(readWholeLines(join(folder, 'a'), 1000).kind).toBe('not-utf8');
  expect(readWholeLines(join(folder, 'none'), 1000).kind).toBe('missing');
  expect(readWholeLines(join(folder, 'a'), 3).kind).toBe('too-big');
});
