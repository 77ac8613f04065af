import type { Anchor } from '../../model/auto-fix.js';
import type { Edit } from '../../model/edit.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { moduleKind } from '../../semantics/modules/module-kind.js';
import { isDeclared } from '../../syntax/is-ambient.js';
import { isDirective } from '../../syntax/is-directive.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { checkCalled } from '../checks/check-called.js';
import type { Draft, FixTask } from '../draft.js';
import { bringsIn, isAboveImports } from '../imports/brings-in.js';
import { checkSide } from '../imports/check-side.js';
import { repeatsHeader } from '../layout/file-header.js';
import { lineEndOf } from '../layout/file-style.js';
import { inStyleOf } from '../layout/in-style.js';
import { type InsertionPoint, resolveAnchor } from '../layout/insertion-point.js';
import type { Inserted } from '../layout/inside-brackets.js';
import { checkStrictMode } from '../names/check-strict-mode.js';

/** Whole lines at an anchor, written as the file is. An import line alone needs no anchor: it is planned beside every strategy. */
export function insert(task: FixTask): Draft | Refusal {
  const { instruction, tree } = task;
  if (instruction.text === null) {
    return instruction.importLine === null
      ? refuse('instruction-executable', 'The instruction says neither what to insert nor what to import.')
      : { edits: [] };
  }
  const { text } = instruction;
  if (text.trim() === '') return refuse('instruction-executable', 'The text to insert is empty.');
  const foreign = checkModuleKind(tree, text) ?? checkExports(tree, text) ?? checkHeader(tree, text);
  if (foreign) return foreign;
  const anchor = instruction.anchor ?? AFTER_IMPORTS;
  const point = resolveAnchor(tree, anchor, kindOf(tree.path, text), text);
  if (isRefusal(point)) return point;
  const misplaced =
    checkSide(tree, text, point.offset) ??
    checkStrictMode(tree, text) ??
    checkAmbient(tree, text, point.offset) ??
    checkCalled(tree, text, point.offset);
  if (misplaced) return misplaced;
  const written = point.isOfElements ? asElement(text, point.openEnd !== undefined) : text;
  const lines = inSetting(tree.text, inStyle(task, written, point.offset), point);
  if (lines === null) return refuse('anchor-unique', 'The list that the anchor names stands on one line.');
  const setOff = setOffAs(anchor, task, text, point.offset, lines);
  const edits = [...commaAt(point.openEnd), { range: { start: point.offset, end: point.offset }, text: setOff }];
  return { edits, ...(point.beside ? { beside: point.beside } : {}) };
}

const AFTER_IMPORTS = { kind: 'after-imports' } as const;

/**
 * Code below imports that a blank line sets off from the rest of the file is set off from them as well; below the first
 * import of a file, which comes with a blank line, it is set off from the rest. So is what is brought in above code.
 */
function setOffAs(anchor: Anchor, { tree, instruction }: FixTask, text: string, offset: number, lines: string): string {
  const lineEnd = lineEndOf(tree.text);
  const isAboveLine = /^[^\S\r\n]*\S/.test(tree.text.slice(offset));
  if (anchor.kind === 'top') {
    return isAboveLine && bringsIn(text) && !isAboveImports(tree, offset) ? lines + lineEnd : lines;
  }
  if (anchor.kind !== 'after-imports' || bringsIn(text) || /^\s*\n/.test(text)) return lines;
  const isBelowLine = /\S[^\S\r\n]*(?:\r\n?|\n)$/.test(tree.text.slice(0, offset));
  if (isBelowLine) return isAboveLine ? lines : lineEnd + lines;
  return isAboveLine && instruction.importLine !== null ? lines + lineEnd : lines;
}

function commaAt(end: number | undefined): readonly Edit[] {
  return end === undefined ? [] : [{ range: { start: end, end }, text: ',' }];
}

/** In code that is only declared, nothing runs. */
function checkAmbient(tree: SyntaxTree, text: string, offset: number): Refusal | null {
  const around = tree.lineage(tree.enclosing({ start: offset, end: offset }));
  if (!around.some((node) => isDeclared(node) && node.start < offset && offset < node.end)) return null;
  const runs = parseSyntax(tree.path, text)?.program.body.some((node) => node.type === 'ExpressionStatement');
  return runs ? refuse('ambient', 'What stands around the text is only declared, so the text would not run.') : null;
}

/** With the comma that sets it apart from the next, where no comment is its end; without it as the last one of a list that has none. */
function asElement(text: string, isLast: boolean): string {
  const element = text.trimEnd();
  if (isLast) return element.replace(/,$/, '');
  return /[,;]$|\/\/.*$|\*\/$/.test(element) ? text : `${element},`;
}

/** A pattern that asks for one way of writing gets what its own instruction says. */
function inStyle({ tree, site: { check } }: FixTask, text: string, offset: number): string {
  const styled = inStyleOf(tree, text, tree.text.slice(offset));
  if (!('pattern' in check)) return styled;
  const { regex } = check.pattern;
  const isAsked = text.search(regex) >= 0 && styled.search(regex) < 0;
  return isAsked ? text : styled;
}

/** `export` does not run in CommonJS, nor `module.exports` in an ES module. */
function checkModuleKind(tree: SyntaxTree, text: string): Refusal | null {
  if (!/\b(?:import|export|require|module|exports)\b/.test(text)) return null;
  const inserted = parseSyntax(SCRIPT, text);
  if (!inserted || inserted.errors.length > 0) return null;
  const [kind, own] = [moduleKind(inserted), moduleKind(tree)];
  if (kind === 'esm' && own === 'commonjs') {
    return refuse('commonjs-file', 'The file is CommonJS; what is inserted would not run there.');
  }
  return kind === 'commonjs' && own === 'esm'
    ? refuse('module-file', 'The file is an ES module; what is inserted would not run there.')
    : null;
}

/** Once a file exports an object of its own, what is put on `exports` reaches nobody. */
function checkExports(tree: SyntaxTree, text: string): Refusal | null {
  if (!/^\s*exports\b/m.test(text)) return null;
  const isOther = tree.program.body.some(
    (node) => node.type === 'ExpressionStatement' && /^module\s*\.\s*exports\s*=(?!=)/.test(textOf(tree, node)),
  );
  return isOther ? refuse('reachable', 'The file exports an object of its own, which would not get it.') : null;
}

/** A header of another year, or of somebody else's, is not made right by one more above it. */
function checkHeader(tree: SyntaxTree, text: string): Refusal | null {
  const added = parseSyntax(tree.path, text);
  return added && added.program.body.length === 0 && repeatsHeader(tree, added)
    ? refuse('keeps-head', 'The file says already whose it is, in other words; which of the two holds is for a person.')
    : null;
}

/** By its name of neither kind, so that the text itself decides. */
const SCRIPT = 'inserted.js';

/** What the text is by itself; one that is no complete code (a list element, say) counts as code. */
function kindOf(path: string, text: string): Inserted {
  if (/^\s*@[\w$.]+\s*(?:\(|$)/.test(text)) return 'decorator';
  const tree = parseSyntax(path, text);
  const first = tree?.program.body[0];
  if (tree && tree.errors.length === 0 && !first) return 'comment';
  return first && isDirective(first) ? 'directive' : 'code';
}

/** The text as lines of their own, or as the setting of the point asks; null where there is room for one line alone. */
function inSetting(file: string, text: string, point: InsertionPoint): string | null {
  const { setting } = point;
  if (!setting) return asLines(file, text, point);
  if (setting.kind === 'lines') return asLines(file, text, point) + lineEndOf(file) + setting.closingIndent;
  const element = text.trim();
  if (/[\r\n]/.test(element)) return null;
  return setting.before + (setting.isOnly ? element.replace(/,$/, '') : element) + setting.after;
}

/** The text with the file's line ends and the anchor's indentation, as lines of their own. */
export function asLines(
  file: string,
  text: string,
  point: { readonly offset: number; readonly indent: string },
): string {
  const lineEnd = lineEndOf(file);
  let at = 0;
  const own = text.replace(/(?:\r\n?|\n)$/, '');
  const strings = [...own.matchAll(STRING_OF_LINES)].map(({ index, 0: string }) => [index, index + string.length]);
  const lines = own
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .map((line) => {
      const isText = strings.some(([start = 0, end = 0]) => start < at && at < end);
      at += line.length;
      return isText || line.trim() === '' ? line : point.indent + line;
    })
    .join('')
    .replace(/\r\n?|\n/g, lineEnd);
  const opensLine = point.offset === 0 || /[\r\n]/.test(file.charAt(point.offset - 1));
  return opensLine ? lines + lineEnd : lineEnd + lines;
}

/** Whose lines are indented by what they say. */
const STRING_OF_LINES = /(?<!`)`(?!`)(?:\\[\s\S]|[^`\\])*`|"""[\s\S]*?"""|'''[\s\S]*?'''/g;
