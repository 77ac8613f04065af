import { isBuiltin } from 'node:module';
import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** What speaks against a change of a script because of where it runs: in a browser, and as the setup of a component. */
export function checkSetup(before: SyntaxTree, after: SyntaxTree, isOfPage: boolean): Refusal | null {
  if (isOfPage && asksPackage(after) && !asksPackage(before)) {
    return refuse('client-or-server', 'A browser finds no package by its name.');
  }
  if (countOf(after, isMacro) < countOf(before, isMacro)) {
    return refuse('still-referenced', 'It says what is handed to the component and what it hands on.');
  }
  if (asksNode(after) && !asksNode(before)) {
    return refuse('client-or-server', 'The script is for the browser, which has nothing of what only Node has.');
  }
  const waits = (node: Node, tree: SyntaxTree): boolean =>
    node.type === 'AwaitExpression' && !tree.lineage(node).some(isFunction);
  if (/\.(?:vue|svelte)\.\w+$/i.test(after.path) && countOf(after, waits) > 0 && countOf(before, waits) === 0) {
    return refuse('keeps-context', 'A component that waits while it is set up shows nothing by itself until then.');
  }
  const known = localsOfMacros(before);
  const local = [...localsOfMacros(after)].find((name) => !known.has(name));
  return local === undefined
    ? null
    : refuse('keeps-context', `A macro is lifted out of the setup, where "${local}" is not known.`);
}

/** In a page, where there is no build, unless it imports one already. */
function asksPackage({ program }: SyntaxTree): boolean {
  return program.body.some((node) => node.type === 'ImportDeclaration' && !/^[./]|^\w+:/.test(node.source.value));
}

function countOf(tree: SyntaxTree, is: (node: Node, tree: SyntaxTree) => boolean): number {
  return tree.descendants(tree.program).filter((node) => is(node, tree)).length;
}

const MACRO = /^(?:define(?:Props|Emits|Expose|Slots|Model)|withDefaults)$/;

function isMacro(node: Node): boolean {
  return node.type === 'CallExpression' && MACRO.test(calledName(node.callee) ?? '');
}

/** What the setup declares and an argument of a macro reads. */
function localsOfMacros(tree: SyntaxTree): ReadonlySet<string> {
  const macros = tree.descendants(tree.program).filter(isMacro);
  const read = nameScopes(tree).references.filter(({ node, binding }) => {
    const isLocal = binding?.scope === tree.program && !/^(?:import|type|enum)$/.test(binding.kind);
    return isLocal && macros.some((macro) => contains(macro, node));
  });
  return new Set(read.map(({ name }) => name));
}

/** By a module that it imports or a name that it reads. */
function asksNode(tree: SyntaxTree): boolean {
  const isImported = tree.program.body.some(
    (node) => node.type === 'ImportDeclaration' && node.importKind !== 'type' && isBuiltin(node.source.value),
  );
  return (
    isImported ||
    nameScopes(tree).references.some(({ name, node, binding }) => {
      if (binding !== null) return false;
      if (name === 'process') return !/^process\??\.env\b/.test(tree.text.slice(node.start));
      return /^(?:Buffer|__dirname|__filename|setImmediate)$/.test(name);
    })
  );
}
