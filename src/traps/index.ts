// Changes known to look right and mean something else. Each trap judges one kind of change, whichever instruction made it.
import type { Refusal } from '../model/refusal.js';
import { COLLECTIONS } from './collections/index.js';
import { ENVIRONMENT } from './environment/index.js';
import { FRAMEWORKS } from './frameworks/index.js';
import { FUNCTIONS } from './functions/index.js';
import { MEMBERS } from './members/index.js';
import { MODULES } from './modules/index.js';
import { NETWORK } from './network/index.js';
import { NUMBERS } from './numbers/index.js';
import { OBJECTS } from './objects/index.js';
import { PAGE } from './page/index.js';
import { PROMISES } from './promises/index.js';
import { SOURCE } from './source/index.js';
import { TEXT } from './text/index.js';
import type { Change, Trap } from './trap.js';
import { TRUTH } from './truth/index.js';
import { sameTexts } from './truth/same-texts.js';
import { TYPES } from './types/index.js';

const TRAPS: readonly Trap[] = [
  ...TRUTH,
  ...PROMISES,
  ...FUNCTIONS,
  ...MEMBERS,
  ...COLLECTIONS,
  ...OBJECTS,
  ...NUMBERS,
  ...TEXT,
  ...MODULES,
  ...TYPES,
  ...SOURCE,
  ...FRAMEWORKS,
  ...PAGE,
  ...NETWORK,
  ...ENVIRONMENT,
  // Looks at texts alone: whoever knows the change says more.
  sameTexts,
];

/** The first trap a change falls into. */
export function findTrap(change: Change): Refusal | null {
  for (const trap of TRAPS) {
    const refusal = trap(change);
    if (refusal) return refusal;
  }
  return null;
}
