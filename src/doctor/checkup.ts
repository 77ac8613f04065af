import type { LoadedContracts } from '../contract/load-contracts.js';
import type { IsCode } from '../engine/check-source.js';
import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import type { Git } from '../platform/git/git.js';

/** A project as far as it could be opened. */
export interface Surroundings {
  readonly root: string;
  /** Of the program that runs, and of the Node it runs on, such as `20.19.0`. */
  readonly toolVersion: string;
  readonly nodeVersion: string;
  /** Null where there is no repository, or git refuses it. */
  readonly git: Git | null;
  /** What was wrong with the repository. */
  readonly gitProblem: Problem | null;
  /** What was wrong with the configuration. */
  readonly configProblems: readonly Problem[];
  readonly config: Config;
  readonly loaded: LoadedContracts;
  readonly today: string;
  readonly isCode: IsCode;
}

export type Answer =
  | { readonly state: 'ok'; readonly message: string }
  | { readonly state: 'warn'; readonly message: string; readonly remedy: string }
  /** `code`: what a run of specflow that stumbles over it exits with. */
  | { readonly state: 'fail'; readonly code: 1 | 2 | 3; readonly message: string; readonly remedy: string };

/** Looks at one thing that has to be in order. Writes nothing in the project. */
export interface Checkup {
  readonly name: string;
  look(at: Surroundings): Promise<readonly Answer[]> | readonly Answer[];
}

export function ok(message: string): readonly Answer[] {
  return [{ state: 'ok', message }];
}

/** For what is compared with the rules: where some of them are missing it would look stale. Null where all load. */
export function withoutRules({ configProblems, loaded }: Surroundings): readonly Answer[] | null {
  const isWhole = configProblems.length === 0 && loaded.problems.every(({ severity }) => severity === 'warning');
  if (isWhole) return null;
  return [
    { state: 'warn', message: 'Not looked at: not all contracts load.', remedy: 'Put the contracts right first.' },
  ];
}

/** Problems as answers; those that only warn stay warnings. */
export function answersOf(problems: readonly Problem[]): readonly Answer[] {
  return problems.map(({ severity, file, line, message, help }): Answer => {
    const place = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
    const told = { message: `${place}${message}`, remedy: help ?? 'Run specflow validate to see more.' };
    return severity === 'warning'
      ? { state: 'warn', ...told }
      : { state: 'fail', code: severity === 'invalid' ? 2 : 3, ...told };
  });
}
