import type { JsonNode } from '../../model/json-document.js';

/** Two spaces a level; strings and numbers as they were spelt. @param indent of the line it begins on */
export function printJsonNode(node: JsonNode, indent: string): string {
  const inner = `${indent}  `;
  switch (node.kind) {
    case 'string':
    case 'number':
      return node.raw;
    case 'literal':
      return String(node.value);
    case 'array':
      if (node.items.length === 0) return '[]';
      return `[\n${node.items.map((item) => inner + printJsonNode(item, inner)).join(',\n')}\n${indent}]`;
    case 'object': {
      if (node.members.length === 0) return '{}';
      const lines = node.members.map(
        ({ key, value }) => `${inner}${JSON.stringify(key)}: ${printJsonNode(value, inner)}`,
      );
      return `{\n${lines.join(',\n')}\n${indent}}`;
    }
  }
}
