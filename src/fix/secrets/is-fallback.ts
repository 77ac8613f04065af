import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { nameGiven } from '../../syntax/name-given.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { wordsOfName } from '../names/spell-name.js';

/**
 * Whether a value is what code falls back to where nothing else is set, by its name or by what is done with it: a setting
 * that nobody makes would leave such code with nothing.
 */
export function isFallback(tree: SyntaxTree, node: Node): boolean {
  return (
    isNamedSpare(nameGiven(tree.parent(node)) ?? '') ||
    OF_DEFAULTS.test(tree.path) ||
    standsInDefaults(tree, node) ||
    isSetWhereMissing(tree, node) ||
    isReplacedWhereGiven(tree, node) ||
    valuesFrom(tree, node).some((value) => isSpare(value, tree.parent(value)))
  );
}

/** `DEFAULT_SECRET`, `secretFallback` */
function isNamedSpare(name: string): boolean {
  const words = wordsOfName(name);
  return [words.at(0), words.at(-1)].some((word) => word !== undefined && SPARE.test(word));
}

const SPARE = /^(?:defaults?|fallback)$/i;

/** `config/default.js` */
const OF_DEFAULTS = /(?:^|\/)(?:config|settings)\/(?:.*\/)?defaults?\.[^/]*$/i;

/** `defaultEnvValues`; what is called `defaults` may be all there is. */
const SPARE_SETTINGS = /^(?:default(?=[A-Z])|DEFAULT_)/;

/** What a function of such a name does is another matter, and so is what is made by settings: `defaultClient = new Client({ token })`. */
function standsInDefaults(tree: SyntaxTree, node: Node): boolean {
  for (const each of tree.lineage(node)) {
    if (isFunction(each) || each.type === 'NewExpression' || makesOther(each)) return false;
    if (each.type === 'VariableDeclarator' && SPARE_SETTINGS.test(nameGiven(each) ?? '')) return true;
  }
  return false;
}

/** Any call but those that give settings back: `Object.freeze({ … })`, `defineConfig({ … })`. */
function makesOther(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  return !/^(?:freeze|assign|merge\w*|define\w*)$/.test(calledName(node.callee) ?? '');
}

/** `given || value`, `given ??= value` */
function isSpare(value: Node, parent: Node | null): boolean {
  switch (parent?.type) {
    case 'LogicalExpression':
      return parent.right === value && parent.operator !== '&&';
    case 'AssignmentExpression':
      return parent.right === value && /^(?:\|\||\?\?)=$/.test(parent.operator);
    case 'AssignmentPattern':
      return parent.right === value;
    default:
      return false;
  }
}

/** `if (!secret) secret = value`, `if (!this.opts) this.opts = { secret: value }` */
function isSetWhereMissing(tree: SyntaxTree, node: Node): boolean {
  const assignment = tree
    .lineage(node)
    .find((each) => each !== node && !/^(?:Property|ObjectExpression)$/.test(each.type));
  if (assignment?.type !== 'AssignmentExpression' || !contains(assignment.right, node)) return false;
  const target = textOf(tree, assignment.left);
  for (const each of tree.lineage(assignment)) {
    if (isFunction(each)) return false;
    if (each.type !== 'IfStatement') continue;
    const isElse = each.alternate !== null && contains(each.alternate, node);
    if (isElse ? textOf(tree, each.test) === target : asksWhetherMissing(tree, each.test, target)) return true;
  }
  return false;
}

/** `let secret = value; if (given) secret = given` */
function isReplacedWhereGiven(tree: SyntaxTree, node: Node): boolean {
  const declarator = tree.parent(node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  return usesOf(tree, declarator.id).some((use) => {
    const setting = tree.parent(use);
    if (setting?.type !== 'AssignmentExpression' || setting.left !== use || setting.operator !== '=') return false;
    const choice = tree.lineage(setting).find(({ type }) => type === 'IfStatement');
    if (choice?.type !== 'IfStatement') return false;
    const given = textOf(tree, setting.right);
    return tree.descendants(choice.test).some((each) => textOf(tree, each) === given);
  });
}

/** `!secret`, `secret == null`, `typeof secret === 'undefined'`, alone or among others. */
function asksWhetherMissing(tree: SyntaxTree, test: Node, target: string): boolean {
  return tree.descendants(test).some((node) => {
    if (node.type === 'UnaryExpression') return textOf(tree, node.argument) === target;
    if (node.type !== 'BinaryExpression' || !NOTHING.test(textOf(tree, node.right))) return false;
    return textOf(tree, node.left) === target;
  });
}

const NOTHING = /^(?:null|undefined|void 0|''|"")$/;
