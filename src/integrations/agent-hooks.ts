// Our hooks in the settings files of a coding agent: what is installed, and what installing or removing them would
// write. Where a file cannot be changed soundly it is left alone, and the answer says what to do by hand.
import { join } from 'node:path';
import { readSource } from '../platform/files/read-source.js';
import { createFile, replaceFile } from '../platform/files/write-file.js';
import type { WriteResult } from '../platform/files/write-result.js';
import { isExecutableFile } from '../platform/paths/is-executable.js';
import { removeOwnFile } from '../platform/state/own-files.js';
import type { Agent } from './agent.js';
import { addHooks, dropHooks, type InstalledHook, newSettings, readSettings } from './agent-settings.js';
import { LOCAL_PROGRAM } from './hook-settings.js';

export type SettingsPlan =
  /** There is no such file, and nothing to take out of it. */
  | { readonly kind: 'absent'; readonly file: string }
  /** Nothing to do. */
  | { readonly kind: 'kept'; readonly file: string }
  | { readonly kind: 'create'; readonly file: string; readonly text: string }
  | {
      readonly kind: 'change';
      readonly file: string;
      readonly before: string;
      readonly bom: boolean;
      readonly text: string;
    }
  /** Nothing but what a new file of ours begins with would be left in it. */
  | { readonly kind: 'remove'; readonly file: string; readonly before: string }
  /** `reason` is one clause; `help` says what to do by hand. */
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string; readonly help: string };

/** What stands in one settings file. */
export type SettingsState =
  | { readonly kind: 'none'; readonly file: string }
  | { readonly kind: 'read'; readonly file: string; readonly hooks: readonly InstalledHook[] }
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string };

export interface HookPlace {
  /** Absolute root of the project. */
  readonly root: string;
  /** The root below the top of its git work tree, empty where it is the top; null outside git. */
  readonly rootBelowTop: string | null;
}

const MAX_BYTES = 1024 * 1024;

/** @param file one of the agent's settings files */
export function planInstall(agent: Agent, file: string, place: HookPlace): SettingsPlan {
  const command = commandFor(agent, place);
  const read = readSource(join(place.root, file), MAX_BYTES);
  if (read.kind === 'gone') return { kind: 'create', file, text: newSettings(agent, command) };
  const refused = (reason: string): SettingsPlan => {
    return {
      kind: 'refused',
      file,
      reason,
      help: `Add this to it yourself:\n${newSettings(agent, command).trimEnd()}`,
    };
  };
  if (read.kind === 'skipped') return refused(read.detail);
  if (read.text.trim() === '') return changed(file, read, newSettings(agent, command));
  const settings = readSettings(read.text, agent);
  return settings.kind === 'refused'
    ? refused(settings.reason)
    : changed(file, read, addHooks(read.text, agent, command));
}

export function planUninstall(agent: Agent, file: string, root: string): SettingsPlan {
  const read = readSource(join(root, file), MAX_BYTES);
  if (read.kind === 'gone') return { kind: 'absent', file };
  const refused = (reason: string): SettingsPlan => {
    return { kind: 'refused', file, reason, help: `Take "specflow hook ${agent.name}" out of it yourself.` };
  };
  if (read.kind === 'skipped') return refused(read.detail);
  if (read.text.trim() === '') return { kind: 'kept', file };
  const settings = readSettings(read.text, agent);
  if (settings.kind === 'refused') return refused(settings.reason);
  const left = dropHooks(read.text, agent);
  const isBare = left !== read.text && holdsOnly(left, agent.settings.preamble);
  return isBare ? { kind: 'remove', file, before: read.text } : changed(file, read, left);
}

function holdsOnly(text: string, preamble: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(JSON.parse(text)) === JSON.stringify(preamble);
}

/** Carries out a plan to write; a file that changed since it was planned stays as it is. */
export function writeSettings(
  root: string,
  plan: Extract<SettingsPlan, { kind: 'create' | 'change' | 'remove' }>,
): WriteResult {
  switch (plan.kind) {
    case 'create':
      return createFile(root, plan.file, plan.text);
    case 'change':
      return replaceFile(root, plan.file, plan.before, plan.bom, plan.text);
    case 'remove': {
      const read = readSource(join(root, plan.file), MAX_BYTES);
      const isSame = read.kind === 'text' && read.text === plan.before;
      return isSame ? removeOwnFile(root, plan.file) : { kind: 'changed' };
    }
  }
}

/** Our hooks in each settings file of the agent. */
export function installedHooks(agent: Agent, root: string): readonly SettingsState[] {
  return filesOf(agent).map((file) => {
    const read = readSource(join(root, file), MAX_BYTES);
    if (read.kind === 'gone') return { kind: 'none', file };
    if (read.kind === 'skipped') return { kind: 'refused', file, reason: read.detail };
    if (read.text.trim() === '') return { kind: 'none', file };
    return { file, ...readSettings(read.text, agent) };
  });
}

function filesOf({ settings: { file, localFile } }: Agent): readonly string[] {
  return localFile === null ? [file] : [file, localFile];
}

/** The program of the project is started directly where it is there: `npx` takes longer than the check. */
function commandFor(agent: Agent, { root, rootBelowTop }: HookPlace): string {
  const isThere = process.platform !== 'win32' && isExecutableFile(join(root, LOCAL_PROGRAM));
  const program = isThere ? agent.settings.localProgram(rootBelowTop) : null;
  return `${program ?? 'npx --no-install specflow'} hook ${agent.name}`;
}

function changed(
  file: string,
  { text: before, bom }: { readonly text: string; readonly bom: boolean },
  text: string,
): SettingsPlan {
  return text === before ? { kind: 'kept', file } : { kind: 'change', file, before, bom, text };
}
