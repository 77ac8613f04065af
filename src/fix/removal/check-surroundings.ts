import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { endWithoutGuard } from '../checks/end-without-guard.js';
import { choosesAmongAlike, isOfAlikeCase } from './alike-case.js';
import { isAllOf, isAllOfFile } from './is-all-of.js';
import { answersOption, onlyPrints, tellsEnd } from './only-prints.js';
import { RESULT, WHOLE_FILE } from './removal-refusal.js';
import { saysOnce } from './says-once.js';

/** Why a statement may not go for where it stands, or null: the code around is not complete without it. */
export function checkSurroundings(tree: SyntaxTree, node: Node, parent: Node): Refusal | null {
  switch (parent.type) {
    case 'SwitchCase':
      if (choosesAmongAlike(tree, parent, node)) return ALIKE;
      return hasAsiHazard(tree, node) ? HAZARD : null;
    case 'Program':
    case 'TSModuleBlock':
      if (parent.type === 'Program' && isAllOfFile(tree, node)) return WHOLE_FILE;
      if (tellsEnd(tree, parent.body, node)) return TELLS_END;
      return hasAsiHazard(tree, node) ? HAZARD : null;
    case 'BlockStatement':
    case 'StaticBlock':
      if (isAllOf(parent.body, node)) return refuse('sole-body', 'The block would be left empty.');
      if (parent.type === 'BlockStatement' && onlyPrints(tree, parent, node)) return PRINTS;
      if (parent.type === 'BlockStatement' && saysOnce(tree, parent, node)) return ONCE;
      if (parent.type === 'BlockStatement' && answersOption(tree, parent, node)) return RESULT;
      if (tellsEnd(tree, parent.body, node)) return TELLS_END;
      if (isOfAlikeCase(tree, parent, node)) return ALIKE;
      return hasAsiHazard(tree, node) ? HAZARD : null;
    case 'LabeledStatement':
      return refuse('labelled', 'The statement has a label.');
    default:
      return refuse('sole-body', 'The statement is the whole body of a branch or loop.');
  }
}

/** The line before has no semicolon, and what follows would continue it. */
function hasAsiHazard(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (!parent || endWithoutGuard(tree, node) < node.end) return false;
  const siblings = tree.children(parent);
  const at = siblings.indexOf(node);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  if (!before || !after || /[;}]$/.test(textOf(tree, before))) return false;
  return /^[([`+\-/]/.test(tree.text.slice(after.start));
}

const PRINTS = refuse('sole-body', 'The block does nothing but print.');
const ONCE = refuse(
  'statement-removable',
  'What is printed is noted, so that it is said once, and nothing else asks for the note.',
);
const TELLS_END = refuse('statement-removable', 'It tells whoever runs the program why it ends.');
const ALIKE = refuse('sole-body', 'Each case does the same in its way, and this one would do nothing.');
const HAZARD = refuse('asi-hazard', 'Without the statement, the lines around it would be read as one.');
