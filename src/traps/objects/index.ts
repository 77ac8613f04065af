// What an object is made of, and who else holds it.
import type { Trap } from '../trap.js';
import { assignedObject } from './assigned-object.js';
import { boxedValue } from './boxed-value.js';
import { changedInPlace } from './changed-in-place.js';
import { changedTarget } from './changed-target.js';
import { classTag } from './class-tag.js';
import { coercedObject } from './coerced-object.js';
import { dateObject } from './date-object.js';
import { deepCopy } from './deep-copy.js';
import { emptyText } from './empty-text.js';
import { exactClass } from './exact-class.js';
import { extendedClass } from './extended-class.js';
import { frozenInstance } from './frozen-instance.js';
import { frozenValue } from './frozen-value.js';
import { lostPrototype } from './lost-prototype.js';
import { lostSuper } from './lost-super.js';
import { mergedObject } from './merged-object.js';
import { noPrototype } from './no-prototype.js';
import { nullIsObject } from './null-is-object.js';
import { otherClass } from './other-class.js';
import { otherObject } from './other-object.js';
import { ownSymbol } from './own-symbol.js';
import { ownText } from './own-text.js';
import { prototypeByConstructor } from './prototype-by-constructor.js';
import { sharedInstance } from './shared-instance.js';
import { spreadCopy } from './spread-copy.js';

export const OBJECTS: readonly Trap[] = [
  // Of a target that others hold it says more than the next one does of the copy.
  changedTarget,
  assignedObject,
  boxedValue,
  changedInPlace,
  classTag,
  coercedObject,
  dateObject,
  deepCopy,
  emptyText,
  exactClass,
  extendedClass,
  frozenInstance,
  frozenValue,
  lostPrototype,
  lostSuper,
  mergedObject,
  nullIsObject,
  otherClass,
  otherObject,
  sharedInstance,
  spreadCopy,
  ownSymbol,
  noPrototype,
  ownText,
  prototypeByConstructor,
];
