import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { type Call, isCall } from '../../syntax/is-call.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * `app.use(helmet())` beside `app.use(helmet({ … }))`, `dotenv.config()` beside `dotenv.config({ … })`: what is set up
 * twice has the settings of one of them, and which is for a person.
 * @param offset where the text goes: only what stands among the same statements is looked at
 */
export function checkCalled(tree: SyntaxTree, text: string, offset: number): Refusal | null {
  const added = parseSyntax(tree.path, text);
  if (!added || added.errors.length > 0) return null;
  const block = tree
    .lineage(tree.enclosing({ start: offset, end: offset }))
    .find((node) => node.type === 'Program' || node.type === 'BlockStatement');
  const own = block?.type === 'Program' || block?.type === 'BlockStatement' ? block.body.flatMap(callsIn) : [];
  for (const wanted of added.program.body.flatMap(callsIn)) {
    const other = own.find((each) => compare(added, wanted, tree, each) === 'settings');
    if (other) return refuse('not-there-otherwise', 'The file has the same call already, with other settings.');
  }
  return null;
}

/** The calls that a statement consists of, or that what it declares is set to. */
function callsIn(statement: Node): readonly Call[] {
  if (statement.type === 'ExpressionStatement') return callsOf(statement.expression);
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ init }) => (init ? callsOf(init) : []));
}

/** Both of `app.use(a).use(b)`. */
function callsOf(expression: Node): readonly Call[] {
  const calls: Call[] = [];
  let node = expression;
  for (;;) {
    if (isCall(node)) calls.push(node);
    if (node.type === 'AwaitExpression') node = node.argument;
    else if (isCall(node)) node = node.callee;
    else if (node.type === 'MemberExpression') node = node.object;
    else return calls;
  }
}

/** Whether two expressions are the same, or the same calls but for the settings they are given. */
function compare(
  added: SyntaxTree,
  a: Node,
  tree: SyntaxTree,
  b: Node,
  isGiven = false,
): 'same' | 'settings' | 'other' {
  if (textOf(added, a) === textOf(tree, b)) return 'same';
  if (!isCall(a) || !isCall(b) || calleeOf(added, a) !== calleeOf(tree, b)) return 'other';
  if (areSettings(a.arguments) && areSettings(b.arguments)) {
    // `server.route({ … })` adds one each time; a middleware is made of its settings, and so is what is set up.
    const isSetUp = isGiven || SETS_UP.test(calledName(b.callee) ?? '');
    return isSetUp && !nameOthers(added, a, tree, b) ? 'settings' : 'other';
  }
  if (a.arguments.length !== b.arguments.length) return 'other';
  const each = a.arguments.map((argument, index) => compare(added, argument, tree, b.arguments[index] ?? b, true));
  return each.includes('other') ? 'other' : 'settings';
}

const SETS_UP = /^(?:init(?:iali[sz]e)?|config(?:ure)?|set[uU]p|install|enable|bootstrap|defaults)$/;

/** `counter({ name: 'a' })` and `counter({ name: 'b' })`, `limit({ path: '/a' })` and `limit({ path: '/b' })` */
function nameOthers(added: SyntaxTree, a: Call, tree: SyntaxTree, b: Call): boolean {
  const [one, other] = [identityOf(added, a), identityOf(tree, b)];
  return [...one].some(([key, value]) => other.has(key) && other.get(key) !== value);
}

/** The members of an object that say which one of its kind it is, as they are written. */
function identityOf(tree: SyntaxTree, { arguments: [given] }: Call): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const each of given?.type === 'ObjectExpression' ? given.properties : []) {
    const key = each.type === 'Property' ? staticName(each.key, each.computed) : null;
    if (each.type === 'Property' && key !== null && IDENTITY.test(key)) found.set(key, textOf(tree, each.value));
  }
  return found;
}

const IDENTITY = /^(?:name|id|key|path|prefix|url|route|method|event|type|kind|title|label)$/;

/** `app.use`, of a call further on in a chain as well. */
function calleeOf(tree: SyntaxTree, { callee }: Call): string {
  const name = callee.type === 'MemberExpression' ? memberName(callee) : null;
  if (callee.type !== 'MemberExpression' || name === null) return textOf(tree, callee);
  let root: Node = callee.object;
  while (isCall(root) && root.callee.type === 'MemberExpression') root = root.callee.object;
  return `${textOf(tree, root)}.${name}`;
}

/** One object, or nothing for the settings one has without: any other argument may say what is meant, not how. */
function areSettings([given, ...others]: readonly Node[]): boolean {
  if (!given || others.length > 0) return others.length === 0;
  return given.type === 'ObjectExpression' || /(?:options|opts|settings|config)$/i.test(calledName(given) ?? '');
}
