// What is a number, and what is made one.
import type { Trap } from '../trap.js';
import { bufferSize } from './buffer-size.js';
import { chosenExtreme } from './chosen-extreme.js';
import { compoundAssignment } from './compound-assignment.js';
import { convertedValue } from './converted-value.js';
import { cutFraction } from './cut-fraction.js';
import { finiteLimit } from './finite-limit.js';
import { keyCode } from './key-code.js';
import { negatedOrder } from './negated-order.js';
import { numberParsing } from './number-parsing.js';
import { numberTest } from './number-test.js';
import { orderAndEquality } from './order-and-equality.js';
import { randomRange } from './random-range.js';
import { roundedOnce } from './rounded-once.js';
import { shiftedNumber } from './shifted-number.js';
import { usedUpdate } from './used-update.js';

export const NUMBERS: readonly Trap[] = [
  bufferSize,
  chosenExtreme,
  compoundAssignment,
  convertedValue,
  cutFraction,
  finiteLimit,
  keyCode,
  negatedOrder,
  numberParsing,
  numberTest,
  orderAndEquality,
  randomRange,
  roundedOnce,
  shiftedNumber,
  usedUpdate,
];
