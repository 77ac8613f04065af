import { refuse } from '../../model/refusal.js';
import { exportName } from '../../syntax/export-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `export { default as any }` → `export { default as unknown }`: who imports it looks for the name it had. */
export const renamedExport: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'ExportSpecifier')) {
    const [was, made] = [exportName(old.exported), exportName(next.exported)];
    if (was !== made)
      return refuse('still-referenced', `Other files may import "${was}", which would have no such name.`);
  }
  return null;
};
