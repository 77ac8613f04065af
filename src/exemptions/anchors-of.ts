import { hash } from 'node:crypto';
import { oneLine } from '../model/one-line.js';
import type { Place, Violation } from '../model/violation.js';
import { wellFormed } from '../model/well-formed.js';

/** How much of a line counts on either side of a match: lines of minified files have no end. */
const REACH = 120;

/** Something of its own: a brace, an operator or the marks of a comment alone look alike everywhere. */
const TELLING = /[\p{L}\p{N}_$]/u;

/**
 * What a violation is recognised by, besides its rule and file; 16 hex digits each. Its line number is no part of it.
 *
 * A line that says more than the match (`element.innerHTML = bio` for `.innerHTML =`) is known by its text wherever
 * it moves, and another one with the same match is new. A line that is nothing but the match (`debugger;`) looks
 * like every other, so it has two anchors: the telling line above and the one below. One of them is enough, so that
 * an edit on one side leaves it known and the same line somewhere else is new.
 */
export function anchorsOf({ place, rule, checkIndex }: Violation): readonly string[] {
  if (place === null) return [anchor('absent', demandOf(rule.checks[checkIndex]))];
  const match = oneLine(place.match);
  const start = place.column - 1;
  const before = place.lineText.slice(Math.max(0, start - REACH), start);
  const after =
    place.line === place.endLine ? place.lineText.slice(place.endColumn - 1, place.endColumn - 1 + REACH) : '';
  if (TELLING.test(before + after)) return [anchor('line', match, oneLine(before), oneLine(after))];
  const { above, below } = neighboursOf(place);
  return [anchor('below', match, above), anchor('above', match, below)];
}

/** The nearest telling line on either side, as far as the context of the place shows; empty where there is none. */
function neighboursOf({ line, context }: Place): { readonly above: string; readonly below: string } {
  const at = line - context.firstLine;
  const tells = (text: string): boolean => TELLING.test(text);
  return {
    above: oneLine((context.lines.slice(0, at).findLast(tells) ?? '').slice(0, REACH)),
    below: oneLine((context.lines.slice(at + 1).find(tells) ?? '').slice(0, REACH)),
  };
}

function demandOf(check: Violation['rule']['checks'][number] | undefined): string {
  return check?.kind === 'required-pattern' ? check.pattern.written : (check?.kind ?? '');
}

function anchor(...parts: readonly string[]): string {
  return hash('sha256', wellFormed(parts.join('\0'))).slice(0, 16);
}
