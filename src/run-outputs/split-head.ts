import { sanitize } from '../model/sanitize.js';
import type { MentionedPlace } from './mention.js';
import { placeIn } from './place-in.js';

/**
 * What follows the words "CONTRACT VIOLATION:": `<rule> - message`, `<rule> in file:line`, `<rule> / <rule>`, the rule
 * alone, or no rule but a message that ends in a file.
 * @param known ids of the contracts; one of them is taken whole, spaces included
 */
export function splitHead(
  written: string,
  known: readonly string[],
): { readonly ruleIds: readonly string[]; readonly place: MentionedPlace | null } {
  const ruleIds: string[] = [];
  let rest = written.replace(/["|]\s*$/, '').trim();
  for (;;) {
    const id = idAt(rest, known);
    if (id === null) break;
    ruleIds.push(id);
    const behind = rest.slice(id.length);
    const more = /^\s*[/,&]\s*/.exec(behind);
    if (!more) return { ruleIds, place: placeIn(/^ in (\S.*)$/.exec(behind)?.[1] ?? '', true) };
    rest = behind.slice(more[0].length);
  }
  if (ruleIds.length > 0) return { ruleIds, place: null };
  return { ruleIds, place: placeIn(/: (\S+)$/.exec(rest)?.[1] ?? '', false) };
}

/** A known id as a report prints it, else one word before the end, a dash, `in`, a slash or a colon. */
function idAt(text: string, known: readonly string[]): string | null {
  const longest = known
    .map((id) => sanitize(id))
    .filter((id) => text.startsWith(id) && /^(?:$|\s|[:,])/.test(text.slice(id.length)))
    .sort((a, b) => b.length - a.length)[0];
  return longest ?? /^[A-Za-z0-9][\w.-]*(?=$|\s+[-–—]\s|\s+in\s|\s*[/,&]\s|:\s)/.exec(text)?.[0] ?? null;
}
