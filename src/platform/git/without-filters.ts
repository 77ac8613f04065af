import { splitNul } from './git-output.js';
import { gitIn, type RunGit } from './run-git.js';

/**
 * Git that starts no filter program of the repository. Even plumbing starts one to compare a file on disk with the
 * index when both are of the same second. What a filter would have made of the file is then not known: it counts as
 * changed, which at worst is judged for nothing.
 */
export function withoutFilters(folder: string, environment: Record<string, string>, run: RunGit): RunGit {
  const answer = run(['config', '-z', '--name-only', '--get-regexp', '^filter\\.']);
  const keys = answer.kind === 'ok' ? splitNul(answer.stdout) : [];
  const names = new Set(keys.map((key) => key.slice('filter.'.length, key.lastIndexOf('.'))));
  const settings = [...names].flatMap((name) => [
    [`filter.${name}.clean`, ''],
    [`filter.${name}.process`, ''],
    [`filter.${name}.required`, 'false'],
  ]);
  if (settings.length === 0) return run;
  const first = Number(environment.GIT_CONFIG_COUNT ?? 0);
  const overrides = settings.flatMap(([key = '', value = ''], at) => [
    [`GIT_CONFIG_KEY_${first + at}`, key],
    [`GIT_CONFIG_VALUE_${first + at}`, value],
  ]);
  return gitIn(folder, {
    ...environment,
    ...Object.fromEntries(overrides),
    GIT_CONFIG_COUNT: String(first + settings.length),
  });
}
