import { endOfLine, mergeRanges, startOfLine, type TextRange } from '../../model/position.js';
import type { Trial } from '../gates/gate.js';
import { changedWindows } from './changed-windows.js';

/** Comments with which tools are told to look away. */
const SUPPRESSION =
  /\bspecflow-ignore|\b(?:eslint|stylelint|rubocop:|pylint:\s*|swiftlint:|ktlint-|tslint:)-?disable|@ts-(?:ignore|expect-error|nocheck)|\b(?:biome|oxlint|prettier|deno-lint|phpcs:|jshint|jscs:|flow|markdownlint|v8|c8|istanbul)[- ]?ignore\b|\bno(?:qa|sec|inspection|lint)\b|\bNOSONAR\b|\btype:\s*ignore|\bgitleaks:allow|\bnosemgrep|\blgtm\b|@SuppressWarnings|@phpstan-ignore/gi;

export function addsSuppression(trial: Trial): string | null {
  const windows = changedWindows(trial);
  const after = count(
    trial.after,
    windows.map((window) => window.after),
  );
  if (after === 0) return null;
  const before = count(
    trial.before,
    windows.map((window) => window.before),
  );
  return after > before ? 'The fix adds a comment that tells a tool to look away.' : null;
}

/** Elsewhere both texts are the same. */
function count(text: string, windows: readonly TextRange[]): number {
  const parts = windows.map(({ start, end }) => ({ start: lineAbove(text, start), end: lineBelow(text, end) }));
  return mergeRanges(parts).reduce(
    (sum, { start, end }) => sum + (text.slice(start, end).match(SUPPRESSION)?.length ?? 0),
    0,
  );
}

/** White space may stand inside such a comment: it may begin on the last line above that has anything on it. */
function lineAbove(text: string, start: number): number {
  const filled = text.slice(0, start).trimEnd().length;
  return startOfLine(text, filled);
}

function lineBelow(text: string, end: number): number {
  const next = text.length - text.slice(end).trimStart().length;
  return endOfLine(text, next);
}
