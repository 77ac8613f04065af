// The pre-commit hook: says what installing it would do, and does it. It puts a marked block in front of a hook that
// is there and never changes anything else of it; where that would not be sound, it refuses and says what to do.

import { basename, dirname, join, relative, sep } from 'node:path';
import { shellQuoted } from '../model/shell-quoted.js';
import { readText } from '../platform/files/read-text.js';
import { createFile, replaceFile } from '../platform/files/write-file.js';
import type { WriteResult } from '../platform/files/write-result.js';
import { isExecutableFile } from '../platform/paths/is-executable.js';
import { STAGED_COMMAND } from './staged-command.js';

export type HookPlan =
  /** The block of this project is there already. */
  | { readonly kind: 'kept'; readonly file: string }
  | { readonly kind: 'create'; readonly file: string; readonly text: string }
  /** Our block goes in front of what is there. */
  | { readonly kind: 'extend'; readonly file: string; readonly before: string; readonly text: string }
  /** `reason` is one clause; `help` says what to do by hand. */
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string; readonly help: string };

export interface HookPlace {
  /** Absolute, as git names it for this work tree. */
  readonly hooksDirectory: string;
  /** Absolute root of the project. */
  readonly root: string;
  /** The root below the top of the work tree; empty where it is the top. */
  readonly rootBelowTop: string;
}

const START = '# >>> specflow >>>';
const END = '# <<< specflow <<<';
const MAX_BYTES = 1024 * 1024;
const BY_HAND = `Add "${STAGED_COMMAND} || exit $?" to it yourself.`;

/** Hooks that another tool writes afresh, by a word they hold. */
const MANAGED: readonly (readonly [RegExp, string, string])[] = [
  [/lefthook/i, 'lefthook writes it', `Add "${STAGED_COMMAND}" to the pre-commit jobs of lefthook.yml.`],
  [
    /pre-commit\.com/i,
    'the pre-commit framework writes it',
    `Add "${STAGED_COMMAND}" as a local hook of .pre-commit-config.yaml.`,
  ],
];

/** What installing the hook would do. Nothing is written. */
export function planGitHook(place: HookPlace): HookPlan {
  const folder = userHooksFolder(place.hooksDirectory);
  const file = join(folder, 'pre-commit');
  const refused = (reason: string, help: string): HookPlan => ({ kind: 'refused', file, reason, help });
  if (!belongsToRepository(folder, place)) {
    return refused('core.hooksPath names a folder outside this repository, which others may use too', BY_HAND);
  }
  const block = blockFor(place.rootBelowTop);
  const read = readText(file, MAX_BYTES);
  if (read.kind === 'missing') return { kind: 'create', file, text: `#!/bin/sh\n${block}` };
  if (read.kind !== 'text') return refused(read.detail, BY_HAND);
  if (ownBlock(read.text, place.rootBelowTop) !== null) return { kind: 'kept', file };
  const managed = MANAGED.find(([mark]) => mark.test(read.text));
  if (managed) return refused(managed[1], managed[2]);
  if (!isHusky(folder) && !isExecutableFile(file)) {
    return refused('it is not executable, so git ignores it', 'Make it executable or delete it, then run this again.');
  }
  const text = inFront(read.text, block, isHusky(folder));
  return text === null
    ? refused('it is not a POSIX shell script', BY_HAND)
    : { kind: 'extend', file, before: read.text, text };
}

/** What stands in the pre-commit hook of a repository. */
export type GitHookState =
  | { readonly kind: 'none'; readonly file: string }
  /** A hook that is not ours, or that holds no block of this project. */
  | { readonly kind: 'other'; readonly file: string; readonly text: string }
  /** `isAsWritten`: the block is what installing it now would write, and git will run it. */
  | { readonly kind: 'ours'; readonly file: string; readonly block: string; readonly isAsWritten: boolean };

export function installedGitHook({ hooksDirectory, rootBelowTop }: HookPlace): GitHookState {
  const folder = userHooksFolder(hooksDirectory);
  const file = join(folder, 'pre-commit');
  const read = readText(file, MAX_BYTES);
  if (read.kind !== 'text') return { kind: 'none', file };
  const block = ownBlock(read.text, rootBelowTop);
  if (block === null) return { kind: 'other', file, text: read.text };
  const runs = isHusky(folder) || isExecutableFile(file);
  return { kind: 'ours', file, block, isAsWritten: runs && block === blockFor(rootBelowTop) };
}

/** Carries out a plan to write; a hook that changed since it was planned stays as it is. */
export function installGitHook(plan: Extract<HookPlan, { kind: 'create' | 'extend' }>): WriteResult {
  // Named from one folder up: a fresh repository may have no hooks folder yet.
  const folder = dirname(plan.file);
  const path = `${basename(folder)}/${basename(plan.file)}`;
  return plan.kind === 'create'
    ? createFile(dirname(folder), path, plan.text, 0o755)
    : replaceFile(dirname(folder), path, plan.before, false, plan.text);
}

/** Husky points git at a generated folder, `.husky/_`; what people write lies one up. */
function userHooksFolder(hooksDirectory: string): string {
  return basename(hooksDirectory) === '_' ? dirname(hooksDirectory) : hooksDirectory;
}

function isHusky(folder: string): boolean {
  return basename(folder) === '.husky';
}

/** The top of the work tree. */
export function topOf({ root, rootBelowTop }: HookPlace): string {
  return rootBelowTop === '' ? root : join(root, ...rootBelowTop.split('/').map(() => '..'));
}

function belongsToRepository(folder: string, place: HookPlace): boolean {
  const way = relative(topOf(place), folder);
  // The hooks of a linked work tree or a submodule lie in the git folder of another one.
  return !way.startsWith('..') || folder.split(sep).some((segment) => segment.endsWith('.git'));
}

/**
 * Any code but 0 stops the commit: a check that could not look has not passed. The local program is started
 * directly where it is there, because `npx` takes longer than the check. Git starts hooks at the top of the work tree.
 */
function blockFor(rootBelowTop: string): string {
  const enter = entering(rootBelowTop);
  return [
    START,
    '# Judges what is staged, never the working tree. To skip it once: git commit --no-verify',
    '(',
    ...enter,
    '  if [ -x node_modules/.bin/specflow ]; then',
    '    node_modules/.bin/specflow check --staged',
    '  elif npx --no-install specflow --version > /dev/null 2>&1; then',
    `    ${STAGED_COMMAND}`,
    '  else',
    '    echo "specflow is not installed here, so nothing was checked. Run: npm install --save-dev specflow" >&2',
    '    exit 1',
    '  fi',
    ') || exit $?',
    END,
    '',
  ].join('\n');
}

function entering(rootBelowTop: string): readonly string[] {
  return rootBelowTop === '' ? [] : [`  cd ${shellQuoted(rootBelowTop)} || exit 1`];
}

/** A repository may hold several projects, each with a block of its own: they differ by the folder they enter. */
function ownBlock(hook: string, rootBelowTop: string): string | null {
  const blocks = hook
    .split(START)
    .slice(1)
    .flatMap((rest) => {
      const end = rest.indexOf(END);
      return end < 0 ? [] : [`${START}${rest.slice(0, end + END.length)}\n`];
    });
  const [enter] = entering(rootBelowTop);
  const isOwn = (lines: readonly string[]): boolean =>
    enter === undefined ? !lines.some((line) => /^ *cd /.test(line)) : lines.includes(enter);
  return blocks.find((block) => isOwn(block.split('\n'))) ?? null;
}

/** In front, so that neither an early `exit 0` nor an `exec` of what is there skips the check. */
function inFront(hook: string, block: string, maySkipShebang: boolean): string | null {
  if (hook.includes('\r')) return null;
  if (!hook.startsWith('#!')) return maySkipShebang ? block + hook : null;
  const [firstLine = '', ...rest] = hook.split('\n');
  if (!/^#!\s*(?:\S*\/)?(?:env\s+)?(?:\S*\/)?(?:sh|bash|dash|zsh|ksh)(?:\s|$)/.test(firstLine)) return null;
  return `${firstLine}\n${block}${rest.join('\n')}`;
}
