/**
 * A violation and an instruction to edits, or to the name of the condition under which the edits would
 * not be right. Pure: text in, edits out. It reads no file and does not decide whether a fix is wanted;
 * what it cannot prove about a place it refuses.
 */
import { applyEdits, type Edit, type Fix } from '../model/edit.js';
import { isGenerated } from '../syntax/is-generated.js';
import { nameScopes } from '../syntax/name-scopes.js';
import { parseSyntax } from '../syntax/parse-syntax.js';
import { placeAt } from '../syntax/place-at.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { checkNames } from './check-names.js';
import { askConditions } from './conditions/index.js';
import type { Draft, FixTask } from './draft.js';
import type { FixAnswer, FixInstruction, FixSite, Match } from './fix-site.js';
import { fixText } from './fix-text.js';
import { locateMatch } from './locate-match.js';
import { type PlannedImport, planImport } from './plan-import.js';
import { isRefusal, type Refusal, refuse } from './refusal.js';
import { STRATEGIES } from './strategies/index.js';
import { findTrap } from './traps/index.js';
import { verifyEdits } from './verify-edits.js';

/** @returns a fix whose edits are sound at this site, or the condition that failed and why */
export function makeFix(site: FixSite, instruction: FixInstruction): FixAnswer {
  if (isGenerated(site.path, site.text)) {
    return refuse('generated-file', 'The file is generated; mend what generates it.');
  }
  const match = locateMatch(site, instruction);
  if (isRefusal(match)) return match;
  const tree = parseSyntax(site.path, site.text);
  const edits = tree ? fixSyntax(site, instruction, match, tree) : fixText(site, instruction, match);
  if (isRefusal(edits)) return edits;
  if (edits.length === 0 || applyEdits(site.text, edits) === site.text) {
    return refuse('no-change', 'What the fix would bring about is there already.');
  }
  const fix: Fix = { edits: inOrder(edits), applicability: instruction.safety };
  return { kind: 'fix', fix };
}

function fixSyntax(
  site: FixSite,
  instruction: FixInstruction,
  match: Match | null,
  tree: SyntaxTree,
): readonly Edit[] | Refusal {
  if (!tree.parsed)
    return refuse('file-parses', `The file does not parse: ${tree.errors[0]?.message ?? 'no reason given'}.`);
  if (tree.declarationOnly) return refuse('declaration-file', 'The file only declares what is elsewhere.');
  const task: FixTask = { site, instruction, tree, match };
  const misplaced = checkPlace(task);
  if (misplaced) return misplaced;
  const draft = STRATEGIES[instruction.strategy](task);
  if (isRefusal(draft)) return draft;
  const imports = instruction.importLine === null ? NO_IMPORT : planImport(tree, instruction.importLine);
  if (isRefusal(imports)) return imports;
  const edits = [...imports.edits, ...draft.edits];
  if (edits.length === 0) return edits;
  return checkDraft(task, draft, imports) ?? edits;
}

const NO_IMPORT: PlannedImport = { edits: [], names: [] };

/** Strings are let through where the instruction may be about the whole string; it is asked again there. */
function checkPlace({ tree, match, instruction }: FixTask): Refusal | null {
  if (!match || instruction.strategy === 'insert') return null;
  const place = placeAt(tree, match.range);
  const explicit =
    instruction.findReplace !== null || instruction.target.kind === 'value' || instruction.target.kind === 'group';
  if (place === 'code') return null;
  if (explicit && (place === 'string' || place === 'template-text' || place === 'jsx-attribute')) return null;
  return refuse('position-is-code', `The match stands in ${PLACE_NAMES[place]}, not in code.`);
}

const PLACE_NAMES = {
  comment: 'a comment',
  string: 'a string',
  'template-text': 'the text of a template',
  'jsx-text': 'JSX text',
  'jsx-attribute': 'the text of a JSX attribute',
  'regex-literal': 'a regex literal',
  type: 'a type',
  decorator: 'a decorator',
  directive: 'a directive',
  unparsed: 'text that does not parse',
} as const;

/** What every draft is asked, whatever made it: is it bounded, are its names right, does it mean the same. */
function checkDraft(task: FixTask, draft: Draft, imports: PlannedImport): Refusal | null {
  const judged = [...imports.edits, ...(draft.judgedAs ?? draft.edits)];
  const after = verifyEdits(task.tree, judged);
  if (isRefusal(after)) return after;
  return (
    checkNames(task.tree, after, judged) ??
    checkImportsUsed(after, imports.names) ??
    findTrap({ task, after, edits: judged }) ??
    askConditions(task)
  );
}

/** An import that nothing uses satisfies a pattern and nothing else. */
function checkImportsUsed(after: SyntaxTree, names: readonly string[]): Refusal | null {
  const unused = names.find(
    (name) => !nameScopes(after).references.some((each) => each.name === name && each.binding?.scope === after.program),
  );
  return unused === undefined
    ? null
    : refuse('unused-import', `Nothing in this file would use the imported "${unused}".`);
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
