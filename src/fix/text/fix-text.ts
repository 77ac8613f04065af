import type { Edit } from '../../model/edit.js';
import type { FixInstruction, FixSite, Match } from '../../model/fix-site.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { conditionsOf } from '../conditions/index.js';
import { rangeOfGroup } from '../matching/locate-match.js';
import { expandTemplate, readTemplate } from '../template/expand-template.js';
import { insertText } from './insert-text.js';
import { notUnderstood } from './not-understood.js';
import { placeInScript } from './place-in-script.js';
import { replaceFoundText } from './replace-found-text.js';
import { standsInComment } from './stands-in-comment.js';

/**
 * The edits in a language that syntax does not understand: only where the instruction names the slot
 * itself (a group of the pattern, find and replace, an anchor), and never one that needs a condition.
 */
export function fixText(site: FixSite, instruction: FixInstruction, match: Match | null): readonly Edit[] | Refusal {
  const condition = conditionsOf(site, instruction)[0];
  if (condition) return notUnderstood(`the condition "${condition.name}" cannot be asked`);
  if (instruction.importLine !== null) return notUnderstood('an import cannot be placed');
  const misplaced = match && checkPlace(site, instruction, match);
  if (misplaced) return misplaced;
  if (instruction.findReplace) return replaceFoundText(site, instruction.findReplace, match);
  if (instruction.strategy === 'insert') return insertText(site, instruction);
  const group = groupOf(instruction, match);
  if (instruction.strategy === 'replace' && group !== null && match) {
    return replaceGroup(site.text, instruction, match, group);
  }
  return notUnderstood('what belongs to the match cannot be told');
}

/** The group that is replaced; a pattern that calls one `value` says itself what the value is. */
function groupOf({ target }: FixInstruction, match: Match | null): string | null {
  if (target.kind === 'group') return target.name;
  return target.kind === 'value' && match?.regex.source.includes('(?<value>') ? 'value' : null;
}

/** A group is a slot that the instruction names itself, and may be one of a string. */
function checkPlace(site: FixSite, { findReplace }: FixInstruction, match: Match): Refusal | null {
  const place = placeInScript(site.path, site.text, match);
  if (place === 'comment' || standsInComment(site, match.range)) {
    return refuse('position-is-code', 'The match stands in a comment, not in code.');
  }
  return findReplace && (place === 'string' || place === 'template-text' || place === 'regex-literal')
    ? refuse('position-is-code', 'The match stands in a string or a regex literal of a script, not in code.')
    : null;
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
