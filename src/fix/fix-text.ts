import type { Edit } from '../model/edit.js';
import { contains, type TextRange } from '../model/position.js';
import { commentOpener } from '../syntax/comment-opener.js';
import { conditionsOf } from './conditions/index.js';
import { readReplacement } from './expand-replacement.js';
import { expandTemplate, readTemplate } from './expand-template.js';
import type { FixInstruction, FixSite, Match } from './fix-site.js';
import { rangeOfGroup } from './locate-match.js';
import { isRefusal, type Refusal, refuse } from './refusal.js';
import { asLines } from './strategies/insert.js';
import { lineAfter, startOfLine } from './text-lines.js';

const NO_GROUPS = /(?:)/;

/**
 * The edits in a language that syntax does not understand: only where the instruction names the slot
 * itself (a group of the pattern, find and replace, an anchor), and never one that needs a condition.
 */
export function fixText(site: FixSite, instruction: FixInstruction, match: Match | null): readonly Edit[] | Refusal {
  const condition = conditionsOf(site, instruction)[0];
  if (condition) return notUnderstood(`the condition "${condition.name}" cannot be asked`);
  if (instruction.importLine !== null) return notUnderstood('an import cannot be placed');
  if (match && standsInComment(site, match.range)) {
    return refuse('position-is-code', 'The match stands in a comment, not in code.');
  }
  if (instruction.findReplace) return replaceFoundText(site, instruction, match);
  if (instruction.strategy === 'insert') return insertText(site, instruction);
  if (instruction.strategy === 'replace' && instruction.target.kind === 'group' && match) {
    return replaceGroup(site.text, instruction, match, instruction.target.name);
  }
  return notUnderstood('what belongs to the match cannot be told');
}

/** Where a comment opens its line, or stands behind code without quotes, which could hold what only looks like one. */
function standsInComment({ path, text }: FixSite, { start }: TextRange): boolean {
  const before = text.slice(startOfLine(text, start), start);
  const at = before.search(commentOpener(path) ?? NEVER);
  return (
    at >= 0 &&
    !/["'`]/.test(before.slice(0, at)) &&
    (before.slice(0, at).trim() === '' || /\s$/.test(before.slice(0, at)))
  );
}

const NEVER = /(?!)/;

function notUnderstood(why: string): Refusal {
  return refuse('language-not-understood', `This language is not understood by syntax, so ${why}.`);
}

function replaceGroup(
  text: string,
  { template }: FixInstruction,
  match: Match,
  group: string,
): readonly Edit[] | Refusal {
  if (template === null) return refuse('instruction-executable', 'The instruction has no template.');
  const read = readTemplate(template, match.regex);
  if (isRefusal(read)) return read;
  const range = rangeOfGroup(text, match, group);
  if (!range) return refuse('placeholder-known', `The group ${group} took no part in the match.`);
  const expanded = expandTemplate(read, { match, value: text.slice(range.start, range.end), name: null });
  return typeof expanded === 'string' ? [{ range, text: expanded }] : expanded;
}

/** Within the lines of the violation, or in the whole file for an absence. */
function replaceFoundText(
  { text }: FixSite,
  { findReplace }: FixInstruction,
  match: Match | null,
): readonly Edit[] | Refusal {
  if (!findReplace) return [];
  const replacement = readReplacement(findReplace.replace, match?.regex ?? NO_GROUPS, {
    match,
    value: null,
    name: null,
  });
  if (typeof replacement !== 'function') return replacement;
  const lines: TextRange = match
    ? { start: startOfLine(text, match.range.start), end: lineAfter(text, match.range.end) }
    : { start: 0, end: text.length };
  const edits: Edit[] = [];
  for (const found of text.matchAll(findReplace.find)) {
    const range = { start: found.index, end: found.index + found[0].length };
    if (found[0] !== '' && contains(lines, range)) edits.push({ range, text: replacement(found) });
  }
  if (edits.length > 0) return edits;
  return refuse('find-found-nothing', `${String(findReplace.find)} is not found on the lines of the violation.`);
}

function insertText({ text }: FixSite, { text: inserted, anchor }: FixInstruction): readonly Edit[] | Refusal {
  if (inserted === null || inserted.trim() === '')
    return refuse('instruction-executable', 'There is no text to insert.');
  const offset = anchorOffset(text, anchor);
  if (typeof offset !== 'number') return offset;
  return [{ range: { start: offset, end: offset }, text: asLines(text, inserted, { offset, indent: '' }) }];
}

function anchorOffset(text: string, anchor: FixInstruction['anchor']): number | Refusal {
  switch (anchor?.kind) {
    case 'top':
      return text.startsWith('#!') ? lineAfter(text, 0) : 0;
    case 'end':
      return text.length;
    case 'before':
    case 'after': {
      const regex = anchor.regex;
      const found = [...text.matchAll(regex.global ? regex : new RegExp(regex.source, `${regex.flags}g`))];
      const [only, ...others] = found;
      if (!only || others.length > 0) {
        return refuse('anchor-unique', `The anchor ${String(regex)} is found ${only ? 'several times' : 'nowhere'}.`);
      }
      const end = only.index + Math.max(only[0].trimEnd().length, 1);
      return anchor.kind === 'before' ? startOfLine(text, only.index) : lineAfter(text, end - 1);
    }
    default:
      return notUnderstood('the end of its imports is not known');
  }
}
