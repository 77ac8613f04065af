import type { Node } from 'oxc-parser';

export type JsxOpening = Extract<Node, { type: 'JSXOpeningElement' }>;
export type JsxAttribute = Extract<Node, { type: 'JSXAttribute' }>;

/** What an element is called, such as `a` or `Link`; null of a member or a name with a namespace. */
export function tagName({ name }: JsxOpening): string | null {
  return name.type === 'JSXIdentifier' ? name.name : null;
}

/** The attribute of a name that is written out. Of several the last one counts. */
export function attributeOf({ attributes }: JsxOpening, name: string): JsxAttribute | null {
  const written = attributes.filter((each) => each.type === 'JSXAttribute');
  return written.findLast((each) => each.name.name === name) ?? null;
}
