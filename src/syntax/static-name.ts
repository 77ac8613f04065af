import type { Node } from 'oxc-parser';

/** The name that a key of an object or class has by itself; null where only running the code tells it. */
export function staticName(key: Node, computed: boolean): string | null {
  switch (key.type) {
    case 'Literal':
      return String(key.value);
    case 'TemplateLiteral':
      return key.expressions.length === 0 ? (key.quasis[0]?.value.cooked ?? null) : null;
    case 'PrivateIdentifier':
      return `#${key.name}`;
    case 'Identifier':
      return computed ? null : key.name;
    default:
      return null;
  }
}
