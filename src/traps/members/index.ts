// Which members an object has, and whose they are.
import type { Trap } from '../trap.js';
import { duplicateKey } from './duplicate-key.js';
import { globalMember } from './global-member.js';
import { guardedMethod } from './guarded-method.js';
import { indexedText } from './indexed-text.js';
import { inheritedMember } from './inherited-member.js';
import { missingMethod } from './missing-method.js';
import { namedMember } from './named-member.js';
import { narrowerAccess } from './narrower-access.js';
import { newMember } from './new-member.js';
import { onlyRead } from './only-read.js';
import { otherMethod } from './other-method.js';
import { ownMethod } from './own-method.js';
import { presentKey } from './present-key.js';
import { readonlyMember } from './readonly-member.js';
import { renamedKey } from './renamed-key.js';
import { shorthandKey } from './shorthand-key.js';
import { staticMember } from './static-member.js';
import { takenElement } from './taken-element.js';
import { thisMember } from './this-member.js';

export const MEMBERS: readonly Trap[] = [
  duplicateKey,
  globalMember,
  guardedMethod,
  indexedText,
  inheritedMember,
  missingMethod,
  namedMember,
  narrowerAccess,
  newMember,
  onlyRead,
  otherMethod,
  ownMethod,
  presentKey,
  readonlyMember,
  renamedKey,
  shorthandKey,
  staticMember,
  takenElement,
  thisMember,
];
