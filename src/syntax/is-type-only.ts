import type { Node } from 'oxc-parser';

/** `import type`, `export type`, and the specifiers that say so of themselves: nothing of them is there when the code runs. */
export function isTypeOnly(node: Node): boolean {
  return ('importKind' in node && node.importKind === 'type') || ('exportKind' in node && node.exportKind === 'type');
}
