import { CHECK_REPORTERS, HEAL_REPORTERS } from '../../../src/reporters/index.js';

/** Every way to print what was found, so that a new one is held to the promises too. */
export const CHECK_FORMATS = Object.keys(CHECK_REPORTERS);
export const HEAL_FORMATS = Object.keys(HEAL_REPORTERS);
