/**
 * The verbs, one line each; help text and dispatch read this list. A verb is loaded when it is asked for, so that
 * `check` never pays for what `heal` needs. Commands parse options, call and pick a reporter; they hold no logic.
 */
import type { Command } from 'commander';
import type { Session } from './workspace/session.js';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<(session: Session) => Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  { name: 'check', summary: 'find violations', load: async () => (await import('./check.js')).checkCommand },
  {
    name: 'heal',
    summary: 'mend what is safe, escalate the rest',
    load: async () => (await import('./heal.js')).healCommand,
  },
  {
    name: 'patterns',
    summary: 'show and decide about fix patterns',
    load: async () => (await import('./patterns.js')).patternsCommand,
  },
  {
    name: 'review',
    summary: 'go through what waits for you, on a local page with --web',
    load: async () => (await import('./review.js')).reviewCommand,
  },
  {
    name: 'findings',
    summary: 'show what an owner has to decide, and decide it',
    load: async () => (await import('./findings.js')).findingsCommand,
  },
  {
    name: 'explain',
    summary: 'list the rules, or tell everything about one',
    load: async () => (await import('./explain.js')).explainCommand,
  },
  {
    name: 'test',
    summary: 'prove rules against their own examples',
    load: async () => (await import('./test.js')).testCommand,
  },
  {
    name: 'validate',
    summary: 'load contracts, configuration and store, and say what is wrong',
    load: async () => (await import('./validate.js')).validateCommand,
  },
  {
    name: 'baseline',
    summary: 'record known violations, so that only new ones count',
    load: async () => (await import('./baseline.js')).baselineCommand,
  },
  {
    name: 'report',
    summary: 'merge what the shards of a check wrote down',
    load: async () => (await import('./report.js')).reportCommand,
  },
  {
    name: 'files',
    summary: 'list the files that are judged, and why one is or is not',
    load: async () => (await import('./files.js')).filesCommand,
  },
  {
    name: 'config',
    summary: 'show the settings in force and where they come from',
    load: async () => (await import('./config.js')).configCommand,
  },
  {
    name: 'init',
    summary: 'write starter contracts and configuration',
    load: async () => (await import('./init.js')).initCommand,
  },
  {
    name: 'hook',
    summary: 'answer a hook of a coding agent',
    load: async () => (await import('./hook.js')).hookCommand,
  },
  {
    name: 'hooks',
    summary: 'install, prove and remove hooks of coding agents',
    load: async () => (await import('./hooks.js')).hooksCommand,
  },
  {
    name: 'guard',
    summary: 'tell the rules for files about to be edited',
    load: async () => (await import('./guard.js')).guardCommand,
  },
  {
    name: 'export',
    summary: 'write the rules into AGENTS.md or CLAUDE.md',
    load: async () => (await import('./export.js')).exportCommand,
  },
  { name: 'schema', summary: 'print a JSON schema', load: async () => (await import('./schema.js')).schemaCommand },
  {
    name: 'doctor',
    summary: 'look whether all specflow needs is in order',
    load: async () => (await import('./doctor.js')).doctorCommand,
  },
  {
    name: 'completions',
    summary: 'print completions for bash, zsh or fish',
    load: async () => (await import('./completions.js')).completionsCommand,
  },
];
