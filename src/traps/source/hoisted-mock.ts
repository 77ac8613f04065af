import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `jest.mock('./db', () => ({ log: () => console.log() }))` → `… => logger.info()`: the call is moved to the top of the file,
 * above the import of what it names. Jest refuses such names, and Vitest runs into them.
 */
export const hoistedMock: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const mock = next.find((node) => isMock(after, node));
    const was = old.find((node) => isMock(tree, node));
    if (!mock || !was) continue;
    const known = new Set(outerNames(tree, was));
    const name = outerNames(after, mock).find((each) => !known.has(each));
    if (name !== undefined) {
      return refuse(
        'read-from-source',
        `A mock is made before anything else of the file, and so before "${name}" is known.`,
      );
    }
  }
  return null;
};

const MOCK = /^(?:jest|vi)\.(?:mock|unmock)$/;

function isMock(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'CallExpression' && MOCK.test(textOf(tree, node.callee));
}

/** What is named in a mock and declared outside of it, but for names that tell Jest that this is meant. */
function outerNames(tree: SyntaxTree, mock: TextRange): readonly string[] {
  const scopes = nameScopes(tree);
  return referencesIn(tree, [mock])
    .filter((node) => {
      if (/^(?:jest|vi)$|^mock/i.test(node.name) || KNOWN_GLOBALS.has(node.name)) return false;
      const binding = scopes.resolve(node.name, node);
      return !binding || !contains(mock, binding.identifier);
    })
    .map(({ name }) => name);
}
