import type { Node } from 'oxc-parser';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { madeByModule } from '../../semantics/modules/made-by-module.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { boundNames } from '../../syntax/bound-names.js';
import { exportName } from '../../syntax/export-name.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';

export interface WantedName {
  readonly imported: string;
  readonly local: string;
  readonly typeOnly: boolean;
}

/** What an `import_line` asks for, read as syntax. */
export type WantedImport =
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly typeOnly: boolean;
      readonly defaultName: string | null;
      readonly namespace: string | null;
      readonly named: readonly WantedName[];
      /** ` with { type: 'json' }` as written, or empty. */
      readonly attributes: string;
    }
  | { readonly kind: 'require'; readonly module: string; readonly names: readonly string[]; readonly text: string };

/** The imports and requires of an `import_line`; a refusal where it holds anything else. */
export function readImportLine(line: string): readonly WantedImport[] | Refusal {
  const tree = parseSyntax('import-line.ts', line);
  if (!tree || tree.errors.length > 0 || tree.program.body.length === 0) return unreadable(line);
  const wanted: WantedImport[] = [];
  for (const statement of tree.program.body) {
    const read = statement.type === 'ImportDeclaration' ? readImport(statement, line) : readRequire(statement, line);
    if (!read) return unreadable(line);
    wanted.push(read);
  }
  return wanted;
}

/** The names that an `import_line` makes available; none where there is no line, or none that can be read. */
export function namesOfImportLine(line: string | null): readonly string[] {
  const wanted = line === null ? [] : readImportLine(line);
  return isRefusal(wanted) ? [] : wanted.flatMap(namesOf);
}

function namesOf(wanted: WantedImport): readonly string[] {
  if (wanted.kind === 'require') return wanted.names;
  const single = [wanted.defaultName, wanted.namespace].filter((name) => name !== null);
  return [...single, ...wanted.named.map(({ local }) => local)];
}

function unreadable(line: string): Refusal {
  return refuse('instruction-executable', `"${line}" is neither an import nor a require line.`);
}

function readImport(node: Extract<Node, { type: 'ImportDeclaration' }>, text: string): WantedImport | null {
  if (node.phase !== null) return null;
  let defaultName: string | null = null;
  let namespace: string | null = null;
  const named: WantedName[] = [];
  for (const specifier of node.specifiers) {
    const local = specifier.local.name;
    if (specifier.type === 'ImportDefaultSpecifier') defaultName = local;
    else if (specifier.type === 'ImportNamespaceSpecifier') namespace = local;
    else named.push({ imported: importedName(specifier), local, typeOnly: specifier.importKind === 'type' });
  }
  const behindSource = text.slice(node.source.end, node.end).replace(/;$/, '').trim();
  return {
    kind: 'import',
    module: node.source.value,
    typeOnly: node.importKind === 'type',
    defaultName,
    namespace,
    named,
    attributes: behindSource === '' ? '' : ` ${behindSource}`,
  };
}

export function importedName(specifier: Extract<Node, { type: 'ImportSpecifier' }>): string {
  return exportName(specifier.imported);
}

function readRequire(node: Node, text: string): WantedImport | null {
  if (node.type !== 'VariableDeclaration' || node.declarations.length !== 1) return null;
  const declarator = node.declarations[0];
  const module = declarator ? (requiredModule(declarator.init) ?? madeByModule(declarator.init)) : null;
  if (!declarator || module === null) return null;
  const names = boundNames(declarator.id).map((identifier) => identifier.name);
  return { kind: 'require', module, names, text: text.slice(node.start, node.end) };
}
