import type { Match } from '../../model/fix-site.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { groupsOf, parseTemplate, type Template, type TemplatePart } from '../../model/template.js';
import { camelCase, upperSnakeCase } from '../names/spell-name.js';

/** What the placeholders stand for at one site; `value` and `name` are null where there is none. */
export interface TemplateValues {
  readonly match: Match | null;
  readonly value: string | null;
  readonly name: string | null;
}

/** A template with its placeholders told apart by the groups of the regex that matched. */
export function readTemplate(text: string, regex: RegExp): Template | Refusal {
  const groups = groupsOf(regex);
  const read = parseTemplate(text, groups.names, groups.count);
  return 'template' in read
    ? read.template
    : refuse('placeholder-known', `The template has a placeholder \${${read.unknown}} that nothing defines.`);
}

/** The template's text at a site. Literal parts are taken as they are, `$&` and `\n` included. */
export function expandTemplate(template: Template, values: TemplateValues): string | Refusal {
  let text = '';
  for (const [index, part] of template.entries()) {
    const quote = part.kind === 'value' ? quoteAround(template, index) : null;
    const expanded = quote === null ? expandPart(part, values) : contentOf(values.value, quote);
    if (typeof expanded !== 'string') return expanded;
    text += expanded;
  }
  return text;
}

/** The quote that a template has on both sides of a placeholder, as in `t('${VALUE}')`; null where there is none. */
function quoteAround(template: Template, index: number): string | null {
  const [before, after] = [template[index - 1], template[index + 1]];
  if (before?.kind !== 'literal' || after?.kind !== 'literal') return null;
  const quote = before.text.slice(-1);
  return /^["'`]$/.test(quote) && after.text.startsWith(quote) ? quote : null;
}

/** What a string says, for a template that has quotes of its own. */
function contentOf(value: string | null, quote: string): string | Refusal {
  const content = /^(["'`])(?<content>[^\\\r\n]*)\1$/.exec(value ?? '')?.groups?.content;
  if (content === undefined || content.includes('${')) {
    return refuse(
      'placeholder-known',
      'There is no plain text here that could stand between the quotes of the template.',
    );
  }
  return content.replaceAll(quote, `\\${quote}`);
}

function expandPart(part: TemplatePart, values: TemplateValues): string | Refusal {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'match':
      return values.match?.text ?? refuse('placeholder-known', 'There is no match for ${MATCH} to stand for.');
    case 'value':
      return values.value ?? refuse('placeholder-known', 'There is no value here for ${VALUE} to stand for.');
    case 'name':
      return spell(values.name, part.spelling);
    case 'group':
      return groupText(values.match, part.group);
  }
}

function spell(name: string | null, spelling: 'as-written' | 'upper-snake' | 'camel'): string | Refusal {
  if (name === null)
    return refuse('name-known', 'The value belongs to nothing with a name that the template could use.');
  const spelt = spelling === 'as-written' ? name : spelling === 'camel' ? camelCase(name) : upperSnakeCase(name);
  return spelt ?? refuse('name-known', `"${name}" cannot be respelt as the template asks.`);
}

function groupText(match: Match | null, group: string): string | Refusal {
  const text = /^\d+$/.test(group) ? match?.groups[Number(group) - 1] : match?.namedGroups[group];
  return text ?? refuse('placeholder-known', `The group \${${group}} took no part in the match.`);
}

/** The template with names and values made up, to tell what kind of text it yields before a slot is known. */
export function probeTemplate(template: Template, match: Match): string {
  const parts = template.map((part) => {
    const expanded = expandPart(part, { match, value: 'value', name: 'name' });
    return typeof expanded === 'string' ? expanded : 'unknown';
  });
  return parts.join('');
}
