import type { Stack } from './detect-stack.js';

/** One file `init` looks after. */
export type InitStep =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'append'; readonly path: string; readonly before: string; readonly text: string }
  | { readonly kind: 'keep'; readonly path: string; readonly why: string };

export interface ProjectState {
  readonly stack: Stack;
  /** Contract files that are there already. */
  readonly contracts: readonly string[];
  /** Text of `.gitignore`; null where there is none. */
  readonly gitignore: string | null;
  readonly isInGit: boolean;
  exists(path: string): boolean;
}

/** Reads a file that ships with the package, by its path in `templates/`. */
export type ReadTemplate = (path: string) => string;

const IGNORED = ['.specflow/runs/', '.specflow/cache/'];
const CONFIG = {
  $schema: '../node_modules/specflow/dist/config-schema.json',
  heal_loop: { max_iterations: 3, auto_fix_enabled: true, min_confidence_for_auto_apply: 0.4, verify: [] },
  exclude: [],
};

/** What is missing of a working setup. What is there is never touched, so it is safe to run again. */
export function planInit(state: ProjectState, packs: readonly string[], read: ReadTemplate): readonly InitStep[] {
  return [
    createOrKeep(state, '.specflow/config.json', () => `${JSON.stringify(CONFIG, null, 2)}\n`),
    ...contractSteps(state, packs, read),
    createOrKeep(state, '.specflow/fix-patterns.json', () => read('fix-patterns.json')),
    ...ignoreSteps(state),
  ];
}

/** The starter packs that make sense for a stack, out of those that there are. */
export function packsFor(stack: Stack, all: readonly string[]): readonly string[] {
  return all.filter((pack) => pack !== 'accessibility' || stack.hasUserInterface);
}

/** Rule ids are unique over all contracts, so packs beside contracts that are there could only be in their way. */
function contractSteps(state: ProjectState, packs: readonly string[], read: ReadTemplate): readonly InitStep[] {
  if (state.contracts.length > 0) {
    return state.contracts.map((path) => ({ kind: 'keep', path, why: WITHOUT_STARTERS }));
  }
  return packs.map((pack) => createOrKeep(state, `contracts/${pack}.yml`, () => read(`contracts/${pack}.yml`)));
}

const WITHOUT_STARTERS = 'a contract of this project; starter contracts are only for projects without one';

function createOrKeep(state: ProjectState, path: string, text: () => string): InitStep {
  return state.exists(path)
    ? { kind: 'keep', path, why: 'it is there already' }
    : { kind: 'create', path, text: text() };
}

function ignoreSteps({ gitignore, isInGit }: ProjectState): readonly InitStep[] {
  const path = '.gitignore';
  if (gitignore === null) return isInGit ? [{ kind: 'create', path, text: `${IGNORED.join('\n')}\n` }] : [];
  const lines = new Set(gitignore.split(/\r?\n/).map((line) => line.trim()));
  const missing = IGNORED.filter((line) => !lines.has(line));
  if (missing.length === 0) return [{ kind: 'keep', path, why: 'it leaves out our runs already' }];
  const end = gitignore.includes('\r\n') ? '\r\n' : '\n';
  const gap = gitignore === '' || gitignore.endsWith('\n') ? '' : end;
  return [{ kind: 'append', path, before: gitignore, text: `${gitignore}${gap}${missing.join(end)}${end}` }];
}
