import type { Node } from 'oxc-parser';
import type { Edit } from '../model/edit.js';
import { groupBy } from '../model/group-by.js';
import { contains, type TextRange } from '../model/position.js';
import { parseSyntax } from '../syntax/parse-syntax.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { Candidate } from './proposers/candidate.js';

/** A fix and where it is, as far as it may name a value that it takes the place of. */
export interface NamingFix {
  readonly path: string;
  readonly line: number;
  /** The text that the edits are edits of. */
  readonly before: string;
  readonly candidate: Pick<Candidate, 'instruction'>;
  readonly edits: readonly Edit[];
}

/**
 * Why fixes of one file may not be made whose template calls values that differ by one and the same name, as
 * `process.env.API_KEY` for the keys of two services: whatever goes by that name, it would be wrong for all of them but
 * one. Other files may be another program's, with an environment of its own.
 */
export function sharedNames<Fix extends NamingFix>(fixes: readonly Fix[]): ReadonlyMap<Fix, string> {
  const reasons = new Map<Fix, string>();
  for (const [name, namings] of groupBy(fixes.flatMap(namingsOf), (each) => each.name)) {
    for (const { fix, value } of namings) {
      const other = namings.find((each) => each.value !== value);
      if (other && !reasons.has(fix)) reasons.set(fix, reasonOf(name, other.fix));
    }
  }
  return reasons;
}

function reasonOf(name: string, other: NamingFix): string {
  return `"${name}" would take the place of this value and of another one on line ${other.line}, and cannot be both.`;
}

interface Naming<Fix> {
  readonly fix: Fix;
  readonly name: string;
  readonly value: string;
}

/** Other languages than those of syntax give a template no names. */
function namingsOf<Fix extends NamingFix>(fix: Fix): readonly Naming<Fix>[] {
  const { path, before, candidate, edits } = fix;
  const { findReplace = null, template = null } = candidate.instruction ?? {};
  const tree = NAME.test(findReplace?.replace ?? template ?? '') ? parseSyntax(path, before) : null;
  if (tree === null) return [];
  const replacing = edits.filter(({ range, text }) => range.start < range.end && text.trim() !== '');
  return replacing.map(({ range, text }) => ({ fix, name: withoutBrackets(text), value: valueIn(tree, range) }));
}

const NAME = /\$\{(?:NAME|UPPER_SNAKE_CASE_NAME|camelCaseName)\}/;

/** Where an expression needs them, they are put around it. */
function withoutBrackets(text: string): string {
  return (
    /^(?:\((?<group>.*)\)|\{(?<jsx>.*)\})$/s
      .exec(text)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? text
  );
}

/** What is written out there, however it is quoted; the code itself where nothing is. */
function valueIn(tree: SyntaxTree, range: TextRange): string {
  const constants = tree.overlapping(range).flatMap((node) => (contains(range, node) ? constantOf(node) : []));
  return JSON.stringify(constants.length > 0 ? constants : tree.text.slice(range.start, range.end));
}

function constantOf(node: Node): readonly string[] {
  if (node.type === 'Literal') return [String(node.value)];
  return node.type === 'TemplateElement' ? [node.value.cooked ?? node.value.raw] : [];
}
