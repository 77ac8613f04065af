import type { Node } from 'oxc-parser';

/** The identifiers a pattern, parameter or target binds, such as `a`, `b` and `rest` in `{ a, x: [b = 1], ...rest }`. */
export function boundNames(pattern: Node | null): readonly Extract<Node, { type: 'Identifier' }>[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => boundNames(element));
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'TSParameterProperty':
      return boundNames(pattern.parameter);
    default:
      return [];
  }
}
