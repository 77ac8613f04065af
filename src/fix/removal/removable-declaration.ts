import type { BindingIdentifier, Node, Function as OxcFunction } from 'oxc-parser';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import { isFunction } from '../../syntax/is-function.js';
import { nameRange } from '../../syntax/name-range.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { coversHead } from '../matching/covers-head.js';
import { checkUnseenUse } from '../names/check-unseen-use.js';
import { isExplained, isExplainedBehind } from './is-explained.js';
import { EXPLAINED, IMPURE, STAYS, stillUsed, USED, WHOLE_FILE } from './removal-refusal.js';

/** Why a variable may not go, or null: one that is declared alone, and that nothing uses. */
export function checkDeclaration(
  tree: SyntaxTree,
  match: TextRange,
  node: Extract<Node, { type: 'VariableDeclaration' }>,
): Refusal | null {
  const [only, ...others] = node.declarations;
  if (!only || others.length > 0 || only.id.type !== 'Identifier') return STAYS;
  const parent = tree.parent(node);
  if (parent && parent.type !== 'Program' && parent.type !== 'BlockStatement') return STAYS;
  if (!coversHead(match, nameRange(tree.text, only.id))) return USED;
  if (only.init && (hasEffects(tree, only.init) || holdsCode(tree, only.init))) return IMPURE;
  if (/using$/.test(node.kind)) return DISPOSES;
  return checkUses(tree, only.id);
}

/** The same of a function: one that is not exported, and not one of several of its name. */
export function checkFunction(tree: SyntaxTree, match: TextRange, node: OxcFunction): Refusal | null {
  const { id } = node;
  const parent = tree.parent(node);
  if (!id || (parent?.type !== 'Program' && parent?.type !== 'BlockStatement') || !coversHead(match, id)) return STAYS;
  const own = nameScopes(tree).resolve(id.name, node);
  const { bindings, references } = nameScopes(tree).named(id.name);
  if (own && bindings.some((each) => each !== own && each.scope === own.scope)) return STAYS;
  // Sloppy code sees a function of a block from outside of the block as well.
  const isOfBlock = parent.type === 'BlockStatement' && !isFunction(tree.parent(parent) ?? parent);
  if (isOfBlock && references.some(({ binding }) => binding !== own)) return stillUsed(id.name);
  if (parent.type === 'Program' && parent.body.every((each) => each === node || each.type === 'ImportDeclaration'))
    return WHOLE_FILE;
  return checkUses(tree, id) ?? (isExplained(tree, node) || isExplainedBehind(tree, node) ? EXPLAINED : null);
}

/** Why what an identifier declares may still be used, or null. */
function checkUses(tree: SyntaxTree, id: BindingIdentifier): Refusal | null {
  const { bindings, references } = nameScopes(tree).named(id.name);
  const own = bindings.find(({ identifier }) => identifier === id);
  // `var` may declare a name twice, which then means the first one: what is used may be the value of the other.
  if (own && references.some(({ binding }) => binding === own || binding?.scope === own.scope))
    return stillUsed(id.name);
  if (isNamedInComment(tree, id.name))
    return refuse('still-referenced', `A comment of this file speaks of "${id.name}".`);
  return own ? checkUnseenUse(tree, own) : null;
}

/** Whether the types, links or lint settings in comments name it: `{typeof f}`, `{@link f}`, `exported f`. */
function isNamedInComment(tree: SyntaxTree, name: string): boolean {
  if (!tree.text.includes('/*')) return false;
  return tree.comments.some(({ type, value }) => {
    const named = type !== 'Block' ? [] : value.startsWith('*') ? value.match(/\{[^{}]*\}/g) : value.match(EXPORTED);
    return named?.some((each) => each.split(/[^\p{ID_Continue}$]+/u).includes(name)) ?? false;
  });
}

const EXPORTED = /^\s*exported\s.*/s;
const DISPOSES = refuse('argument-pure', 'What is declared with "using" is disposed of at the end of its scope.');
