// What only the compiler sees.
import type { Trap } from '../trap.js';
import { emptyHolder } from './empty-holder.js';
import { enumMember } from './enum-member.js';
import { erasedEnum } from './erased-enum.js';
import { lostTypeArguments } from './lost-type-arguments.js';
import { orderOfParameters } from './order-of-parameters.js';
import { otherType } from './other-type.js';
import { typeWord } from './type-word.js';
import { unknownType } from './unknown-type.js';

export const TYPES: readonly Trap[] = [
  emptyHolder,
  enumMember,
  erasedEnum,
  lostTypeArguments,
  orderOfParameters,
  otherType,
  typeWord,
  unknownType,
];
