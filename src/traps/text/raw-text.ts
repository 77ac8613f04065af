import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { writtenText } from '../../syntax/written-text.js';
import type { Trap } from '../trap.js';

/** `'\\\\'` → `` String.raw`\\\\` ``: what was written for one sign would be as many as are written. */
export const rawText: Trap = ({ places }) => {
  for (const { old, next } of places) {
    const raw = next.slice(0, 3).flatMap((node) => rawOf(node) ?? [])[0];
    const was = old.slice(0, 2).flatMap((node) => writtenText(node) ?? [])[0];
    if (raw !== undefined && was !== undefined && raw !== was) {
      return refuse('same-result', 'Written raw, each backslash is one, and the text would be another.');
    }
  }
  return null;
};

/** The text of a raw template without values in it. */
function rawOf(node: Node): string | null {
  if (node.type !== 'TaggedTemplateExpression' || memberName(node.tag) !== 'raw') return null;
  const [part, ...others] = node.quasi.quasis;
  return part && others.length === 0 ? part.value.raw : null;
}
