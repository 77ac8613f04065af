import type { Finding } from '../../model/finding.js';
import { usageError } from '../../model/problem.js';
import { nearestPath } from '../../model/suggest.js';

/** Which files a run judges. Required patterns may look further: they need their whole scope. */
export interface Focus {
  /** Null: all of them. */
  readonly files: ReadonlySet<string> | null;
  /** Whether something below this folder could be in focus. */
  readonly touches: (folder: string) => boolean;
  readonly findings: readonly Finding[];
  /** Findings for the asked paths of which no file has a rule. */
  unruled(hasRule: (file: string) => boolean): readonly Finding[];
}

export interface FocusRequest {
  /** Files or folders, root-relative. */
  readonly paths?: readonly string[] | undefined;
  readonly changed?: ReadonlySet<string> | undefined;
}

/**
 * @param listed the files rules may look at
 * @param exists whether there is such a file or folder, listed or not
 * @throws UsageError for a path that does not exist or leads out of the root
 */
export function focusOn(listed: readonly string[], request: FocusRequest, exists: (path: string) => boolean): Focus {
  const { paths, changed } = request;
  if (!paths && !changed) return { files: null, touches: () => true, findings: [], unruled: () => [] };
  const findings: Finding[] = [];
  const wanted = paths?.map(normalise) ?? [''];
  const chosen = new Set<string>();
  const found = new Map<string, readonly string[]>();
  for (const path of wanted) {
    const below = listed.filter((file) => isIn(file, path));
    for (const file of below) if (!changed || changed.has(file)) chosen.add(file);
    const isSure = path === '' || below.some((file) => file !== path);
    if (!isSure && !exists(path)) throw notFound(path, listed);
    if (!isSure && below.length === 0) findings.push(ignored(path));
    if (paths && below.length > 0) found.set(path, below);
  }
  const touches = (folder: string): boolean => wanted.some((path) => isIn(folder, path) || isIn(path, folder));
  const unruled = (hasRule: (file: string) => boolean): readonly Finding[] =>
    [...found].flatMap(([path, below]) => (below.some(hasRule) ? [] : [outOfScope(path)]));
  return { files: chosen, touches, findings, unruled };
}

/** `./src/` is `src`, `.` is the root, written as the empty path. */
function normalise(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (path.startsWith('/') || segments.includes('..')) {
    throw usageError('usage/path-outside', `${path} lies outside the project.`, 'Give paths inside it.');
  }
  return segments.join('/');
}

function isIn(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function notFound(path: string, listed: readonly string[]): Error {
  const near = nearestPath(path, listed);
  return usageError(
    'usage/path-not-found',
    `There is no file or folder called ${path}.`,
    near ? `Did you mean ${near}?` : 'Paths are read from the folder you are in.',
  );
}

function ignored(path: string): Finding {
  const why =
    'no rule looks at it: it is ignored by git, excluded, a contract, empty, or lies in a submodule or behind a link';
  return notLookedAt(path, why, 'Of a file, "specflow files --why <path>" says which of these it is.');
}

function outOfScope(path: string): Finding {
  return notLookedAt(path, 'it is in the scope of no rule');
}

function notLookedAt(path: string, why: string, help: string | null = null): Finding {
  const message = `${path === '' ? 'The project' : path} was asked for, but ${why}.`;
  return { code: 'path/ignored', ruleId: null, file: path === '' ? null : path, line: null, message, help };
}
