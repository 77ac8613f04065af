/**
 * Output of test runners and linters, read for the violations it names: one file a kind, one line each here. The first
 * that understands a text reads it. Readers take text from anywhere: they look at the fields they know, in linear time.
 */
import { stripVTControlCharacters } from 'node:util';
import { junitXml } from './junit-xml.js';
import type { Mention, OutputReader } from './mention.js';
import { sarif } from './sarif.js';
import { testLog } from './test-log.js';
import { testResults } from './test-results.js';
import { violationLines } from './violation-lines.js';
import { violationList } from './violation-list.js';

export const OUTPUT_READERS: readonly OutputReader[] = [
  violationList,
  violationLines,
  testResults,
  sarif,
  junitXml,
  testLog,
];

/** What the output of a run names, each once; null where nothing in it is understood. */
export function readRunOutput(text: string, ruleIds: readonly string[]): readonly Mention[] | null {
  const plain = stripVTControlCharacters(text).replace(/\r\n?/g, '\n');
  for (const reader of OUTPUT_READERS) {
    const mentions = reader.read(plain, ruleIds);
    if (mentions !== null) return mentions;
  }
  return null;
}
