import type { Node } from 'oxc-parser';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether an object or list names what somebody else is to leave out: without an entry, it would let that through. */
export function isLeftOut(tree: SyntaxTree, written: Node): boolean {
  const holder = tree.parent(written);
  switch (holder?.type) {
    case 'Property':
      return holder.value === written && LEAVES_OUT.test(staticName(holder.key, holder.computed) ?? '');
    case 'VariableDeclarator':
      return holder.id.type === 'Identifier' && LEAVES_OUT.test(holder.id.name);
    default:
      return false;
  }
}

const WORDS =
  'omit(?:s|ted)?|exclude[sd]?|except|without|hid(?:e|es|den)|redact(?:s|ed)?|mask(?:s|ed)?|strip(?:s|ped)?|' +
  'den(?:y|ies|ied)(?:[Ll]ist)?|block(?:ed|[Ll]ist)|ignore[sd]?|blacklist';

/** `ignoredRoutes`, `IGNORED_ROUTES`; `stripe` is another word. */
const LEAVES_OUT = new RegExp(
  `^(?:${WORDS})(?![a-z])|^(?:${WORDS.replace(/[a-z]+/g, (word) => word.toUpperCase())})(?![A-Z])`,
);
