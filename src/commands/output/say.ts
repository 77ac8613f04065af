import { errLineWidth, lineWidth, type Terminal } from '../../platform/terminal.js';
import { wrapLines } from '../../reporters/text/wrap-text.js';

/** Sentences for a person at a terminal, broken where it ends. What is untrusted in them was sanitised. */
export function say(text: string, terminal: Terminal): void {
  terminal.out(wrapLines(text, lineWidth(terminal), HANGING));
}

/** The same beside a report. */
export function sayBeside(text: string, terminal: Terminal): void {
  terminal.err(wrapLines(text, errLineWidth(terminal), HANGING));
}

const HANGING = 2;
