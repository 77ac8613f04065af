import { refuse } from '../../model/refusal.js';
import { isForPage, isOfNodeAlone } from '../../semantics/modules/is-for-page.js';
import { addedImports } from '../modules/added-imports.js';
import type { Trap } from '../trap.js';

/** `import { randomUUID } from 'crypto'` in what a page loads: a bundler has nothing in the place of Node's own modules. */
export const browserModule: Trap = (change) => {
  const { before: tree } = change;
  const added = addedImports(change).find(({ source }) => isOfNodeAlone(source.value));
  return added && isForPage(tree)
    ? refuse('client-or-server', `The file runs in a browser as well, where there is no "${added.source.value}".`)
    : null;
};
