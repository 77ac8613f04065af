import { type Refusal, refuse } from '../../model/refusal.js';
import { opensConnection } from '../../semantics/effects/opens-connection.js';
import { constantText } from '../../semantics/names/spells-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { ValueSlot } from '../slots/value-slot.js';
import { isAmongLabels } from './among-labels.js';
import { isFallback } from './is-fallback.js';
import { isMadeUp } from './is-made-up.js';
import { isNameOfKept } from './is-name-of-kept.js';
import { isPublicKey } from './is-public-key.js';
import { whyNoSecret } from './no-secret.js';
import { isNameAboutSecret, looksRandom } from './secret-name.js';

/** Why a value that goes by the name of a secret is not to be taken away, or null. */
export function checkSecret(tree: SyntaxTree, { node, name }: ValueSlot): Refusal | null {
  const text = constantText(node) ?? '';
  const isConnection = opensConnection(tree, node);
  const why =
    whyNoSecret(text, !isConnection) ??
    (isNameAboutSecret(name ?? '') && !isConnection && !looksRandom(text) ? 'goes by a name about a secret' : null) ??
    (isAmongLabels(tree, node) ? 'stands among labels and names' : null) ??
    (isNameOfKept(tree, node) ? 'is the name that something is kept under' : null) ??
    (isPublicKey(tree, node) ? 'is a key that everybody may see' : null) ??
    (isMadeUp(tree, node) ? 'is made up, for tests or to fill a database' : null);
  // Not shown: it goes by the name of a secret.
  if (why) return refuse('value-is-secret', `The value ${why}; it is no secret.`);
  return isFallback(tree, node) ? FALLBACK : null;
}

const FALLBACK = refuse(
  'slot-is-default',
  'The value is what the code falls back to where nothing else is set, and would be missing there.',
);
