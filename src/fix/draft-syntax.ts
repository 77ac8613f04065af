import type { Edit } from '../model/edit.js';
import type { FixInstruction, Match } from '../model/fix-site.js';
import type { TextRange } from '../model/position.js';
import { isRefusal, type Refusal, refuse } from '../model/refusal.js';
import { isInSpeltType } from '../semantics/types/type-spelling.js';
import { isReference } from '../syntax/is-reference.js';
import { placeAt } from '../syntax/place-at.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { checkSuppressed } from './checks/check-suppressed.js';
import type { Draft, FixTask } from './draft.js';
import { checkInstalled } from './imports/check-installed.js';
import { clearImports } from './imports/clear-imports.js';
import { fixImportLine } from './imports/fix-import-line.js';
import { isImportUsed } from './imports/is-import-used.js';
import { planImport } from './imports/plan-import.js';
import type { PlannedImport } from './imports/planned-import.js';
import { renameImport } from './imports/rename-import.js';
import type { Beside } from './layout/insertion-point.js';
import { beginsString } from './matching/begins-string.js';
import { valueOwner } from './slots/value-owner.js';
import { STRATEGIES } from './strategies/index.js';
import { readTemplate } from './template/expand-template.js';

export interface SyntaxDraft {
  readonly task: FixTask;
  readonly edits: readonly Edit[];
  readonly imports: PlannedImport;
  /** The edits as whole replaced nodes, imports included: see `Draft.judgedAs`. */
  readonly judged: readonly Edit[];
  /** See `Draft.beside`. */
  readonly beside: Beside | null;
}

/** The edits of a strategy and the imports that come and go with them; whether they are right is asked by `checkDraft`. */
export function draftSyntax(task: FixTask): SyntaxDraft | Refusal {
  const { tree, instruction } = task;
  if (!tree.parsed)
    return refuse('file-parses', `The file does not parse: ${tree.errors[0]?.message ?? 'no reason given'}.`);
  if (tree.declarationOnly) return refuse('declaration-file', 'The file only declares what is elsewhere.');
  const misplaced = checkSuppressed(task, () => tree.comments) ?? checkPlace(task);
  if (misplaced) return misplaced;
  const made: Draft | Refusal = STRATEGIES[instruction.strategy](task);
  if (isRefusal(made)) return made;
  const renamed = renameImport(task, made.edits);
  const draft: Draft = renamed ? { edits: renamed } : made;
  const importLine = importLineFor(task, draft.edits);
  const imports = importLine === null ? NO_IMPORT : planImport(tree, importLine);
  if (isRefusal(imports)) return imports;
  const absent = importLine === null || imports.edits.length === 0 ? null : checkInstalled(task, importLine);
  if (absent) return absent;
  const own = draft.judgedAs ?? draft.edits;
  const cleared = clearImports(task, own, imports.edits);
  const edits = [...cleared, ...draft.edits];
  const judged = [...cleared, ...own];
  return { task, edits, imports: { ...imports, edits: cleared }, judged, beside: draft.beside ?? null };
}

/** An import that a fix makes no use of is no part of it, unless it is what the rule asks for. */
function importLineFor({ tree, match, instruction }: FixTask, edits: readonly Edit[]): string | null {
  if (instruction.importLine === null) return null;
  const line = fixImportLine(instruction.importLine, tree.path);
  return match === null || isImportUsed(tree, line, edits) ? line : null;
}

const NO_IMPORT: PlannedImport = { edits: [], names: [] };

/** Strings are let through where the instruction names the value itself; it is asked again there. */
function checkPlace({ tree, match, instruction }: FixTask): Refusal | null {
  if (!match || instruction.strategy === 'insert') return null;
  if (isNameLikeKeyword(tree, match.range)) {
    return refuse('match-is-whole', `Here "${match.text.trim()}" is the name of a member, not the keyword.`);
  }
  const attribute = beheadedAttribute(tree, match.range);
  if (attribute && !isNamedAfterOwner(instruction, match)) {
    return refuse('match-is-whole', `Only the end of "${attribute}" matched, which is another attribute.`);
  }
  const place = placeAt(tree, match.range);
  if (place === 'code' || (place === 'string' && beginsInKey(tree, match.range))) return null;
  if (instruction.findReplace && beginsString(tree, match)) return null;
  if (instruction.findReplace && place === 'type' && isInSpeltType(tree, match.range)) return null;
  const explicit = instruction.target.kind === 'value' || instruction.target.kind === 'group';
  if (explicit && (place === 'string' || place === 'template-text' || place === 'jsx-attribute')) return null;
  return refuse('position-is-code', `The match stands in ${PLACE_NAMES[place]}, not in code.`);
}

/** `a.var`, `{ delete: 1 }`, `{ arguments: [] }`: a keyword is one only where no name is looked for. */
function isNameLikeKeyword(tree: SyntaxTree, range: TextRange): boolean {
  const node = tree.enclosing(range);
  if (node.type !== 'Identifier' || node.start !== range.start || node.end !== range.end) return false;
  return KEYWORD.test(node.name) || (node.name === 'arguments' && !isReference(tree, node));
}

const KEYWORD =
  /^(?:break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|let|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|await|yield)$/;

/** `data-href` where `\bhref=` matched: a word of its own to the regex, and none to the page. */
function beheadedAttribute(tree: SyntaxTree, { start }: TextRange): string | null {
  const name = tree.enclosing({ start, end: start + 1 });
  if (name.type !== 'JSXIdentifier' || tree.parent(name)?.type !== 'JSXAttribute') return null;
  return start > name.start && tree.text.charAt(start - 1) === '-' ? name.name : null;
}

/** A template that spells the name of what it fills spells all of it. */
function isNamedAfterOwner({ template }: FixInstruction, { regex }: Match): boolean {
  const read = template === null ? null : readTemplate(template, regex);
  return read !== null && !isRefusal(read) && read.some(({ kind }) => kind === 'name');
}

/** `x-api-key": "…"`: a match that begins inside a quoted key and goes on behind it is about the key and its value. */
function beginsInKey(tree: SyntaxTree, match: TextRange): boolean {
  const literal = tree.enclosing({ start: match.start, end: match.start + 1 });
  if (literal.type !== 'Literal' || match.end <= literal.end) return false;
  const owner = valueOwner(tree, literal);
  return isRefusal(owner) && owner.condition === 'slot-is-key';
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
