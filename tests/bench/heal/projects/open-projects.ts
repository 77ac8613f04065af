import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Options } from '../parts/part.js';
import { start } from './project-health.js';
import { type Project, readProjects } from './read-projects.js';

export interface OpenProject {
  readonly project: Project;
  readonly root: string;
}

/** The projects that are asked for, there and at their commit, installed. */
export async function openProjects(
  { here, projects: folder, chosen, say }: Options,
  missing: string[],
): Promise<readonly OpenProject[]> {
  if (folder === null) {
    missing.push('no --projects <folder> was given');
    return [];
  }
  const open: OpenProject[] = [];
  const projects = readProjects(here, folder);
  missing.push(
    ...(chosen ?? [])
      .filter((each) => !projects.some(({ name }) => name === each))
      .map((name) => `${name}: not listed`),
  );
  for (const project of projects) {
    if (chosen?.includes(project.name) === false) continue;
    const root = path.join(folder, project.name);
    const why = (await whyUnusable(project, root)) ?? (await install(project, root, say));
    if (why === null) open.push({ project, root });
    else missing.push(why);
  }
  return open;
}

async function install({ name, install: argv }: Project, root: string, say: Options['say']): Promise<string | null> {
  if (existsSync(path.join(root, 'node_modules'))) return null;
  say(`${name}: installing`);
  const { status, output } = await start(root, argv);
  return status === 0 ? null : `${name}: not installed\n${output.slice(-1000)}`;
}

async function whyUnusable({ name, source, commit }: Project, root: string): Promise<string | null> {
  if (!existsSync(path.join(root, '.git'))) return `${name}: not cloned; git clone ${source} ${root}`;
  const head = (await start(root, ['git', 'rev-parse', 'HEAD'])).output.trim();
  if (head !== commit) return `${name}: is at ${head}; git -C ${root} checkout ${commit}`;
  const dirty = (await start(root, ['git', 'status', '--porcelain', '--untracked-files=no'])).output.trim();
  return dirty === '' ? null : `${name}: has local changes`;
}
