import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

export type JsxOpening = Extract<Node, { type: 'JSXOpeningElement' }>;
export type JsxAttribute = Extract<Node, { type: 'JSXAttribute' }>;

/** The opening tag of an element; itself where it is one. */
export function openingOf(node: JsxOpening | Extract<Node, { type: 'JSXElement' }>): JsxOpening {
  return node.type === 'JSXElement' ? node.openingElement : node;
}

/** What an element is called, such as `a` or `Link`; null of a member or a name with a namespace. */
export function tagName({ name }: JsxOpening): string | null {
  return name.type === 'JSXIdentifier' ? name.name : null;
}

/** The attribute of a name that is written out. Of several the last one counts. */
export function attributeOf({ attributes }: JsxOpening, name: string): JsxAttribute | null {
  const written = attributes.filter((each) => each.type === 'JSXAttribute');
  return written.findLast((each) => attributeName(each) === name) ?? null;
}

/** What an attribute is called, such as `href`; null of a name with a namespace. */
export function attributeName({ name }: JsxAttribute): string | null {
  return name.type === 'JSXIdentifier' ? name.name : null;
}

/** What an attribute is set to, without the braces around it; null where it is only named. */
export function attributeValue({ value }: JsxAttribute): Node | null {
  return value?.type === 'JSXExpressionContainer' ? value.expression : value;
}

/** Whether code is the quoted text that an attribute is set to, where an expression needs braces. */
export function isQuotedAttribute(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Literal' && tree.parent(node)?.type === 'JSXAttribute';
}
