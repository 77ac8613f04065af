// What is asked: whether it is there, true or equal.
import type { Trap } from '../trap.js';
import { assignedDefault } from './assigned-default.js';
import { bitTest } from './bit-test.js';
import { booleanChoice } from './boolean-choice.js';
import { countAsTruth } from './count-as-truth.js';
import { lostNarrowing } from './lost-narrowing.js';
import { lostShortcut } from './lost-shortcut.js';
import { nestedTests } from './nested-tests.js';
import { nonNull } from './non-null.js';
import { nullForUndefined } from './null-for-undefined.js';
import { nullishDefault } from './nullish-default.js';
import { optionalChain } from './optional-chain.js';
import { otherTypeTest } from './other-type-test.js';
import { returnedCondition } from './returned-condition.js';
import { sameBranches } from './same-branches.js';
import { strictAssertion } from './strict-assertion.js';
import { strictEquality } from './strict-equality.js';
import { swappedBranches } from './swapped-branches.js';
import { truthValue } from './truth-value.js';
import { turnedNegation } from './turned-negation.js';
import { typeofGuard } from './typeof-guard.js';
import { unsafeOptional } from './unsafe-optional.js';
import { unsetNull } from './unset-null.js';

export const TRUTH: readonly Trap[] = [
  assignedDefault,
  bitTest,
  booleanChoice,
  countAsTruth,
  lostNarrowing,
  lostShortcut,
  nestedTests,
  nonNull,
  nullForUndefined,
  nullishDefault,
  optionalChain,
  otherTypeTest,
  returnedCondition,
  sameBranches,
  strictAssertion,
  strictEquality,
  swappedBranches,
  truthValue,
  turnedNegation,
  typeofGuard,
  unsafeOptional,
  unsetNull,
];
