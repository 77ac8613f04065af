import type { Node } from 'oxc-parser';
import { groupBy } from '../model/group-by.js';
import { onceEach } from '../model/once-each.js';
import { boundNames } from './bound-names.js';
import { isReference } from './is-reference.js';
import type { SyntaxTree } from './syntax-tree.js';
import { wordsOf } from './words-of.js';

export type BindingKind =
  | 'import'
  | 'var'
  | 'let'
  | 'const'
  | 'using'
  | 'function'
  | 'class'
  | 'parameter'
  | 'catch'
  | 'type'
  | 'enum'
  | 'namespace';

/** A name and what declares it. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The identifier that is bound. */
  readonly identifier: Node;
  /** The declaration it stands in: declarator, specifier, function, class, parameter's function … */
  readonly declaration: Node;
  /** The node whose text the name is visible in. */
  readonly scope: Node;
}

export interface Reference {
  readonly name: string;
  readonly node: Node;
  /** Null for a global, or a name of another file. */
  readonly binding: Binding | null;
}

export interface NameScopes {
  /** What a name means at a node; null when nothing in the file binds it there. */
  resolve(name: string, at: Node): Binding | null;
  readonly bindings: readonly Binding[];
  readonly references: readonly Reference[];
  /** Those of `bindings` and `references` that have a name. */
  named(name: string): Pick<NameScopes, 'bindings' | 'references'>;
}

/** Which names a file binds where, and what each use of a name means. Types and values share one space. */
export const nameScopes = onceEach((tree: SyntaxTree): NameScopes => new ScopesWhenAsked(tree));

type Scopes = Omit<NameScopes, 'named'>;

/** Reading all scopes takes a walk over the whole file; for one name those nodes do that its words stand in. */
class ScopesWhenAsked implements NameScopes {
  readonly #tree: SyntaxTree;
  readonly #made = new Map<Node, Binding>();
  readonly #one = new Map<string, Scopes>();
  #all: AllScopes | null = null;

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
  }

  readonly resolve = (name: string, at: Node): Binding | null => this.named(name).resolve(name, at);

  get bindings(): readonly Binding[] {
    return this.#readAll().bindings;
  }

  get references(): readonly Reference[] {
    return this.#readAll().references;
  }

  named(name: string): Scopes {
    const known = this.#one.get(name);
    if (known) return known;
    const words = this.#all === null ? wordsOf(this.#tree, name) : null;
    const scopes =
      words === null
        ? only(name, this.#readAll())
        : readScopes(this.#tree, around(this.#tree, words), name, this.#made);
    this.#one.set(name, scopes);
    return scopes;
  }

  #readAll(): AllScopes {
    this.#all ??= byName(readScopes(this.#tree, this.#tree.descendants(this.#tree.program), null, this.#made));
    return this.#all;
  }
}

interface AllScopes extends Scopes {
  readonly bindingsOf: ReadonlyMap<string, readonly Binding[]>;
  readonly referencesTo: ReadonlyMap<string, readonly Reference[]>;
}

function byName(all: Scopes): AllScopes {
  const nameOf = ({ name }: Binding | Reference): string => name;
  return { ...all, bindingsOf: groupBy(all.bindings, nameOf), referencesTo: groupBy(all.references, nameOf) };
}

function only(name: string, { bindingsOf, referencesTo, resolve }: AllScopes): Scopes {
  return { bindings: bindingsOf.get(name) ?? [], references: referencesTo.get(name) ?? [], resolve };
}

/** The nodes and all that holds them, outer ones first, in source order. */
function around(tree: SyntaxTree, nodes: readonly Node[]): readonly Node[] {
  const found = new Set<Node>();
  for (const node of nodes) for (const each of [...tree.lineage(node)].reverse()) found.add(each);
  return [...found].sort((a, b) => a.start - b.start);
}

/**
 * @param nodes those that may declare or use names, outer ones first, in source order
 * @param only the one name to look at; null for all
 * @param made the bindings known so far, by their identifiers: each is the same one whoever asks
 */
function readScopes(tree: SyntaxTree, nodes: readonly Node[], only: string | null, made: Map<Node, Binding>): Scopes {
  const tables = new Map<Node, Map<string, Binding>>();
  const bindings: Binding[] = [];

  function declare(identifier: Node, kind: BindingKind, declaration: Node, scope: Node): void {
    if (identifier.type !== 'Identifier' || (only !== null && identifier.name !== only)) return;
    const table = tables.get(scope) ?? new Map<string, Binding>();
    tables.set(scope, table);
    const binding = made.get(identifier) ?? { name: identifier.name, kind, identifier, declaration, scope };
    made.set(identifier, binding);
    bindings.push(binding);
    if (!table.has(identifier.name)) table.set(identifier.name, binding);
  }

  for (const node of nodes) declareNames(tree, node, declare);

  function resolve(name: string, at: Node): Binding | null {
    for (let node: Node | null = at; node; node = tree.parent(node)) {
      const binding = tables.get(node)?.get(name);
      if (binding) return binding;
    }
    return null;
  }

  const references: Reference[] = [];
  for (const node of nodes) {
    if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') continue;
    if ((only === null || node.name === only) && isReference(tree, node)) {
      references.push({ name: node.name, node, binding: resolve(node.name, node) });
    }
  }
  return { resolve, bindings, references };
}

type Declare = (identifier: Node, kind: BindingKind, declaration: Node, scope: Node) => void;

function declareNames(tree: SyntaxTree, node: Node, declare: Declare): void {
  switch (node.type) {
    case 'VariableDeclaration': {
      const kind = node.kind === 'await using' ? 'using' : node.kind;
      const scope = scopeAround(tree, node, kind === 'var');
      for (const declarator of node.declarations) {
        for (const name of boundNames(declarator.id)) declare(name, kind, declarator, scope);
      }
      return;
    }
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'FunctionExpression':
    case 'TSEmptyBodyFunctionExpression':
    case 'ArrowFunctionExpression': {
      if (node.id) declare(node.id, 'function', node, isDeclared(node) ? scopeAround(tree, node, false) : node);
      for (const parameter of node.params) {
        for (const name of boundNames(parameter)) declare(name, 'parameter', node, node);
      }
      return;
    }
    case 'ClassDeclaration':
    case 'ClassExpression':
      if (node.id)
        declare(node.id, 'class', node, node.type === 'ClassDeclaration' ? scopeAround(tree, node, false) : node);
      return;
    case 'CatchClause':
      for (const name of boundNames(node.param)) declare(name, 'catch', node, node);
      return;
    case 'ImportDeclaration':
      for (const specifier of node.specifiers) declare(specifier.local, 'import', specifier, tree.program);
      return;
    case 'TSImportEqualsDeclaration':
      declare(node.id, 'import', node, scopeAround(tree, node, false));
      return;
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      declare(node.id, 'type', node, scopeAround(tree, node, false));
      return;
    case 'TSEnumDeclaration':
      declare(node.id, 'enum', node, scopeAround(tree, node, false));
      return;
    case 'TSModuleDeclaration':
      declare(node.id, 'namespace', node, scopeAround(tree, node, false));
      return;
    case 'TSTypeParameter': {
      const owner = tree.lineage(node)[2];
      declare(node.name, 'type', node, owner ?? tree.program);
      return;
    }
    default:
  }
}

function isDeclared(node: Node): boolean {
  return node.type === 'FunctionDeclaration' || node.type === 'TSDeclareFunction';
}

const FUNCTION_SCOPES: ReadonlySet<string> = new Set([
  'Program',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'StaticBlock',
  'TSModuleBlock',
]);

const BLOCK_SCOPES: ReadonlySet<string> = new Set([
  ...FUNCTION_SCOPES,
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
]);

function scopeAround(tree: SyntaxTree, node: Node, hoisted: boolean): Node {
  const kinds = hoisted ? FUNCTION_SCOPES : BLOCK_SCOPES;
  for (let at = tree.parent(node); at; at = tree.parent(at)) if (kinds.has(at.type)) return at;
  return tree.program;
}
