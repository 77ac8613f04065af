// Who calls what, with which arguments, and when.
import type { Trap } from '../trap.js';
import { argumentCount } from './argument-count.js';
import { arrowAround } from './arrow-around.js';
import { arrowFunction } from './arrow-function.js';
import { assumedDefault } from './assumed-default.js';
import { calledResult } from './called-result.js';
import { claimGivenTwice } from './claim-given-twice.js';
import { constructedMethod } from './constructed-method.js';
import { declaredParameter } from './declared-parameter.js';
import { deferredCode } from './deferred-code.js';
import { detachedMethod } from './detached-method.js';
import { droppedArgument } from './dropped-argument.js';
import { droppedReceiver } from './dropped-receiver.js';
import { endlessCall } from './endless-call.js';
import { givenDefault } from './given-default.js';
import { idArgument } from './id-argument.js';
import { lostDefault } from './lost-default.js';
import { lostReceiver } from './lost-receiver.js';
import { replacedCallback } from './replaced-callback.js';
import { requiredParameter } from './required-parameter.js';
import { sameResult } from './same-result.js';
import { serialisedCode } from './serialised-code.js';
import { shorthandMethod } from './shorthand-method.js';
import { spreadArguments } from './spread-arguments.js';
import { spreadNothing } from './spread-nothing.js';
import { tagFunction } from './tag-function.js';
import { throwsInstead } from './throws-instead.js';
import { usedAssignment } from './used-assignment.js';
import { wrappedFunction } from './wrapped-function.js';

export const FUNCTIONS: readonly Trap[] = [
  argumentCount,
  arrowAround,
  arrowFunction,
  assumedDefault,
  calledResult,
  claimGivenTwice,
  constructedMethod,
  declaredParameter,
  deferredCode,
  detachedMethod,
  droppedArgument,
  droppedReceiver,
  endlessCall,
  givenDefault,
  idArgument,
  lostDefault,
  lostReceiver,
  replacedCallback,
  requiredParameter,
  sameResult,
  serialisedCode,
  shorthandMethod,
  spreadArguments,
  spreadNothing,
  tagFunction,
  throwsInstead,
  usedAssignment,
  wrappedFunction,
];
