// The only place that writes to stdout and stderr. It decides nothing about what is said.
import type { Writable } from 'node:stream';
import { errorCode } from './error-code.js';

export interface Terminal {
  /** Data. The text is written as it is: what is untrusted in it was sanitised by the reporter. */
  out(text: string): void;
  /** Everything else: progress, problems of usage, notes. */
  err(text: string): void;
  /** Width to lay out for. */
  readonly columns: number;
  /** Whether `out` may be coloured. */
  readonly color: boolean;
  /** Whether `err` may be coloured; the two may go to different places. */
  readonly errColor: boolean;
  /** Whether a person reads `out` as it comes. */
  readonly isTTY: boolean;
  /** Whether a person reads `err` as it comes. */
  readonly isErrTTY: boolean;
}

/** Width for what a pipe or a log would search line by line: rows of a table, one problem. Nothing is broken there. */
export function lineWidth({ isTTY, columns }: Pick<Terminal, 'isTTY' | 'columns'>): number {
  return isTTY ? columns : Number.POSITIVE_INFINITY;
}

/** The same for `err`. */
export function errLineWidth({ isErrTTY, columns }: Pick<Terminal, 'isErrTTY' | 'columns'>): number {
  return isErrTTY ? columns : Number.POSITIVE_INFINITY;
}

/** A stream of the process, or a stand-in for it. */
export type TerminalStream = Writable & { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };

const DEFAULT_COLUMNS = 80;

/**
 * Nothing here ends the process or waits: set `process.exitCode`, and Node leaves when all is written.
 * A reader that goes away (`| head`) is no error; what comes after is dropped.
 * @param streams asked for only when needed: opening those of the process takes time
 */
export function openTerminal(
  streams: { readonly stdout: TerminalStream; readonly stderr: TerminalStream },
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  return {
    out: writerTo(() => streams.stdout),
    err: writerTo(() => streams.stderr),
    get columns() {
      return columnsOf(streams.stdout, env);
    },
    get color() {
      return hasColor(streams.stdout, env);
    },
    get errColor() {
      return hasColor(streams.stderr, env);
    },
    get isTTY() {
      return streams.stdout.isTTY === true;
    },
    get isErrTTY() {
      return streams.stderr.isTTY === true;
    },
  };
}

function writerTo(open: () => TerminalStream): (text: string) => void {
  let stream: TerminalStream | null = null;
  let isGone = false;
  return (text) => {
    if (text === '') return;
    if (stream === null) {
      stream = open();
      stream.on('error', (error) => {
        if (errorCode(error) !== 'EPIPE') throw error;
        isGone = true;
      });
    }
    if (!isGone) stream.write(text);
  };
}

function columnsOf(stream: TerminalStream, env: Readonly<Record<string, string | undefined>>): number {
  const written = Number(env.COLUMNS);
  const columns = stream.columns ?? (Number.isInteger(written) ? written : 0);
  return columns > 0 ? columns : DEFAULT_COLUMNS;
}

/** FORCE_COLOR (unless `0` or `false`) beats NO_COLOR (unless empty), which beats the terminal's own ability. */
function hasColor(stream: TerminalStream, env: Readonly<Record<string, string | undefined>>): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
}
