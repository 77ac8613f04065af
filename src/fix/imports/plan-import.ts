import { dirname, join } from 'node:path/posix';
import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { isSameModule } from '../../semantics/modules/is-same-module.js';
import { madeByModule } from '../../semantics/modules/made-by-module.js';
import { moduleKind } from '../../semantics/modules/module-kind.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { sourceStem } from '../../semantics/modules/source-stem.js';
import { isRelativeModule } from '../../syntax/is-relative-module.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { isTypeNode } from '../../syntax/place-at.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { endWithoutGuard } from '../checks/end-without-guard.js';
import { importsEnd, requiresEnd } from '../layout/file-places.js';
import { type FileStyle, styleOf } from '../layout/file-style.js';
import { inStyleOf } from '../layout/in-style.js';
import { isAboveImports } from './brings-in.js';
import { firstPlace } from './first-place.js';
import { mergeImport } from './merge-import.js';
import { mergeRequire } from './merge-require.js';
import { importedName, readImportLine, type WantedImport } from './wanted-import.js';

export interface PlannedImport {
  /** Empty when everything is imported already. */
  readonly edits: readonly Edit[];
  /** The names that the edits bring in. */
  readonly names: readonly string[];
}

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

const NOTHING: PlannedImport = { edits: [], names: [] };

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

function quoted(module: string, { quote }: FileStyle): string {
  return module.includes(quote) || module.includes('\\') ? JSON.stringify(module) : `${quote}${module}${quote}`;
}

function planRequire(
  tree: SyntaxTree,
  wanted: Extract<WantedImport, { kind: 'require' }>,
  style: FileStyle,
): PlannedImport | Refusal {
  const missing: string[] = [];
  for (const name of wanted.names) {
    const { bindings } = nameScopes(tree).named(name);
    const binding = bindings.find(({ scope }) => scope === tree.program);
    if (!binding) missing.push(name);
    else if (!requiresIt(binding, wanted)) {
      return refuse('name-taken', `"${name}" already means something else in this file.`);
    }
  }
  if (missing.length === 0) return NOTHING;
  const merged = mergeRequire(tree, wanted, missing);
  if (merged) return { edits: [merged], names: missing };
  if (missing.length < wanted.names.length) {
    return refuse('name-taken', 'Some of the names are required already; the line would bind them twice.');
  }
  const end = requiresEnd(tree);
  const text = inStyleOf(tree, `${wanted.text.replace(/;$/, '')}${style.semicolons ? ';' : ''}`, tree.text.slice(end));
  return { edits: [newLine(tree, end, text, style)], names: missing };
}

/** Whether a name is bound to the same module, or to the same part of it. */
function requiresIt({ name, declaration }: Binding, wanted: Extract<WantedImport, { kind: 'require' }>): boolean {
  if (declaration.type !== 'VariableDeclarator') return false;
  const [asked] = parseSyntax('import-line.js', wanted.text)?.program.body ?? [];
  const declarator = asked?.type === 'VariableDeclaration' ? asked.declarations[0] : undefined;
  if (!declarator || partFor(declarator, name) !== partFor(declaration, name)) return false;
  if (madeByModule(declarator.init) !== null) return shapeOf(declarator.init) === shapeOf(declaration.init);
  const own = requiredModule(declaration.init);
  return own !== null && isSameModule(own, wanted.module);
}

/** Code as it is understood, without its places and quotes. */
function shapeOf(node: Node | null): string {
  return JSON.stringify(node, (key, value) => (/^(?:start|end|raw)$/.test(key) ? undefined : value));
}

/** `b` of `{ b: name } = require(…)` and `name = require(…).b`, empty of the whole module; null of what is more deeply inside it. */
function partFor({ id, init }: Extract<Node, { type: 'VariableDeclarator' }>, name: string): string | null {
  const member = init?.type === 'MemberExpression' ? memberName(init) : '';
  if (id.type === 'Identifier') return member;
  if (id.type !== 'ObjectPattern' || member !== '') return null;
  for (const each of id.properties) {
    if (each.type === 'Property' && each.value.type === 'Identifier' && each.value.name === name) {
      return staticName(each.key, each.computed);
    }
  }
  return null;
}

/** Scripts of components are mostly indented as a whole. */
function indentBeside({ program, text }: SyntaxTree, offset: number): string {
  const beside = program.body.findLast(({ end }) => end <= offset) ?? program.body[0];
  if (!beside) return '';
  return /(?:^|[\r\n])([^\S\r\n]*)$/.exec(text.slice(0, beside.start))?.[1] ?? '';
}

/** A line of its own; set off by a blank line where it is the first of its kind. */
function newLine(tree: SyntaxTree, offset: number, line: string, { lineEnd }: FileStyle): Edit {
  const { text } = tree;
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const opensLine = before === '' || /[\r\n]$/.test(before);
  const first = !tree.program.body.some(
    (node) =>
      endWithoutGuard(tree, node) <= offset && /^(?:Import|TSImportEquals|Variable)Declaration$/.test(node.type),
  );
  const isApart = after === '' || /^\s*?(?:\r|\n)/.test(after) || isAboveImports(tree, offset);
  const gap = first && !isApart ? lineEnd : '';
  const indent = indentBeside(tree, offset);
  const written = opensLine ? `${indent}${line}${lineEnd}${gap}` : `${lineEnd}${indent}${line}`;
  return { range: { start: offset, end: offset }, text: written };
}
