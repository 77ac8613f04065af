import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { ChangedPlace, Trap } from '../trap.js';

/** `if (options.insecure) tls.rejectUnauthorized = false;`: who sets that option asks for just this. */
export const chosenRisk: Trap = ({ before: tree, after, places }) =>
  places.some((place) => place.old.some((node) => isChosenRisk(tree, node)) && setsRisk(tree, after, place))
    ? refuse('no-purpose-said', 'An option that says so by its name asks for it.')
    : null;

/** Whether a change is about what makes something safe or not: what is logged or thrown beside it, is not. */
function setsRisk(tree: SyntaxTree, after: SyntaxTree, { was, made, old: around }: ChangedPlace): boolean {
  const isOfSafety = (node: Node): boolean => PART.test(node.type) && SAFETY.test(textOf(tree, node));
  if (was.type === 'BlockStatement') {
    const kept = new Set(after.children(made).map((each) => textOf(after, each)));
    const gone = was.body.filter((each) => !kept.has(textOf(tree, each)));
    return gone.some((each) => tree.descendants(each).some(isOfSafety));
  }
  const statement = around.findIndex(({ type }) => /Statement$|Declaration$/.test(type));
  return SAFETY.test(textOf(tree, was)) || around.slice(0, statement + 1).some(isOfSafety);
}

const PART = /^(?:AssignmentExpression|Property|VariableDeclarator|ConditionalExpression|LogicalExpression)$/;

const SAFETY =
  /reject_?Unauthorized|\b(?:strict)?_?ssl\b|strictSSL|tls|certificate|\bca\b|check_?ServerIdentity|insecure|unsafe|verif|validat|secure\b|credentials|auth|csrf|csp\b|\borigin\b|sandbox|saniti[sz]e|escape|\b(?:true|false)\b|http:/i;

/** Whether a node is what happens where a test for such an option holds. */
function isChosenRisk(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      const isNegated = parent.test.type === 'UnaryExpression' && parent.test.operator === '!';
      return node === (isNegated ? parent.alternate : parent.consequent) && RISK.test(textOf(tree, parent.test));
    }
    case 'LogicalExpression':
      return node === parent.right && RISK.test(textOf(tree, parent.left));
    default:
      return false;
  }
}

const RISK =
  /insecure|unsafe|self_?signed|(?:skip|no|ignore|disable|bypass)_?(?:ssl|tls|certs?|verify|verification|certificates?|auth)(?![a-z])|(?:allow|accept|trust)_?(?:invalid|untrusted|all|any)/i;
