// Lists, maps and what only looks like them.
import type { Trap } from '../trap.js';
import { anyCollection } from './any-collection.js';
import { arrayLike } from './array-like.js';
import { countedCopy } from './counted-copy.js';
import { emptiedList } from './emptied-list.js';
import { emptyFold } from './empty-fold.js';
import { firstElement } from './first-element.js';
import { joinedList } from './joined-list.js';
import { keptFalsy } from './kept-falsy.js';
import { listLength } from './list-length.js';
import { listMethod } from './list-method.js';
import { loopedCopy } from './looped-copy.js';
import { lostCopy } from './lost-copy.js';
import { lostStart } from './lost-start.js';
import { membership } from './membership.js';
import { missingValue } from './missing-value.js';
import { otherCollection } from './other-collection.js';
import { pathKey } from './path-key.js';
import { sharedList } from './shared-list.js';
import { sortOrder } from './sort-order.js';
import { stoppedVisit } from './stopped-visit.js';
import { visitedMember } from './visited-member.js';
import { visitsAll } from './visits-all.js';
import { weakCollection } from './weak-collection.js';
import { wrappedElements } from './wrapped-elements.js';

export const COLLECTIONS: readonly Trap[] = [
  anyCollection,
  arrayLike,
  countedCopy,
  emptiedList,
  emptyFold,
  firstElement,
  joinedList,
  keptFalsy,
  listLength,
  listMethod,
  loopedCopy,
  lostCopy,
  lostStart,
  membership,
  missingValue,
  otherCollection,
  pathKey,
  sharedList,
  sortOrder,
  stoppedVisit,
  visitedMember,
  visitsAll,
  weakCollection,
  wrappedElements,
];
