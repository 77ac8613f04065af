import { join } from 'node:path';
import { type Config, DEFAULT_CONFIG } from '../model/config.js';
import { indexLines } from '../model/position.js';
import { UsageError } from '../model/problem.js';
import { readText } from '../platform/read-text.js';
import { readTreeText } from '../platform/read-tree-text.js';
import type { SourceTree } from '../platform/source-tree.js';
import { ConfigError } from './config-error.js';
import { parseConfig } from './parse-config.js';

// `.specflow/config.json` → `Config`. A configuration that is wrong in any part ends the run: the rest
// of it would be another configuration than its author meant.

const FILE = '.specflow/config.json';
const MAX_BYTES = 1024 * 1024;

/**
 * @param root absolute path of the project
 * @param staged the git index: a configuration in it counts, and the one on disk only where it has none
 * @returns the defaults when there is no such file
 * @throws UsageError, with line and column, when it cannot be read or is wrong
 */
export function loadConfig(root: string, staged?: SourceTree): Config {
  const inIndex = staged && readTreeText(staged, FILE, MAX_BYTES);
  const read = inIndex && inIndex.kind !== 'missing' ? inIndex : readText(join(root, FILE), MAX_BYTES);
  if (read.kind === 'missing') return DEFAULT_CONFIG;
  if (read.kind !== 'text') {
    const message = `The configuration cannot be read: ${read.detail}.`;
    throw at(null, 'config/unreadable', message, `Make ${FILE} a readable UTF-8 file, or delete it.`);
  }
  try {
    return parseConfig(read.text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw at(indexLines(read.text).positionAt(error.offset), error.code, error.message, error.help);
  }
}

function at(
  place: { line: number; column: number } | null,
  code: string,
  message: string,
  help: string | null,
): UsageError {
  const { line, column } = place ?? { line: null, column: null };
  return new UsageError({ code, severity: 'invalid', file: FILE, line, column, message, help });
}
