import { dirname, join } from 'node:path/posix';
import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { isSameModule } from '../../semantics/modules/is-same-module.js';
import { moduleKind } from '../../semantics/modules/module-kind.js';
import { sourceStem } from '../../semantics/modules/source-stem.js';
import { isRelativeModule } from '../../syntax/is-relative-module.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { isTypeNode } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { importsEnd } from '../layout/file-places.js';
import { type FileStyle, styleOf } from '../layout/file-style.js';
import { firstPlace } from './first-place.js';
import { newLine, quoted } from './import-line.js';
import { mergeImport } from './merge-import.js';
import { planRequire } from './plan-require.js';
import { NOTHING, type PlannedImport } from './planned-import.js';
import { importedName, readImportLine, type WantedImport } from './wanted-import.js';

/** The edits that make an import line's names available: merged into what is there, never repeated. */
export function planImport(tree: SyntaxTree, line: string): PlannedImport | Refusal {
  const wanted = readImportLine(line);
  if (isRefusal(wanted)) return wanted;
  const style = styleOf(tree, line);
  const edits: Edit[] = [];
  const names: string[] = [];
  for (const each of wanted) {
    const refusal = checkKind(tree, each) ?? checkSource(tree, each);
    if (refusal) return refusal;
    const planned = each.kind === 'import' ? planOne(tree, each, style) : planRequire(tree, each, style);
    if (isRefusal(planned)) return planned;
    edits.push(...planned.edits);
    names.push(...planned.names);
  }
  return { edits, names };
}

function checkKind(tree: SyntaxTree, wanted: WantedImport): Refusal | null {
  if (
    wanted.kind === 'import' &&
    (wanted.typeOnly || wanted.named.some(({ typeOnly }) => typeOnly)) &&
    /\.[cm]?jsx?$/.test(tree.path)
  ) {
    return refuse('language-not-understood', 'The file is JavaScript, which has no imports of types.');
  }
  const kind = moduleKind(tree);
  if (kind === 'unknown') {
    return refuse('module-kind-unknown', 'The file neither imports nor requires, so it may be a plain script.');
  }
  if (wanted.kind === 'import' && kind === 'commonjs') {
    return refuse('commonjs-file', 'The file is CommonJS; an import line would not run there.');
  }
  return wanted.kind === 'require' && kind === 'esm'
    ? refuse('module-file', 'The file is an ES module; require is not defined there.')
    : null;
}

/** By its path without the extension: which of those a specifier names is for the project to say. */
function checkSource({ path }: SyntaxTree, { module }: WantedImport): Refusal | null {
  if (!isRelativeModule(module)) return null;
  const target = sourceStem(join(dirname(path), module));
  return [target, `${target}/index`].includes(sourceStem(path))
    ? refuse('import-is-self', `The file is "${module}" itself; it cannot import what it declares.`)
    : null;
}

function planOne(
  tree: SyntaxTree,
  wanted: Extract<WantedImport, { kind: 'import' }>,
  style: FileStyle,
): PlannedImport | Refusal {
  const has = (local: string, imported: string, typeOnly: boolean) =>
    availability(tree, wanted.module, local, imported, typeOnly);
  const standing = [
    ...(wanted.defaultName === null
      ? []
      : [{ name: wanted.defaultName, is: has(wanted.defaultName, 'default', wanted.typeOnly) }]),
    ...(wanted.namespace === null ? [] : [{ name: wanted.namespace, is: has(wanted.namespace, '*', wanted.typeOnly) }]),
    ...wanted.named.map((each) => ({
      name: each.local,
      is: has(each.local, each.imported, wanted.typeOnly || each.typeOnly),
    })),
  ];
  const taken = standing.find(({ is }) => is === 'taken');
  if (taken) return refuse('name-taken', `"${taken.name}" already means something else in this file.`);
  const missing = new Set(standing.filter(({ is }) => is === 'missing').map(({ name }) => name));
  if (missing.size === 0)
    return standing.length > 0 ? NOTHING : planSideEffect(tree, wanted.module, wanted.attributes, style);
  const needed = {
    ...wanted,
    defaultName: wanted.defaultName !== null && missing.has(wanted.defaultName) ? wanted.defaultName : null,
    namespace: wanted.namespace !== null && missing.has(wanted.namespace) ? wanted.namespace : null,
    named: wanted.named.filter((each) => missing.has(each.local)),
  };
  const edit = mergeImport(tree, needed) ?? newLine(tree, importsEnd(tree), importText(needed, style), style);
  return { edits: [edit], names: [...missing] };
}

function planSideEffect(tree: SyntaxTree, module: string, attributes: string, style: FileStyle): PlannedImport {
  const there = tree.program.body.some(
    (node) => node.type === 'ImportDeclaration' && isSameModule(node.source.value, module) && runsModule(tree, node),
  );
  if (there) return NOTHING;
  const text = `import ${quoted(module, style)}${attributes}${style.semicolons ? ';' : ''}`;
  const offset = firstPlace(tree, module) ?? importsEnd(tree);
  return { edits: [newLine(tree, offset, text, style)], names: [] };
}

/** An import of which TypeScript needs nothing but types is gone when the code runs. */
function runsModule(tree: SyntaxTree, node: Extract<Node, { type: 'ImportDeclaration' }>): boolean {
  if (node.specifiers.length === 0 || /\.[cm]?jsx?$/.test(tree.path)) return true;
  if (node.importKind === 'type') return false;
  return node.specifiers.some((specifier) => {
    if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') return false;
    return nameScopes(tree)
      .named(specifier.local.name)
      .references.some((each) => each.binding?.declaration === specifier && !tree.lineage(each.node).some(isTypeNode));
  });
}

function availability(
  tree: SyntaxTree,
  module: string,
  local: string,
  imported: string,
  typeOnly: boolean,
): 'present' | 'missing' | 'taken' {
  const { bindings } = nameScopes(tree).named(local);
  const binding = bindings.find(({ scope }) => scope === tree.program);
  if (!binding) return 'missing';
  return importsIt(tree, binding, module, imported, typeOnly) ? 'present' : 'taken';
}

function importsIt(tree: SyntaxTree, binding: Binding, module: string, imported: string, typeOnly: boolean): boolean {
  const specifier = binding.declaration;
  const declaration = tree.parent(specifier);
  if (declaration?.type !== 'ImportDeclaration' || !isSameModule(declaration.source.value, module)) return false;
  const onlyType =
    declaration.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
  if (onlyType && !typeOnly) return false;
  return exportedAs(specifier) === imported;
}

function exportedAs(specifier: Node): string | null {
  switch (specifier.type) {
    case 'ImportSpecifier':
      return importedName(specifier);
    case 'ImportDefaultSpecifier':
      return 'default';
    case 'ImportNamespaceSpecifier':
      return '*';
    default:
      return null;
  }
}

function importText(wanted: Extract<WantedImport, { kind: 'import' }>, style: FileStyle): string {
  const named = wanted.named.map(({ imported, local, typeOnly }) => {
    const name =
      imported === local
        ? local
        : `${/^[\p{L}_$][\p{L}\d_$]*$/u.test(imported) ? imported : quoted(imported, style)} as ${local}`;
    return typeOnly && !wanted.typeOnly ? `type ${name}` : name;
  });
  const clauses = [
    ...(wanted.defaultName === null ? [] : [wanted.defaultName]),
    ...(wanted.namespace === null ? [] : [`* as ${wanted.namespace}`]),
    ...(named.length === 0 ? [] : [`{ ${named.join(', ')} }`]),
  ];
  const type = wanted.typeOnly ? 'type ' : '';
  return `import ${type}${clauses.join(', ')} from ${quoted(wanted.module, style)}${wanted.attributes}${style.semicolons ? ';' : ''}`;
}
