import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isSameModule } from '../../semantics/modules/is-same-module.js';
import { madeByModule } from '../../semantics/modules/made-by-module.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { requiresEnd } from '../layout/file-places.js';
import type { FileStyle } from '../layout/file-style.js';
import { inStyleOf } from '../layout/in-style.js';
import { newLine } from './import-line.js';
import { mergeRequire } from './merge-require.js';
import { NOTHING, type PlannedImport } from './planned-import.js';
import type { WantedImport } from './wanted-import.js';

export function planRequire(
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
