// The same check under the tools that manage git hooks. Their configuration is the user's: a file of theirs is made
// where there is none, and otherwise the lines to add are shown, because YAML cannot be rewritten without loss.

import { join } from 'node:path';
import { shellQuoted } from '../model/shell-quoted.js';
import { readText } from '../platform/files/read-text.js';
import { createFile } from '../platform/files/write-file.js';
import type { WriteResult } from '../platform/files/write-result.js';
import { type HookPlace, type HookPlan, planGitHook, topOf } from './git-hooks.js';
import { STAGED_COMMAND } from './staged-command.js';

export const HOOK_MANAGERS = ['git', 'husky', 'lefthook', 'pre-commit'] as const;
export type HookManager = (typeof HOOK_MANAGERS)[number];

export type ManagedPlan =
  | HookPlan
  /** Somebody else's file: these lines belong into it. */
  | { readonly kind: 'print'; readonly file: string; readonly lines: string };

interface Configured {
  /** By the names the tool looks for, the usual one first. */
  readonly files: readonly string[];
  /** A whole configuration with nothing but our job, which also shows where the job goes. */
  text(folder: string): string;
  /** Whether a part of somebody's configuration is our job for the project in this folder. */
  isJob(part: string, folder: string): boolean;
}

const MAX_BYTES = 1024 * 1024;

const CONFIGURED: Readonly<Record<'lefthook' | 'pre-commit', Configured>> = {
  lefthook: {
    files: ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml', 'lefthook.toml', 'lefthook.json'],
    text: (folder) =>
      [
        'pre-commit:',
        '  jobs:',
        '    - name: specflow',
        ...(folder === '' ? [] : [`      root: ${quoted(`${folder}/`)}`]),
        `      run: ${STAGED_COMMAND}`,
        '',
      ].join('\n'),
    isJob(part, folder) {
      const roots = [...part.matchAll(/\broot["']?\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|([^\s,]+))/g)].map((found) =>
        (found[1] ?? found[2] ?? found[3] ?? '').replace(/^\.\//, '').replace(/\/$/, ''),
      );
      return RUNS_US.test(part) && (folder === '' ? roots.length === 0 : roots.includes(folder));
    },
  },
  'pre-commit': {
    files: ['.pre-commit-config.yaml', '.pre-commit-config.yml'],
    text: (folder) =>
      [
        'repos:',
        '  - repo: local',
        '    hooks:',
        '      - id: specflow',
        '        name: specflow',
        `        entry: ${folder === '' ? STAGED_COMMAND : quoted(`sh -c ${shellQuoted(`cd ${shellQuoted(folder)} && ${STAGED_COMMAND}`)}`)}`,
        '        language: system',
        '        pass_filenames: false',
        '        always_run: true',
        '        require_serial: true',
        '',
      ].join('\n'),
    isJob(part, folder) {
      if (!/^\s*-\s*id:\s*specflow\b/.test(part) && !RUNS_US.test(part)) return false;
      if (folder === '') return !/\bcd\s/.test(part);
      const ways = [folder, JSON.stringify(shellQuoted(shellQuoted(folder)).slice(1, -1)).slice(1, -1)];
      return ways.some((way) => entersOnly(part, way));
    },
  },
};

/** What setting up the hook would do. Nothing is written. */
export function planHook(manager: HookManager, place: HookPlace): ManagedPlan {
  const top = topOf(place);
  switch (manager) {
    case 'git':
      return planGitHook(place);
    case 'husky':
      return planGitHook({ ...place, hooksDirectory: join(top, '.husky', '_') });
    case 'lefthook':
    case 'pre-commit':
      return planConfigured(CONFIGURED[manager], top, place.rootBelowTop);
  }
}

/** Whether a command goes to this folder, in whatever quotes, and not to one whose name begins or ends like it. */
function entersOnly(command: string, folder: string): boolean {
  const [first = '', ...others] = command.split(folder);
  let before = first;
  return others.some((after) => {
    const isEntered = /\bcd\s+['"\\]*$/.test(before) && !/^(?:[\w./-]| (?!&&))/.test(after);
    before += folder + after;
    return isEntered;
  });
}

const RUNS_US = /specflow check --staged/;

/** The items of a list, or of Lefthook's `commands`, which are named; what is neither is one part. */
function partsOf(text: string): readonly string[] {
  const [, indent] = /^[ \t]*commands:[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*([ \t]+)[^\s#]/m.exec(text) ?? [];
  return text.split(indent === undefined ? /^(?=\s*-\s)/m : new RegExp(`^(?=${indent}[^\\s#])`, 'm'));
}

function planConfigured({ files, text, isJob }: Configured, top: string, folder: string): ManagedPlan {
  const lines = text(folder);
  for (const name of files) {
    const file = join(top, name);
    const read = readText(file, MAX_BYTES);
    if (read.kind === 'missing') continue;
    const isThere = read.kind === 'text' && partsOf(read.text).some((part) => isJob(part, folder));
    return isThere ? { kind: 'kept', file } : { kind: 'print', file, lines };
  }
  return { kind: 'create', file: join(top, files[0] ?? ''), text: lines };
}

/** Writes the configuration of a tool that had none. */
export function createConfiguration(plan: Extract<HookPlan, { kind: 'create' }>, place: HookPlace): WriteResult {
  const top = topOf(place);
  return createFile(top, plan.file.slice(top.length + 1), plan.text);
}

/** The command that lets git know of the tool, or null where git knows already. */
export function activation(manager: HookManager, place: HookPlace): string | null {
  switch (manager) {
    case 'git':
      return null;
    case 'husky':
      return place.hooksDirectory.startsWith(join(topOf(place), '.husky')) ? null : 'npx husky';
    case 'lefthook':
      return 'npx lefthook install';
    case 'pre-commit':
      return 'pre-commit install';
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
