import type { Options } from '../parts/part.js';
import { examine, type Health } from './project-health.js';
import type { Project } from './read-projects.js';

const baselines = new Map<string, Health>();

/** Examined before anything was changed, once for all ways of mending. */
export async function examineOnce(project: Project, root: string, { say }: Options): Promise<Health> {
  const known = baselines.get(project.name);
  if (known) return known;
  say(`${project.name}: type check and tests before`);
  const health = await examine(root, project);
  baselines.set(project.name, health);
  return health;
}
