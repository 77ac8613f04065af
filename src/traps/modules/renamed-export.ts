import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { changedPairs, type Trap } from '../trap.js';

/** `export { default as any }` → `export { default as unknown }`: who imports it looks for the name it had. */
export const renamedExport: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'ExportSpecifier')) {
    const [was, made] = [nameOf(old.exported), nameOf(next.exported)];
    if (was !== made)
      return refuse('still-referenced', `Other files may import "${was}", which would have no such name.`);
  }
  return null;
};

function nameOf(exported: Extract<Node, { type: 'ExportSpecifier' }>['exported']): string {
  return exported.type === 'Literal' ? exported.value : exported.name;
}
