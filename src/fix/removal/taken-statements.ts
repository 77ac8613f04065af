import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * The whole statements that an edit puts nothing in the place of, or nothing that does anything, such as a comment; with
 * their semicolons or without, and not those within them.
 */
export function takenStatements(tree: SyntaxTree, { range, text }: Edit): readonly Node[] {
  if (!IDLE.test(text)) return [];
  const nodes = new Set([...tree.lineage(tree.enclosing(range)), ...tree.overlapping(range)]);
  const taken = [...nodes].filter((statement) => {
    const end = statement.start + textOf(tree, statement).replace(/\s*;$/, '').length;
    return RUNS.test(statement.type) && contains(range, { start: statement.start, end });
  });
  return taken.filter((each) => !taken.some((other) => other !== each && contains(other, each)));
}

const IDLE = /^(?:[\s;]|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|void 0|undefined)*$/;

/** What is there for what it does, or may do something on its way to what it is there for; and elements, for the imports they use. */
const RUNS = /^(?:(?:Expression|Debugger)Statement|VariableDeclaration|JSXElement)$/;
