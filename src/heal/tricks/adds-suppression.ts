import type { Trial } from '../gates/gate.js';

/** Comments with which tools are told to look away. */
const SUPPRESSION =
  /\bspecflow-ignore|\b(?:eslint|stylelint|rubocop:|pylint:\s*|swiftlint:|ktlint-|tslint:)-?disable|@ts-(?:ignore|expect-error|nocheck)|\b(?:biome|oxlint|prettier|deno-lint|phpcs:|jshint|jscs:|flow|markdownlint|v8|c8|istanbul)[- ]?ignore\b|\bno(?:qa|sec|inspection|lint)\b|\bNOSONAR\b|\btype:\s*ignore|\bgitleaks:allow|\bnosemgrep|\blgtm\b|@SuppressWarnings|@phpstan-ignore/gi;

export function addsSuppression({ before, after }: Trial): string | null {
  if (count(after) <= count(before)) return null;
  return 'The fix adds a comment that tells a tool to look away.';
}

function count(text: string): number {
  return text.match(SUPPRESSION)?.length ?? 0;
}
