import type { Node } from 'oxc-parser';
import { rangesOverlap, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isNeededUnseen } from '../../semantics/modules/is-needed-unseen.js';
import { namesModule } from '../../semantics/modules/names-module.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isModuleOnlyBy, LAST_OF_MODULE } from '../imports/loses-module.js';
import { coversHead } from '../matching/covers-head.js';
import { PART, stillUsed } from './removal-refusal.js';
import type { RemovalRequest } from './removal-request.js';

/** Why an import may not go, or null: its names are still used, or it is there for its effects. */
export function checkImport(
  tree: SyntaxTree,
  match: TextRange,
  node: ImportDeclaration,
  request: RemovalRequest | null,
): Refusal | null {
  if (rangesOverlap(node.source, match) && !coversHead(match, node.source)) return PART;
  if (node.specifiers.length === 0 && !isMeant(match, node, request)) return HAS_EFFECTS;
  if (isModuleOnlyBy(tree, [node])) return LAST_OF_MODULE;
  const used = nameScopes(tree).references.find(({ binding }) => binding && tree.parent(binding.declaration) === node);
  if (used) return stillUsed(used.name);
  const unseen = node.specifiers.find(({ local }) => isNeededUnseen(tree, local.name, request?.bringsJsx));
  return unseen ? neededUnseen(unseen.local.name) : null;
}

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;

const HAS_EFFECTS = refuse('statement-removable', 'The module is imported for its effects.');

/** Whether it is the very import, of this very module, that a rule speaks of: then its effects are what is unwanted. */
function isMeant(match: TextRange, { start, source }: ImportDeclaration, request: RemovalRequest | null): boolean {
  return (
    request !== null && match.start <= start && coversHead(match, source) && namesModule(request.regex, source.value)
  );
}

function neededUnseen(name: string): Refusal {
  return refuse('still-referenced', `"${name}" is still used in this file, by its comments or by what JSX becomes.`);
}
