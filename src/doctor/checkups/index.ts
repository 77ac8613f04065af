/** What `doctor` looks at, in this order, one line each. A checkup reads and tries; it writes nothing in the project. */
import type { Checkup } from '../checkup.js';
import { agentHooks } from './agent-hooks.js';
import { agentsFile } from './agents-file.js';
import { baseline } from './baseline.js';
import { commitHook } from './commit-hook.js';
import { configuration } from './configuration.js';
import { contracts } from './contracts.js';
import { localProgram } from './local-program.js';
import { nodeVersion } from './node-version.js';
import { parsers } from './parsers.js';
import { patternStore } from './pattern-store.js';
import { repository } from './repository.js';
import { runs } from './runs.js';
import { stateFolder } from './state-folder.js';

export const CHECKUPS: readonly Checkup[] = [
  nodeVersion,
  localProgram,
  repository,
  configuration,
  contracts,
  patternStore,
  baseline,
  stateFolder,
  runs,
  parsers,
  commitHook,
  agentHooks,
  agentsFile,
];
