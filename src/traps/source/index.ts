// What is read off the source itself: where a name is declared, what a comment says, what tools move.
import type { Trap } from '../trap.js';
import { answeredError } from './answered-error.js';
import { answeredValue } from './answered-value.js';
import { blockScope } from './block-scope.js';
import { caughtThrow } from './caught-throw.js';
import { chosenRisk } from './chosen-risk.js';
import { hoistedMock } from './hoisted-mock.js';
import { lostJump } from './lost-jump.js';
import { lostReset } from './lost-reset.js';
import { newDirective } from './new-directive.js';
import { onPurpose } from './on-purpose.js';
import { otherJump } from './other-jump.js';
import { setConstant } from './set-constant.js';
import { skippedRest } from './skipped-rest.js';
import { staticSource } from './static-source.js';
import { unreachableCode } from './unreachable-code.js';

export const SOURCE: readonly Trap[] = [
  answeredError,
  answeredValue,
  blockScope,
  caughtThrow,
  chosenRisk,
  hoistedMock,
  lostJump,
  lostReset,
  newDirective,
  onPurpose,
  otherJump,
  setConstant,
  skippedRest,
  staticSource,
  unreachableCode,
];
