import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { onceEach } from '../../model/once-each.js';
import { rangesOverlap } from '../../model/position.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { FixTask } from '../draft.js';
import { matchesOf } from '../matching/matches-of.js';
import { isExactly } from '../slots/value-slot.js';

/**
 * The edits that give an imported name another one wherever it stands, as the one edit at hand does at one place: a rule
 * that forbids the name by itself forbids it where it is brought in and at each use, and none of them can be mended alone.
 * Null where the edit does something else, or the rule leaves one of these places as it is.
 */
export function renameImport({ tree, match, instruction }: FixTask, edits: readonly Edit[]): readonly Edit[] | null {
  const [edit, ...others] = edits;
  if (!match || !edit || others.length > 0 || instruction.importLine !== null || !NAME.test(edit.text)) return null;
  const node = tree.enclosing(edit.range);
  if (node.type !== 'Identifier' || !isExactly(node, edit.range)) return null;
  const scopes = nameScopes(tree);
  const binding = scopes.resolve(node.name, node);
  const identifier = binding && importedAsItIs(binding);
  if (!identifier || scopes.named(node.name).bindings.length > 1) return null;
  const taken = scopes.named(edit.text);
  if (taken.bindings.length + taken.references.length > 0) return null;
  const places = placesIn(tree)(identifier)(match.regex);
  if (!places?.some((place) => isExactly(place, edit.range))) return null;
  return places.map(({ start, end }) => ({ range: { start, end }, text: edit.text }));
}

/** All places of an imported name, which each fix of one of them asks for; null where a rule leaves one as it is. */
const placesIn = onceEach((tree: SyntaxTree) =>
  onceEach((identifier: Identifier) =>
    onceEach((regex: RegExp): readonly Node[] | null => {
      const matches = matchesOf(tree.text, regex);
      const isMeant = (place: Node): boolean =>
        isExactly(place, { start: place.start, end: place.start + identifier.name.length }) &&
        placeAt(tree, place) === 'code' &&
        !isTold(tree, place) &&
        matches.some(({ index, 0: { length } }) => rangesOverlap({ start: index, end: index + length }, place));
      const places = [identifier, ...usesOf(tree, identifier)];
      return places.every(isMeant) ? places : null;
    }),
  ),
);

type Identifier = Extract<Node, { type: 'Identifier' }>;

const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** The name that a specifier such as `{ name }` binds, under which its module gives it. */
function importedAsItIs({ declaration, identifier }: Binding): Identifier | null {
  if (declaration.type !== 'ImportSpecifier' || identifier.type !== 'Identifier') return null;
  return declaration.imported.start === declaration.local.start ? identifier : null;
}

/** `{ name }`, `export { name }`: the name under which others know it. */
function isTold(tree: SyntaxTree, place: Node): boolean {
  const parent = tree.parent(place);
  return parent?.type === 'ExportSpecifier' || (parent?.type === 'Property' && parent.shorthand);
}
