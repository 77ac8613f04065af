import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { escapeRegex } from '../../model/escape-regex.js';
import type { Source } from '../../model/fix-site.js';
import { ownNameRegex } from '../../model/name-regex.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { exportName } from '../../syntax/export-name.js';
import { exportsOf } from '../../syntax/exports-of.js';
import { isRelativeModule } from '../../syntax/is-relative-module.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { FixTask } from '../draft.js';

/** `Util.warn(…)`, `import { warn } from './util.js'`: what a fix asks a module of the project for has to be exported by it. */
export function checkExported(
  { site: { path, packages }, tree }: Pick<FixTask, 'site' | 'tree'>,
  after: SyntaxTree,
  edits: readonly Edit[],
): Refusal | null {
  if (!packages?.sourceAt) return null;
  for (const node of after.program.body) {
    if (node.type !== 'ImportDeclaration' || !isRelativeModule(node.source.value)) continue;
    const asked = [...newImports(tree, node), ...newMembers(tree, node, edits)];
    if (asked.length === 0) continue;
    const source = packages.sourceAt(path, node.source.value);
    const exported = source && namesExported(source);
    const missing = exported && asked.find((name) => !exported.has(name));
    if (missing) return refuse('module-installed', `"${node.source.value}" exports nothing called "${missing}".`);
  }
  return null;
}

type Import = Extract<Node, { type: 'ImportDeclaration' }>;

/** What is imported by name and was not before. */
function newImports(before: SyntaxTree, node: Import): readonly string[] {
  const old = new Set(
    before.program.body.flatMap((each) =>
      each.type === 'ImportDeclaration' && each.source.value === node.source.value ? namesIn(each) : [],
    ),
  );
  return namesIn(node).filter((name) => !old.has(name));
}

function namesIn({ specifiers }: Import): readonly string[] {
  return specifiers.flatMap((each) => {
    if (each.type === 'ImportDefaultSpecifier') return ['default'];
    if (each.type !== 'ImportSpecifier') return [];
    return [exportName(each.imported)];
  });
}

/** What the edits ask of the whole of a module that the file has under a name, and nobody asked before. */
function newMembers(before: SyntaxTree, { specifiers }: Import, edits: readonly Edit[]): readonly string[] {
  const whole = specifiers.find((each) => each.type === 'ImportNamespaceSpecifier')?.local.name;
  if (whole === undefined) return [];
  // Of `'../dom/Util.js'` it is the name of a file.
  const member = new RegExp(`(?<![\\w$./'"])${escapeRegex(whole)}\\.([\\w$]+)`, 'g');
  const asked = edits.flatMap(({ text }) => [...text.matchAll(member)].map(([, name = '']) => name));
  return asked.filter((name) => !ownNameRegex(`${whole}.${name}`).test(before.text));
}

/** Null where the text does not tell all of them: it passes on those of others, or is no module of this kind. */
function namesExported({ path, text }: Source): ReadonlySet<string> | null {
  const tree = parseSyntax(path, text);
  if (!tree?.parsed || tree.errors.length > 0) return null;
  const { body } = tree.program;
  if (body.some((node) => node.type === 'ExportAllDeclaration' && node.exported === null)) return null;
  const names = body.flatMap(exportsOf).map((each) => each.name);
  return names.length > 0 ? new Set(names) : null;
}
