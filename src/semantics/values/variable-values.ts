import type { Node } from 'oxc-parser';
import { onceEach } from '../../model/once-each.js';
import { contains } from '../../model/position.js';
import { isExported } from '../../syntax/is-exported.js';
import { isFunction } from '../../syntax/is-function.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isPlainScript } from '../modules/module-kind.js';
import { isWritten } from '../names/is-written.js';
import { runsBefore } from '../uses/runs-before.js';

/** What a variable is given, and by which operators: `=` for a value of its own, `+=`, and `++` or `--` with no value. */
export interface Given {
  readonly operator: string;
  readonly value: Node | null;
}

/**
 * All that a variable is ever given, its first value included where it has one; null where something else may give it
 * one: a loop, a pattern, who calls the function it is a parameter of, another declaration, another script.
 */
export function variableValues(tree: SyntaxTree, binding: Binding): readonly Given[] | null {
  const { name, kind, scope, identifier, declaration } = binding;
  if (!/^(?:var|let|const)$/.test(kind) || declaration.type !== 'VariableDeclarator') return null;
  const loop = tree.lineage(declaration)[2];
  if (declaration.id !== identifier || /^For(?:In|Of)Statement$/.test(loop?.type ?? '')) return null;
  if (kind !== 'const' && isSetByOthers(tree, binding)) return null;
  const { bindings, references } = nameScopes(tree).named(name);
  if (bindings.some((each) => each !== binding && each.scope === scope)) return null;
  const given: Given[] = declaration.init ? [{ operator: '=', value: declaration.init }] : [];
  for (const reference of references) {
    if (reference.binding !== binding || !isWritten(tree, reference.node)) continue;
    const parent = tree.parent(reference.node);
    if (parent?.type === 'UpdateExpression') given.push({ operator: parent.operator, value: null });
    else if (parent?.type === 'AssignmentExpression') given.push({ operator: parent.operator, value: parent.right });
    else return null;
  }
  return given;
}

/** Whether all that a variable is ever given is of one kind, and there is some. */
export function holdsOnly(tree: SyntaxTree, node: Node, isOne: (value: Node) => boolean): boolean {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  const given = (binding && variableValues(tree, binding)) ?? [];
  return given.length > 0 && given.every(({ operator, value }) => operator === '=' && value !== null && isOne(value));
}

/** Other scripts set the globals of a script, other modules what compiled code exports, and code in a text whatever it names. */
function isSetByOthers(tree: SyntaxTree, { name, scope, declaration }: Binding): boolean {
  if (scope === tree.program && isPlainScript(tree)) return true;
  if (isExported(tree, declaration) || runsText(tree)) return true;
  return nameScopes(tree)
    .named(name)
    .references.some(({ node }) => tree.parent(node)?.type === 'ExportSpecifier');
}

const runsText = onceEach(({ text }: SyntaxTree) => /\b(?:eval|with)\s*\(/.test(text));

/** Whether a variable has its first value wherever it is read at a node: a `var` is there before, and undefined. */
export function isSetBefore(tree: SyntaxTree, { kind, declaration: declarator }: Binding, read: Node): boolean {
  if (declarator.type !== 'VariableDeclarator' || declarator.init === null) return false;
  if (kind !== 'var') return true;
  const declaration = tree.parent(declarator);
  const block = declaration && tree.parent(declaration);
  if (!block || !BLOCK.test(block.type) || !contains(block, read) || read.start < declarator.end) return false;
  const around = tree.lineage(read);
  const outermost = around.slice(0, around.indexOf(block)).findLast(isFunction);
  return outermost?.type !== 'FunctionDeclaration' || !runsBefore(tree, outermost, declaration.start);
}

const BLOCK = /^(?:Program|BlockStatement|StaticBlock|TSModuleBlock|SwitchCase|ForStatement)$/;
