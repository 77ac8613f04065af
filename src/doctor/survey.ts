import { loadConfig } from '../config/load-config.js';
import { type LoadedContracts, loadContracts } from '../contract/load-contracts.js';
import type { IsCode } from '../engine/check-source.js';
import { type Config, DEFAULT_CONFIG } from '../model/config.js';
import { type Problem, UsageError } from '../model/problem.js';
import { openGit } from '../platform/git/git.js';
import type { Answer, Checkup, Surroundings } from './checkup.js';

/** What one checkup found. */
export interface Diagnosis {
  readonly name: string;
  readonly answers: readonly Answer[];
}

/** Has every checkup look at a project. One that meets a mistake of the user elsewhere tells of that instead. */
export async function survey(
  checkups: readonly Checkup[],
  asked: Pick<Surroundings, 'root' | 'toolVersion' | 'nodeVersion' | 'today'> & { readonly isCode: IsCode },
): Promise<readonly Diagnosis[]> {
  const at = surroundings(asked);
  const diagnoses: Diagnosis[] = [];
  for (const checkup of checkups) {
    const answers = await attempt(async (): Promise<readonly Answer[]> => checkup.look(at));
    diagnoses.push({ name: checkup.name, answers: answers.value ?? answers.problems.map(failed) });
  }
  return diagnoses;
}

/** `value` is null where there are problems. */
interface Attempt<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work(), problems: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { value: null, problems: error.problems };
  }
}

function failed({ message, help }: Problem): Answer {
  return { state: 'fail', code: 2, message, remedy: help ?? 'Put that right, and run this again.' };
}

const NO_CONTRACTS: LoadedContracts = { contracts: [], problems: [], findings: [], files: [] };

function surroundings(
  asked: Omit<Surroundings, 'git' | 'gitProblem' | 'config' | 'configProblems' | 'loaded'>,
): Surroundings {
  const git = catching(() => openGit(asked.root));
  const config = catching((): Config => loadConfig(asked.root));
  return {
    ...asked,
    git: git.value,
    gitProblem: git.problems[0] ?? null,
    config: config.value ?? DEFAULT_CONFIG,
    configProblems: config.problems,
    // Without the configuration there is no telling where the contracts lie.
    loaded: config.value === null ? NO_CONTRACTS : loadContracts(asked.root, config.value.contracts),
  };
}

function catching<T>(work: () => T): Attempt<T> {
  try {
    return { value: work(), problems: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { value: null, problems: error.problems };
  }
}
