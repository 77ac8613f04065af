import { casesPart } from './cases.js';
import { mutationsPart } from './mutations.js';
import type { Part } from './part.js';
import { programsPart } from './programs.js';
import { projectsPart } from './projects.js';
import { rivalsPart } from './rivals.js';
import { speedPart } from './speed.js';
import { verifiedPart } from './verified.js';

/** Every part, in the order they run; a new one is one file and one line. */
export const PARTS: readonly Part[] = [
  casesPart,
  mutationsPart,
  programsPart,
  speedPart,
  projectsPart,
  verifiedPart,
  rivalsPart,
];
