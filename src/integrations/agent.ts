import type { HookSettings } from './hook-settings.js';

/** What a payload tells. Paths are as the agent wrote them: absolute, or relative to the first of `folders`. */
export type AgentEvent =
  /** `files` were written, moved or deleted. */
  | {
      readonly kind: 'edit';
      readonly files: readonly string[];
      /** Where the agent works, most telling first. */
      readonly folders: readonly string[];
      /** The agent that really calls, where it runs the hooks of another one. */
      readonly caller?: string;
    }
  /** The agent is about to end its turn. `isRepeat`: it goes on because a hook said so, and may end now. */
  | {
      readonly kind: 'stop';
      readonly isRepeat: boolean;
      readonly folders: readonly string[];
      readonly caller?: string;
    }
  /** Understood, and nothing was written: a search, a read. */
  | { readonly kind: 'nothing' }
  /** Not understood. `reason` is one sentence without its full stop. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** How an agent is told something. Code 2 hands stderr to it, 1 shows it to the user and does not block. */
export interface HookAnswer {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** A coding agent: what its hooks tell us, how it is answered, and where it keeps its settings. */
export interface Agent {
  /** As written on the command line. */
  readonly name: string;
  /** As its makers write it. */
  readonly title: string;
  /** The environment variable that names the opened folder to a hook; null where there is none. */
  readonly folderVariable: string | null;
  /** Pure, and never throws: a payload is whatever somebody piped in. */
  read(payload: unknown): AgentEvent;
  /** @param feedback lines of plain text, with a newline at the end */
  answer(event: 'edit' | 'stop', feedback: string): HookAnswer;
  readonly settings: HookSettings;
  /** Payloads as the agent sends them, to prove an installed hook: `edit` after this file was written, `stop` at the end of a turn. */
  sample(event: 'edit' | 'stop', folder: string, file: string): unknown;
}

/** Exit code 2 with the text on stderr: what every agent understands. */
export function tellOnStderr(feedback: string): HookAnswer {
  return { code: 2, stdout: '', stderr: feedback };
}
