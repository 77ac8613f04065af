import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A public project at a commit, cloned by hand into the folder given by `--projects`. */
export interface Project {
  readonly name: string;
  readonly source: string;
  readonly commit: string;
  /** Commands as argument arrays; `{out}` is where the test run writes its JSON. */
  readonly install: readonly string[];
  /** Absent where plain JavaScript has no types to check. */
  readonly types?: readonly string[];
  readonly tests: readonly string[];
  /** The contract beside the list that it is healed under; default `contract.yml`. */
  readonly contract?: string;
  /** What an owner's mistaken rule would change: every gate lets it pass, and the project's own tests do not. */
  readonly harm?: Harm;
}

export interface Harm {
  /** The only file the rule is for. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The list of this benchmark, or the one in the given folder if it has a `projects.json` of its own. */
export function readProjects(here: string, folder: string): readonly Project[] {
  const own = path.join(folder, 'projects.json');
  const file = existsSync(own) ? own : path.join(here, 'projects/projects.json');
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(list) || !list.every(isProject)) throw new Error(`${file} is not a list of projects`);
  return list;
}

function isProject(value: unknown): value is Project {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['name', 'source', 'commit'].every((key) => typeof Reflect.get(value, key) === 'string');
  const [harm, types, contract]: readonly unknown[] = ['harm', 'types', 'contract'].map((key) =>
    Reflect.get(value, key),
  );
  return (
    texts &&
    (harm === undefined || isHarm(harm)) &&
    (types === undefined || isCommand(types)) &&
    (contract === undefined || typeof contract === 'string') &&
    ['install', 'tests'].every((key) => isCommand(Reflect.get(value, key)))
  );
}

function isHarm(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['file', 'find', 'replace'].every((key) => typeof Reflect.get(value, key) === 'string');
}

function isCommand(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string');
}
