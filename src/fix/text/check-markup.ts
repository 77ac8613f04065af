import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { escapeRegex } from '../../model/escape-regex.js';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { isTypeImport } from '../../syntax/is-type-import.js';
import { calledName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Script } from './script-around.js';

/** What speaks against edits of a script, of all that the markup around it reads and sets. */
export function checkMarkup(text: string, script: Script, after: SyntaxTree, edits: readonly Edit[]): Refusal | null {
  if (edits.length === 0) return null;
  const markup = markupOf(text, script);
  return (
    checkNames(markup, script.tree, after) ??
    checkKeys(markup, script.tree, after) ??
    (/\.svelte\.\w+$/i.test(after.path) && !script.isOfPage ? checkAssigned(script.tree, after) : null)
  );
}

/** All but the scripts; of a component, as far as it reads anything. */
export function markupOf(text: string, { ranges, isOfPage }: Script): string {
  const all = outside(text, ranges);
  return isOfPage ? all : withoutPlainText(all);
}

function checkNames(markup: string, tree: SyntaxTree, after: SyntaxTree): Refusal | null {
  const now = declared(after);
  for (const [name, { kind: was }] of declared(tree)) {
    const { kind, binding } = now.get(name) ?? {};
    if (kind === was) continue;
    const isRead = isReadIn(markup, name) || readsStore(after, name);
    if ((kind === undefined || kind === 'type') && isRead) {
      return refuse('still-referenced', `"${name}" is declared here and used by the component.`);
    }
    if (kind !== 'const' || !isSetIn(markup, name)) continue;
    // The build of Vue sets the value of what it knows to be a ref.
    if (!(/\.vue\.\w+$/i.test(after.path) && binding && isRef(binding))) {
      return refuse('still-referenced', `The markup sets "${name}", which a constant cannot be.`);
    }
  }
  return null;
}

interface DeclaredName {
  readonly binding: Binding;
  /** The keyword that declares it; `type` as well of what is imported as one. */
  readonly kind: string;
}

/** The names of the outermost scope. */
function declared(tree: SyntaxTree): ReadonlyMap<string, DeclaredName> {
  const names = new Map<string, DeclaredName>();
  for (const binding of nameScopes(tree).bindings) {
    if (binding.scope !== tree.program) continue;
    names.set(binding.name, { binding, kind: isTypeImport(tree, binding.declaration) ? 'type' : binding.kind });
  }
  return names;
}

function isRef({ declaration }: Binding): boolean {
  const made = declaration.type === 'VariableDeclarator' ? declaration.init : null;
  if (made?.type !== 'CallExpression') return false;
  return /^(?:shallowRef|ref|customRef|toRef|computed|defineModel)$/.test(calledName(made.callee) ?? '');
}

/** Members that are gone or have another name: data, props and methods go by them in the markup. */
function checkKeys(markup: string, tree: SyntaxTree, after: SyntaxTree): Refusal | null {
  const now = keysOf(after);
  for (const [name, count] of keysOf(tree)) {
    if ((now.get(name) ?? 0) < count && isReadIn(markup, name)) {
      return refuse('still-referenced', `"${name}" is set here and used in the markup.`);
    }
  }
  return null;
}

function keysOf(tree: SyntaxTree): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of tree.descendants(tree.program)) {
    const name = keyOf(tree, node);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const MEMBER = /^(?:Property|PropertyDefinition|MethodDefinition|TSPropertySignature)$/;

/** Of a member, also of one in a list of names such as `defineProps(['size'])` or `props: ['size']`. */
function keyOf(tree: SyntaxTree, node: Node): string | null {
  const parent = tree.parent(node);
  if (MEMBER.test(node.type) && 'key' in node && 'computed' in node) {
    return parent?.type === 'ObjectPattern' ? null : staticName(node.key, node.computed);
  }
  if (node.type !== 'Literal' || typeof node.value !== 'string' || parent?.type !== 'ArrayExpression') return null;
  const list = tree.parent(parent);
  const isOfMacro = list?.type === 'CallExpression' && /^define[A-Z]/.test(calledName(list.callee) ?? '');
  const isOption =
    list?.type === 'Property' && /^(?:props|emits|inject)$/.test(staticName(list.key, list.computed) ?? '');
  return isOfMacro || isOption ? node.value : null;
}

/** Svelte shows anew what is assigned, and takes a value from outside for what it exports as variable. */
function checkAssigned(tree: SyntaxTree, after: SyntaxTree): Refusal | null {
  const exported = exportedVariables(after);
  const lost = [...exportedVariables(tree)].find((name) => !exported.has(name));
  if (lost !== undefined)
    return refuse('still-referenced', `"${lost}" is set from outside, as a prop of the component.`);
  const now = assignedIn(after);
  for (const [name, count] of assignedIn(tree)) {
    if ((now.get(name) ?? 0) < count) {
      return refuse('same-result', `The component is shown anew because "${name}" is assigned.`);
    }
  }
  return null;
}

function exportedVariables(tree: SyntaxTree): ReadonlySet<string> {
  const names = tree.program.body.flatMap((node) => {
    const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : null;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind === 'const') return [];
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  });
  return new Set(names);
}

/** How often a script sets each variable of its outermost scope. */
function assignedIn(tree: SyntaxTree): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, node, binding } of nameScopes(tree).references) {
    if (binding?.scope !== tree.program || !isWritten(tree, node)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** `MyButton` is `<my-button>` as well, and a store `count` is read as `$count`. */
function isReadIn(markup: string, name: string): boolean {
  const dashed = name.replace(/(?<=.)(?=[A-Z])/g, '-').toLowerCase();
  return new RegExp(`(?<![\\w$])(?:\\$?${escapeRegex(name)}|${escapeRegex(dashed)})(?![\\w$])`).test(markup);
}

/** Svelte reads `$user` of the store `user`. */
function readsStore(tree: SyntaxTree, name: string): boolean {
  return /\.svelte\.\w+$/i.test(tree.path) && nameScopes(tree).named(`$${name}`).references.length > 0;
}

function isSetIn(markup: string, name: string): boolean {
  const named = `(?<![\\w$.])${escapeRegex(name)}(?![\\w$])`;
  const isAssigned = `${named}\\s*(?:(?:[-+*/%&|^]|\\*\\*|\\?\\?|\\|\\||&&)?=(?![=>])|\\+\\+|--)|(?:\\+\\+|--)\\s*${named}`;
  const isTaken = `(?<=[({;>]\\s*)[[{][^=;]*${named}[^=;]*[\\]}]\\s*=(?![=>])`;
  const isBound = `\\bbind:\\w+=["']?\\{\\s*${named}\\s*\\}|\\bbind:${escapeRegex(name)}(?![\\w=])|\\bv-model[\\w.:-]*=["']${named}["']`;
  return new RegExp(`${isAssigned}|${isTaken}|${isBound}`).test(markup);
}

function outside(text: string, ranges: readonly TextRange[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of ranges) {
    rest += `${text.slice(at, start)}\n`;
    at = end;
  }
  return rest + text.slice(at);
}

/** Attributes without an expression, and styles but for the names that they ask for. */
function withoutPlainText(markup: string): string {
  return markup
    .replace(/<style\b[^<>]*>[\s\S]*?(?:<\/style>|$)/gi, (style) => (style.match(/\bv-bind\([^)]*\)/g) ?? []).join(' '))
    .replace(/(?<=\s)(?!v-|(?:ref|is|slot|name)=)[\w-]+=(["'])[^"'{}<>]*\1/g, '');
}
