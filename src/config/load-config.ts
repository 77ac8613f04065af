import { join } from 'node:path';
import { type Config, DEFAULT_CONFIG } from '../model/config.js';
import { indexLines } from '../model/position.js';
import { type Problem, UsageError } from '../model/problem.js';
import { readText } from '../platform/files/read-text.js';
import { readTreeText } from '../platform/files/read-tree-text.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { ConfigError, type ConfigMistake } from './config-error.js';
import { listSettings, type Setting } from './list-settings.js';
import { parseConfig } from './parse-config.js';

// `.specflow/config.json` → `Config`. A configuration that is wrong in any part ends the run: the rest
// of it would be another configuration than its author meant.

export const CONFIG_FILE = '.specflow/config.json';
const MAX_BYTES = 1024 * 1024;

/**
 * @param root absolute path of the project
 * @param staged the git index: a configuration in it counts, and the one on disk only where it has none; or a commit,
 *   which stands alone
 * @returns the defaults when there is no such file
 * @throws UsageError when it cannot be read or is wrong: each mistake with line and column
 */
export function loadConfig(root: string, staged?: SourceTree): Config {
  return read(root, staged).config;
}

/**
 * Every setting in force, with the line that sets it.
 * @throws UsageError as `loadConfig` does
 */
export function loadSettings(root: string): { readonly exists: boolean; readonly settings: readonly Setting[] } {
  const { text } = read(root, undefined);
  return { exists: text !== null, settings: listSettings(text) };
}

function read(root: string, staged: SourceTree | undefined): { readonly config: Config; readonly text: string | null } {
  const inIndex = staged && readTreeText(staged, CONFIG_FILE, MAX_BYTES);
  const found =
    inIndex && (inIndex.kind !== 'missing' || staged.standsAlone)
      ? inIndex
      : readText(join(root, CONFIG_FILE), MAX_BYTES);
  if (found.kind === 'missing') return { config: DEFAULT_CONFIG, text: null };
  if (found.kind !== 'text') {
    const message = `The configuration cannot be read: ${found.detail}.`;
    const help = `Make ${CONFIG_FILE} a readable UTF-8 file, or delete it.`;
    throw new UsageError(problemOf({ code: 'config/unreadable', message, help }, null));
  }
  try {
    return { config: parseConfig(found.text), text: found.text };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = indexLines(found.text);
    const [first, ...others] = error.mistakes.map((mistake) => problemOf(mistake, lines.positionAt(mistake.offset)));
    if (first === undefined) throw error;
    throw new UsageError(first, undefined, others);
  }
}

function problemOf(
  { code, message, help }: Pick<ConfigMistake, 'code' | 'message' | 'help'>,
  place: { readonly line: number; readonly column: number } | null,
): Problem {
  const { line, column } = place ?? { line: null, column: null };
  return { code, severity: 'invalid', file: CONFIG_FILE, line, column, message, help };
}
