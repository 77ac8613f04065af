import type { Match } from '../../model/fix-site.js';
import type { Template, TemplatePart } from '../../model/template.js';
import { probeTemplate } from './expand-template.js';
import { isExpressionText } from './expression-text.js';

/** `-1` to `${1} ** 2` does not parse: the template with brackets around its groups of that kind, where they make an expression of it. */
export function bracketPrefixed(path: string, template: Template, match: Match): Template {
  if (!template.some((part) => part.kind === 'literal' && part.text.includes('**'))) return template;
  const isPrefixed = (part: TemplatePart): boolean =>
    part.kind === 'group' && /^(?:[-+~!]|(?:typeof|void|await)\b)/.test(probeTemplate([part], match));
  if (!template.some(isPrefixed) || isExpressionText(path, probeTemplate(template, match))) return template;
  const bracketed = template.flatMap((part): readonly TemplatePart[] =>
    isPrefixed(part) ? [OPEN, part, CLOSE] : [part],
  );
  return isExpressionText(path, probeTemplate(bracketed, match)) ? bracketed : template;
}

const OPEN: TemplatePart = { kind: 'literal', text: '(' };
const CLOSE: TemplatePart = { kind: 'literal', text: ')' };
