import { dirname, join } from 'node:path/posix';
import type { Node } from 'oxc-parser';
import { fixImportLine } from '../fix/imports/fix-import-line.js';
import { planImport } from '../fix/imports/plan-import.js';
import { applyEdits } from '../model/edit.js';
import { contains, type TextRange } from '../model/position.js';
import { isRefusal } from '../model/refusal.js';
import { isRelativeModule } from '../syntax/is-relative-module.js';
import { nameScopes } from '../syntax/name-scopes.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { ExampleChange } from './example-change.js';

type Rewrite = Exclude<ExampleChange, { readonly kind: 'removed' }>;

/**
 * The import lines of what the new code uses and the old did not, with modules of the project named from its root, so
 * that they hold in every folder; null where nothing of it is imported.
 * @param imported the file after the change, whose imports say where names come from
 */
export function usedImports(change: Rewrite, imported: SyntaxTree): string | null {
  const bindings = nameScopes(imported).bindings.filter(({ kind, scope }) => {
    return kind === 'import' && scope === imported.program;
  });
  const specifiers = newNames(change).flatMap((name) => bindings.find((each) => each.name === name)?.declaration ?? []);
  const declarations = imported.program.body.filter((node) => node.type === 'ImportDeclaration');
  const lines = declarations.flatMap((declaration) => {
    const used = declaration.specifiers.filter((each) => specifiers.includes(each));
    return used.length === 0 ? [] : (lineOf(imported, declaration, used) ?? []);
  });
  return lines.length === 0 ? null : lines.sort().join('\n');
}

/** The text with these imports where it lacks them; null where they cannot stand there. */
export function withImports(tree: SyntaxTree, importLine: string): string | null {
  const planned = planImport(tree, fixImportLine(importLine, tree.path));
  return isRefusal(planned) ? null : applyEdits(tree.text, planned.edits);
}

function newNames(change: Rewrite): readonly string[] {
  const [old, next] =
    change.kind === 'rewritten'
      ? [namesIn(change.nodes.old.tree, change.nodes.old.node), namesIn(change.nodes.next.tree, change.nodes.next.node)]
      : [namesIn(change.was.tree, change.was.node), namesIn(change.next.tree, change.next.range)];
  return [...next].filter((name) => !old.has(name));
}

function namesIn(tree: SyntaxTree, range: TextRange): ReadonlySet<string> {
  const { references } = nameScopes(tree);
  return new Set(references.filter(({ node }) => contains(range, node)).map(({ name }) => name));
}

type ImportDeclaration = Extract<Node, { readonly type: 'ImportDeclaration' }>;

/** Some names of an import declaration as a line of their own. */
function lineOf(
  tree: SyntaxTree,
  declaration: ImportDeclaration,
  used: readonly ImportDeclaration['specifiers'][number][],
): string | null {
  const module = fromRoot(declaration.source.value, tree.path);
  if (module === null || declaration.attributes.length > 0) return null;
  const written = (each: Node): string => tree.text.slice(each.start, each.end);
  const named = used.filter(({ type }) => type === 'ImportSpecifier').map(written);
  const clauses = [
    ...used.filter(({ type }) => type !== 'ImportSpecifier').map(written),
    ...(named.length === 0 ? [] : [`{ ${named.sort().join(', ')} }`]),
  ];
  const type = declaration.importKind === 'type' ? 'type ' : '';
  return `import ${type}${clauses.join(', ')} from ${JSON.stringify(module)};`;
}

/** Null for a module outside the project. */
function fromRoot(module: string, path: string): string | null {
  if (!isRelativeModule(module)) return module;
  const target = join(dirname(path), module);
  return target.startsWith('..') ? null : `\${ROOT}/${target}`;
}
