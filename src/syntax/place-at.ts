import type { Node } from 'oxc-parser';
import { rangeAt, type TextRange } from '../model/position.js';
import type { SyntaxTree } from './syntax-tree.js';

/** What kind of text a range stands in. `unparsed`: the file has syntax errors, so nobody can tell. */
export type SyntacticPlace =
  | 'code'
  | 'comment'
  | 'string'
  | 'template-text'
  | 'jsx-text'
  | 'jsx-attribute'
  | 'regex-literal'
  | 'type'
  | 'decorator'
  | 'directive'
  | 'unparsed';

/**
 * The place of a range, judged by where it starts. A range that covers a whole string, template or
 * regex literal is that expression, hence in the place around it. An expression inside `${}` or
 * `{}` of JSX is code again.
 */
export function placeAt(tree: SyntaxTree, range: TextRange): SyntacticPlace {
  if (!tree.parsed) return 'unparsed';
  if (rangeAt(tree.comments, range.start)) return 'comment';
  if (range.start < hashbangEnd(tree.text)) return 'comment';
  const at = { start: range.start, end: Math.min(range.start + 1, Math.max(range.end, range.start)) };
  for (const node of tree.lineage(tree.enclosing(at))) {
    const place = placeOf(tree, node, range);
    if (place) return place;
  }
  return 'code';
}

function hashbangEnd(text: string): number {
  return /^#![^\r\n]*/.exec(text)?.[0].length ?? 0;
}

function placeOf(tree: SyntaxTree, node: Node, range: TextRange): SyntacticPlace | null {
  switch (node.type) {
    case 'Literal':
      if (coversWhole(node, range)) return null;
      if (typeof node.value === 'string') return placeOfString(tree, node);
      return 'regex' in node ? 'regex-literal' : null;
    case 'TemplateElement':
    case 'TemplateLiteral':
      return inTemplateText(tree, node, range) ? 'template-text' : null;
    case 'JSXText':
      return 'jsx-text';
    case 'Decorator':
      return 'decorator';
    case 'ExpressionStatement':
      return node.directive ? 'directive' : null;
    default:
      return isTypeNode(node) ? 'type' : null;
  }
}

function placeOfString(tree: SyntaxTree, literal: Node): SyntacticPlace {
  const parent = tree.parent(literal);
  if (parent?.type === 'JSXAttribute') return 'jsx-attribute';
  return parent?.type === 'ExpressionStatement' && parent.directive ? 'directive' : 'string';
}

/** Elements hold their delimiters, so the `}` and `${` around an expression count as template text. */
function inTemplateText(tree: SyntaxTree, node: Node, range: TextRange): boolean {
  const template = node.type === 'TemplateElement' ? tree.parent(node) : node;
  if (template?.type !== 'TemplateLiteral') return true;
  if (coversWhole(template, range)) return false;
  return !template.expressions.some((expression) => expression.start <= range.start && range.start < expression.end);
}

function coversWhole(node: TextRange, range: TextRange): boolean {
  return range.start === node.start && range.end >= node.end;
}

/** TypeScript nodes that hold values; every other one is a type. */
const VALUE_NODES: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSEnumDeclaration',
  'TSEnumBody',
  'TSEnumMember',
  'TSModuleDeclaration',
  'TSModuleBlock',
  'TSParameterProperty',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSExternalModuleReference',
  'TSNamespaceExportDeclaration',
  'TSEmptyBodyFunctionExpression',
  'TSDeclareFunction',
  'TSAbstractPropertyDefinition',
  'TSAbstractMethodDefinition',
  'TSAbstractAccessorProperty',
]);

export function isTypeNode(node: Node): boolean {
  return node.type.startsWith('TS') && !VALUE_NODES.has(node.type);
}
