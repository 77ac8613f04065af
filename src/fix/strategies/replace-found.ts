import { type FindReplace, writtenRegex } from '../../model/auto-fix.js';
import type { Edit } from '../../model/edit.js';
import type { Match } from '../../model/fix-site.js';
import { rangesOverlap, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { asWhole } from '../checks/as-whole.js';
import type { Draft, FixTask } from '../draft.js';
import { dropTwin } from '../imports/drop-twin.js';
import { moveMeantName } from '../imports/meant-name.js';
import { layFound } from '../layout/lay-found.js';
import { type Found, foundAround, isEditable } from '../matching/found-around.js';
import { matchesOf } from '../matching/matches-of.js';
import { withWholeNames } from '../matching/with-whole-names.js';
import { behindIndent, withoutKept } from '../matching/without-kept.js';
import { takenStatements } from '../removal/taken-statements.js';
import { findValueSlot } from '../slots/value-slot.js';
import { readReplacement } from '../template/expand-replacement.js';
import { TORN_GROUP, tearsGroup } from '../text/tears-group.js';
import { closingTags } from './closing-tags.js';
import { remove } from './remove.js';

const NO_GROUPS = /(?:)/;

/** Rewrites every `find` in the smallest piece of syntax around the violation, or in the file when it is an absence. */
export function replaceFound(task: FixTask, { find, replace }: FindReplace): Draft | Refusal {
  const { tree, match } = task;
  const slot = match ? findValueSlot(tree, match.range) : null;
  const known = slot && !isRefusal(slot) ? slot : null;
  const replacement = readReplacement(replace, match?.regex ?? NO_GROUPS, {
    match,
    value: known ? textOf(tree, known.node) : null,
    name: known?.name ?? null,
  });
  if (typeof replacement !== 'function') return replacement;
  const taken = (region: TextRange, matches: readonly RegExpExecArray[], offset: number): readonly Found[] =>
    matches.flatMap((each) => {
      const start = offset + each.index;
      const range = { start, end: start + each[0].length };
      if (each[0] === '' || range.end <= region.start || range.end > region.end) return [];
      const written = withWholeNames(tree.text, { range, text: replacement(each) }, find);
      const edit = withoutKept(tree, behindIndent(tree, written, region));
      if (Math.max(range.start, edit.range.start) < region.start) return [];
      return [{ ...withoutGap(tree, edit), each }];
    });
  const within = (region: TextRange): readonly Found[] => taken(region, matchesOf(tree.text, find), 0);
  // `^` and `$` may be those of the piece of syntax.
  const alone = (region: TextRange): readonly Found[] =>
    isAnchored(find) ? taken(region, matchesOf(tree.text.slice(region.start, region.end), find), region.start) : [];
  const found = match ? foundAround(tree, match.range, within, alone) : within({ start: 0, end: tree.text.length });
  // What the violation itself holds is meant; the rest of its syntax only where nothing in it is.
  const own = match ? found.filter(({ range }) => rangesOverlap(range, match.range)) : [];
  const meant = (own.length > 0 ? own : found).filter(({ range }) => isEditable(tree, range, match));
  if (meant.some(({ each }) => tearsGroup(find, each))) return TORN_GROUP;
  const written = meant.map(({ range, text }) => layFound(tree, { range, text }));
  const moved = match ? moveMeantName(tree, match, written) : null;
  if (moved) return isRefusal(moved) ? moved : { edits: [moved] };
  const removed = match && removeStatement(task, match, written);
  if (removed && (isRefusal(removed) || written.every(({ text }) => text.trim() === ''))) return removed;
  const dropped = dropTwin(tree, written);
  if (dropped) return { edits: dropped };
  if (written.length > 0) {
    const edits = [...written, ...closingTags(tree, written)];
    return { edits, judgedAs: edits.map((edit) => asWhole(tree, edit)) };
  }
  return found.length > 0
    ? refuse(
        'position-is-code',
        'What is to be found stands only in comments, strings, types or inside other names, or reaches into one.',
      )
    : refuse('find-found-nothing', `${writtenRegex(find)} is found nowhere in the code that holds the violation.`);
}

function isAnchored({ source, multiline }: RegExp): boolean {
  return !multiline && /^\^|(?<!\\)\$$/.test(source);
}

/** Whoever puts nothing in the place of a whole statement removes it, with its line and under the same conditions. */
function removeStatement(task: FixTask, match: Match, written: readonly Edit[]): Draft | Refusal | null {
  const [statement, ...others] = written.flatMap((edit) => takenStatements(task.tree, edit));
  if (!statement) return null;
  if (others.length > 0 || written.length > 1) return SEVERAL;
  return remove({ ...task, match: { ...match, range: { start: statement.start, end: statement.end } } });
}

const SEVERAL = refuse('statement-removable', 'What is to be taken away spreads over more than one statement.');

/** A link of a chain that goes takes along the line end in front of it. */
function withoutGap(tree: SyntaxTree, edit: Edit): Edit {
  const { start, end } = edit.range;
  if (edit.text !== '' || !/^\??\./.test(tree.text.slice(start, end))) return edit;
  const gap = tree.text.slice(0, start).trimEnd().length;
  // Behind a comment, what follows the link would become a part of it.
  return tree.comments.some((comment) => comment.end === gap) ? edit : { range: { start: gap, end }, text: '' };
}
