/**
 * The verbs, one line each; help text and dispatch read this list. A verb is loaded when it is asked for, so that
 * `check` never pays for what `heal` needs. Commands parse options, call and pick a reporter; they hold no logic.
 */
import type { Command } from 'commander';
import type { Session } from './session.js';

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
    name: 'explain',
    summary: 'tell everything about a rule',
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
    name: 'init',
    summary: 'write starter contracts and configuration',
    load: async () => (await import('./init.js')).initCommand,
  },
  { name: 'schema', summary: 'print a JSON schema', load: async () => (await import('./schema.js')).schemaCommand },
];
