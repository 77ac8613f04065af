// What is waited for, and who catches what fails.
import type { Trap } from '../trap.js';
import { alwaysTold } from './always-told.js';
import { awaitedField } from './awaited-field.js';
import { awaitedValue } from './awaited-value.js';
import { batchedQuery } from './batched-query.js';
import { caughtCallback } from './caught-callback.js';
import { droppedVoid } from './dropped-void.js';
import { handlerBehind } from './handler-behind.js';
import { lostAwait } from './lost-await.js';
import { lostCatch } from './lost-catch.js';
import { lostPause } from './lost-pause.js';
import { pausedWork } from './paused-work.js';
import { promisedCallback } from './promised-callback.js';
import { promisedResult } from './promised-result.js';
import { readDescriptor } from './read-descriptor.js';
import { thrownAtOnce } from './thrown-at-once.js';

export const PROMISES: readonly Trap[] = [
  alwaysTold,
  awaitedField,
  awaitedValue,
  batchedQuery,
  caughtCallback,
  droppedVoid,
  handlerBehind,
  lostAwait,
  lostCatch,
  lostPause,
  pausedWork,
  promisedCallback,
  promisedResult,
  readDescriptor,
  thrownAtOnce,
];
