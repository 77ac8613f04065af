import { isRefusal, type Refusal } from '../../model/refusal.js';
import type { Template } from '../../model/template.js';
import { expandTemplate, readTemplate, type TemplateValues } from './expand-template.js';

/** Where a replacement speaks of what `find` itself captured. */
const OWN_GROUP = /\$(?:([1-9]\d?)|<([^<>]+)>)/g;

/** What a found piece turns into, or why its placeholders have no value at this site. */
export type Replacement = (found: RegExpMatchArray) => string;

/**
 * A `replace` text read once for all that will be found: `$1` and `$<name>` are groups of `find`,
 * `${…}` the placeholders of templates, and everything else is literal.
 * @param regex the rule's regex, whose groups `${1}` and `${name}` speak of
 */
export function readReplacement(text: string, regex: RegExp, values: TemplateValues): Replacement | Refusal {
  const template: Template | Refusal = readTemplate(text, regex);
  if (isRefusal(template)) return template;
  // Own groups are looked for in literal parts only: what a placeholder stands for is never read again.
  const pieces: Replacement[] = [];
  for (const part of template) {
    if (part.kind === 'literal') {
      pieces.push((found) => expandOwnGroups(part.text, found));
      continue;
    }
    const expanded = expandTemplate([part], values);
    if (typeof expanded !== 'string') return expanded;
    pieces.push(() => expanded);
  }
  return (found) => pieces.map((piece) => piece(found)).join('');
}

function expandOwnGroups(text: string, found: RegExpMatchArray): string {
  return text.replace(OWN_GROUP, (written: string, index?: string, name?: string) => {
    if (name !== undefined) return found.groups && name in found.groups ? (found.groups[name] ?? '') : written;
    return Number(index) < found.length ? (found[Number(index)] ?? '') : written;
  });
}
