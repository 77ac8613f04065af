import { codeSpan } from '../model/code-span.js';
import type { Rule } from '../model/contract.js';
import { groupBy } from '../model/group-by.js';
import { sanitize } from '../model/sanitize.js';
import { type RuleStyle, ruleText } from './rule-text.js';

// The block that Specflow keeps in AGENTS.md or CLAUDE.md. Nothing outside its two markers is ever changed.

const START = '<!-- specflow:start -->';
const END = '<!-- specflow:end -->';
const MARKER = /^[ \t]*<!-- specflow:(start|end) -->[ \t]*\r?$/gm;

export type BlockPlan =
  /** The file as it should be; `isStale` tells whether that differs from what it is. */
  | { readonly kind: 'text'; readonly text: string; readonly isStale: boolean }
  /** The markers are no pair, so there is no telling what is ours. `reason` is one clause. */
  | { readonly kind: 'refused'; readonly reason: string };

/** @param text the file as it is; null where there is none */
export function planBlock(text: string | null, rules: readonly Rule[]): BlockPlan {
  const block = blockOf(rules);
  if (text === null) return { kind: 'text', text: `${block}\n`, isStale: true };
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const fresh = block.replaceAll('\n', eol);
  const markers = [...text.matchAll(MARKER)];
  if (markers.length === 0) {
    const gap = text.trim() === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
    return { kind: 'text', text: `${text}${gap}${fresh}${eol}`, isStale: true };
  }
  const [start, end] = markers;
  if (markers.length !== 2 || !start || !end || start[1] !== 'start' || end[1] !== 'end') {
    return { kind: 'refused', reason: `its lines ${START} and ${END} are not one pair` };
  }
  const next = text.slice(0, start.index) + fresh + text.slice(end.index + end[0].trimEnd().length);
  return { kind: 'text', text: next, isStale: next !== text };
}

/** Rules of one scope stand together: a reader looks for the file at hand. */
function blockOf(rules: readonly Rule[]): string {
  const scopes = groupBy(rules, ({ scope }) => scope.globs.map(code).join(' '));
  return [
    START,
    '## Code contracts',
    '',
    'Specflow enforces the rules below, and a change that breaks one is not merged. This block is written by',
    '`npx specflow export agents-md`; do not edit it.',
    '',
    '- Before an edit: `npx specflow guard <files>` tells the rules and proven fixes that apply.',
    '- After an edit: `npx specflow check <files>`. `npx specflow heal <files>` mends what is safe to mend.',
    '- More about a rule, its patterns too: `npx specflow explain <RULE>`.',
    '- Mend the code. Never satisfy a rule by changing contracts, `.specflow/` or tests, or by suppressing it.',
    ...[...scopes].flatMap(([scope, of]) => ['', `### ${scope}`, '', ...of.map(ruleLine)]),
    END,
  ].join('\n');
}

function ruleLine(rule: Rule): string {
  const soft = rule.severity === 'warning' ? ' (warning)' : '';
  return `- **${plain(rule.id)}**${soft} ${ruleText(rule, MARKDOWN)}`;
}

/** Text of a contract can neither end the block nor start markup of its own. */
function plain(text: string): string {
  return sanitize(text).replaceAll('<', '&lt;');
}

/** A glob or host as it is. Readers that drop comments without knowing code spans must find none. */
function code(text: string): string {
  return codeSpan(text.replaceAll('<!--', '<\\!--'));
}

const MARKDOWN: RuleStyle = { prose: plain, code };
