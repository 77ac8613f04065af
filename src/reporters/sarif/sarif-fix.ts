import type { SecretMask } from '../../model/mask-secrets.js';
import { indexLines } from '../../model/position.js';
import { sanitize } from '../../model/sanitize.js';
import type { ProposedFix, SourceText } from '../report.js';
import { uriOf } from './uri-of.js';

/**
 * A fix as SARIF carries it; null where its text would show a secret, or where an edit lies outside of the text it
 * was made for.
 */
export function sarifFix(
  { file, description, edits }: ProposedFix,
  source: SourceText,
  mask: SecretMask,
): object | null {
  const lines = indexLines(source.text);
  const isSound = edits.every(({ range, text }) => range.end <= source.text.length && mask.apply(text) === text);
  if (!isSound || edits.length === 0) return null;
  const replacements = edits.map(({ range, text }) => {
    const start = lines.positionAt(range.start);
    const end = lines.positionAt(range.end);
    return {
      deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      insertedContent: { text },
    };
  });
  return {
    description: { text: sanitize(description) },
    artifactChanges: [{ artifactLocation: { uri: uriOf(file) }, replacements }],
  };
}
