import type { Node } from 'oxc-parser';
import type { TextRange } from '../model/position.js';

/**
 * Where the name of an identifier stands: one that is declared also has the decorators before it and the type behind it.
 * All of it where the name is not written as it is read.
 */
export function nameRange(text: string, identifier: Node): TextRange {
  if (identifier.type !== 'Identifier') return identifier;
  const { name } = identifier;
  const decorators: readonly Node[] = ('decorators' in identifier && identifier.decorators) || [];
  const start = text.indexOf(name, decorators.at(-1)?.end ?? identifier.start);
  const end = start + name.length;
  return start < identifier.start || end > identifier.end ? identifier : { start, end };
}
