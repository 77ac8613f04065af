import type {
  AssignmentExpression,
  BindingIdentifier,
  MemberExpression,
  Node,
  Function as OxcFunction,
} from 'oxc-parser';
import { wholeNameRegex } from '../../model/name-regex.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import { isNeededUnseen } from '../../semantics/modules/is-needed-unseen.js';
import { namesModule } from '../../semantics/modules/names-module.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { knownCallsOf } from '../../semantics/values/comes-to.js';
import { endingCall } from '../../syntax/ends-program.js';
import { isBareJump } from '../../syntax/is-bare-jump.js';
import { type Call, isCall } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import { isLastOf } from '../../syntax/is-last-of.js';
import { isLoop } from '../../syntax/is-loop.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameRange } from '../../syntax/name-range.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { endWithoutGuard } from '../checks/end-without-guard.js';
import { isModuleOnlyBy, LAST_OF_MODULE } from '../imports/loses-module.js';
import { coversHead, namesHead } from '../matching/covers-head.js';
import { checkUnseenUse } from '../names/check-unseen-use.js';
import { isAllOf, isAllOfFile } from './is-all-of.js';
import { isExplained, isExplainedBehind } from './is-explained.js';
import { isMeasuredFrom } from './is-measured-from.js';
import { answersOption, onlyPrints, tellsEnd } from './only-prints.js';
import { isOnlyTrace, isWhatLoggerPrints } from './only-trace.js';
import { printsResult } from './prints-result.js';
import { isReadByLanguage } from './read-by-language.js';
import { EXPLAINED, IMPURE, PART, STAYS } from './removal-refusal.js';
import type { RemovalRequest } from './removal-request.js';
import { saysOnce } from './says-once.js';

export function isStatement(node: Node): boolean {
  return /Statement$|Declaration$|^VariableDeclaration$/.test(node.type);
}

/**
 * Why a statement may not go, or null: with it only what matched may be lost, and the code around must be complete
 * without it.
 * @param request null where it is for no rule
 */
export function checkStatement(
  tree: SyntaxTree,
  match: TextRange,
  node: Node,
  parent: Node,
  request: RemovalRequest | null,
): Refusal | null {
  return (
    checkPurpose(tree, match, node, request) ?? checkSurroundings(tree, node, parent) ?? checkTold(tree, node, request)
  );
}

/** Why a statement may not go for what it is, or null: it has another purpose than what matched. */
function checkPurpose(tree: SyntaxTree, match: TextRange, node: Node, request: RemovalRequest | null): Refusal | null {
  switch (node.type) {
    case 'DebuggerStatement':
    case 'EmptyStatement':
      return null;
    case 'ImportDeclaration':
      return checkImport(tree, match, node, request);
    case 'ExpressionStatement':
      if (node.directive !== null) return STAYS;
      return checkEnd(tree, node) ?? checkExpression(tree, match, node.expression, request);
    case 'VariableDeclaration':
      return checkDeclaration(tree, match, node);
    case 'FunctionDeclaration':
      return checkFunction(tree, match, node);
    case 'ReturnStatement':
      return node.argument === null && isLastOf(tree, node, isFunction) && !givesValue(tree, node) ? null : STAYS;
    case 'ContinueStatement':
      return node.label === null && isLastOf(tree, node, isLoop) ? null : STAYS;
    default:
      return STAYS;
  }
}

/** Whether a function returns a value elsewhere: a compiler may ask of it that its end is written out, too. */
function givesValue(tree: SyntaxTree, statement: Node): boolean {
  const around = (node: Node): Node | undefined => tree.lineage(node).find(isFunction);
  const own = around(statement);
  return (
    own !== undefined &&
    tree
      .descendants(own)
      .some((each) => each.type === 'ReturnStatement' && each.argument !== null && around(each) === own)
  );
}

/** Why what prints may not go, or null: it is what a function is there for, or all that is heard of a failure. */
function checkTold(tree: SyntaxTree, node: Node, request: RemovalRequest | null): Refusal | null {
  const call = node.type === 'ExpressionStatement' ? node.expression : null;
  if (call?.type !== 'CallExpression') return null;
  if (isWhatLoggerPrints(tree, call)) return LOGGER;
  return isOnlyTrace(tree, call, request?.regex ?? null) ? TRACE : null;
}

/** Why what ends the program may not go, or null: behind the last statement it ends anyway, if not as a failure. */
function checkEnd(tree: SyntaxTree, node: Extract<Node, { type: 'ExpressionStatement' }>): Refusal | null {
  const call = endingCall(tree, node.expression);
  if (!call) return null;
  if (tree.program.body.at(-1) !== node) return GOES_ON;
  const [code] = call.arguments;
  const isSuccess = code === undefined || (code.type === 'Literal' && code.value === 0);
  return isSuccess && calledName(call.callee) !== 'abort' ? null : SUCCEEDS;
}

const GOES_ON = refuse('statement-removable', 'The program ends here, and without the statement it would go on.');
const SUCCEEDS = refuse('statement-removable', 'It tells whoever runs the program that it failed.');

const RESULT = refuse('statement-removable', 'It prints what the program is run for.');

const LOGGER = refuse('sole-body', 'The function is there to print what it is given.');
const TRACE = refuse('statement-removable', 'Nothing else tells what went wrong.');

const ASSERTS = /^(?:assert(?:\.\w+)?|invariant)$/;
/** Calls that are there for what they change. */
const CHANGES = /^(?:(?:Object|Reflect)\.(?:setPrototypeOf|assign|definePropert(?:y|ies))|Error\.captureStackTrace)$/;
/** Calls that end what was begun elsewhere. */
const ENDS =
  /^(?:(?:window|globalThis|self)\.)?(?:clear(?:Timeout|Interval|Immediate)|cancel(?:AnimationFrame|IdleCallback))$|\.(?:remove(?:Event)?Listener|unsubscribe|unobserve)$/;
const GOES_OFF = refuse('statement-removable', 'It ends what was begun elsewhere, which would go on.');
const CHANGED = refuse('statement-removable', 'It changes what it is given, which the code behind uses.');

/** `\w+\.\w+\(\)` */
const UNNAMED = refuse('match-is-whole', 'The rule would take any call there is, and names nothing that is unwanted.');
const WORD = /[\p{L}_]|\\\$/u;

const SURE = refuse('statement-removable', 'The code behind counts on what it makes sure of.');

const USED = refuse('value-used', 'The match is only a part of the statement, which uses its value.');

function checkImport(
  tree: SyntaxTree,
  match: TextRange,
  node: ImportDeclaration,
  request: RemovalRequest | null,
): Refusal | null {
  if (rangesOverlap(node.source, match) && !coversHead(match, node.source)) return PART;
  if (node.specifiers.length === 0 && !isMeant(match, node, request)) return HAS_EFFECTS;
  if (isModuleOnlyBy(tree, [node])) return LAST_OF_MODULE;
  const used = nameScopes(tree).references.find(({ binding }) => binding && tree.parent(binding.declaration) === node);
  if (used) return stillUsed(used.name);
  const unseen = node.specifiers.find(({ local }) => isNeededUnseen(tree, local.name, request?.bringsJsx));
  return unseen ? neededUnseen(unseen.local.name) : null;
}

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;

const HAS_EFFECTS = refuse('statement-removable', 'The module is imported for its effects.');

/** Whether it is the very import, of this very module, that a rule speaks of: then its effects are what is unwanted. */
function isMeant(match: TextRange, { start, source }: ImportDeclaration, request: RemovalRequest | null): boolean {
  return (
    request !== null && match.start <= start && coversHead(match, source) && namesModule(request.regex, source.value)
  );
}

function neededUnseen(name: string): Refusal {
  return refuse('still-referenced', `"${name}" is still used in this file, by its comments or by what JSX becomes.`);
}

function stillUsed(name: string): Refusal {
  return refuse('still-referenced', `"${name}" is still used in this file.`);
}

function checkExpression(
  tree: SyntaxTree,
  match: TextRange,
  expression: Node,
  request: RemovalRequest | null,
): Refusal | null {
  switch (expression.type) {
    case 'AwaitExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return checkExpression(
        tree,
        match,
        'argument' in expression ? expression.argument : expression.expression,
        request,
      );
    case 'UnaryExpression':
      return expression.operator === 'void' ? checkExpression(tree, match, expression.argument, request) : USED;
    case 'CallExpression':
    case 'NewExpression':
      return checkCall(tree, match, expression, request) ?? checkOutcome(tree, expression, request);
    case 'AssignmentExpression':
      if (!namesHead(match, expression.left) || expression.left.type !== 'MemberExpression') return USED;
      if (isExport(tree, expression.left)) return STAYS;
      if (request && isStateByChance(expression.left, request)) return STATE;
      if (keepsGiven(tree, expression)) return STATE;
      if (isRead(tree, expression.left)) return stillUsed(textOf(tree, expression.left));
      if (isReadByLanguage(tree, expression.left)) return CHANGED;
      return hasEffects(tree, expression.right) ||
        hasEffects(tree, expression.left) ||
        holdsCode(tree, expression.right)
        ? IMPURE
        : null;
    case 'Identifier':
    case 'MemberExpression':
      if (!namesHead(match, expression)) return USED;
      return hasEffects(tree, expression) ? IMPURE : null;
    default:
      return USED;
  }
}

/** Why a call may not go for what comes of it, or null. What a class is given by its `super()` was set for ES5 alone. */
function checkOutcome(tree: SyntaxTree, call: Call, request: RemovalRequest | null): Refusal | null {
  const callee = textOf(tree, call.callee);
  if (ASSERTS.test(callee) || throwsItself(tree, call, request)) return SURE;
  if (isMeasuredFrom(tree, call, request?.regex ?? null)) return stillUsed(textOf(tree, call));
  if (request && !WORD.test(spelt(request))) return UNNAMED;
  if (ENDS.test(callee)) return GOES_OFF;
  if (!CHANGES.test(callee)) return null;
  const isOfClass = tree.lineage(call).some(({ type }) => type === 'ClassBody');
  return isOfClass && call.arguments[0]?.type === 'ThisExpression' ? null : CHANGED;
}

const STATE = refuse('still-referenced', 'Others may ask an object for it.');

/** `this.stage = null` by a rule that never speaks of a stage: what every object of its kind begins with. */
function isStateByChance(target: MemberExpression, request: RemovalRequest): boolean {
  return target.object.type === 'ThisExpression' && !isNamedBy(request, memberName(target) ?? '');
}

/** `this.name = name` of a parameter: nothing else may keep what an object is made with. */
function keepsGiven(tree: SyntaxTree, { left, right }: AssignmentExpression): boolean {
  if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression' || right.type !== 'Identifier')
    return false;
  return nameScopes(tree).resolve(right.name, right)?.kind === 'parameter';
}

/** `exports.a = …` is to CommonJS what `export` is to a module. */
function isExport(tree: SyntaxTree, target: Node): boolean {
  return /^(?:module\s*\.\s*)?exports\b/.test(textOf(tree, target));
}

/** Whether what is assigned to is read anywhere in the file. */
function isRead(tree: SyntaxTree, target: Node): boolean {
  const text = textOf(tree, target);
  return tree
    .descendants(tree.program)
    .some(
      (node) =>
        (node.type === target.type && textOf(tree, node) === text && !isWritten(tree, node)) ||
        mayReadStatic(tree, target, node) ||
        carriesState(tree, target, node),
    );
}

/** `self.timer` is read where `this.timer` is set, or `this.timer` is set to something else: it tells others how things stand. */
function carriesState(tree: SyntaxTree, target: Node, node: Node): boolean {
  if (target.type !== 'MemberExpression' || target.object.type !== 'ThisExpression') return false;
  if (node.type !== 'MemberExpression' || memberName(node) === null || memberName(node) !== memberName(target))
    return false;
  if (!isWritten(tree, node)) return node.object.type === 'Identifier';
  const [set, other] = [tree.parent(target), tree.parent(node)];
  if (set?.type !== 'AssignmentExpression' || other?.type !== 'AssignmentExpression') return false;
  return textOf(tree, node) === textOf(tree, target) && textOf(tree, set.right) !== textOf(tree, other.right);
}

/** `this.constructor.propTypes`, `type.propTypes` of a parameter, `const { propTypes } = Field`: that of a class by another way. */
function mayReadStatic(tree: SyntaxTree, target: Node, node: Node): boolean {
  if (target.type !== 'MemberExpression' || target.object.type !== 'Identifier') return false;
  const name = memberName(target);
  if (name === null || !/^[A-Z]/.test(target.object.name)) return false;
  if (node.type === 'MemberExpression') {
    if (memberName(node) !== name || isWritten(tree, node)) return false;
    const { object } = node;
    if (object.type !== 'Identifier') return textOf(tree, object) === 'this.constructor';
    return nameScopes(tree).resolve(object.name, object)?.kind === 'parameter';
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || !node.init) return false;
  return (
    textOf(tree, node.init) === target.object.name &&
    node.id.properties.some((each) => each.type === 'RestElement' || staticName(each.key, each.computed) === name)
  );
}

/** Why a call may not go, or null: what it is given has effects, or it is about something else than what matched. */
export function checkCall(
  tree: SyntaxTree,
  match: TextRange,
  call: Call,
  request: RemovalRequest | null = null,
): Refusal | null {
  if (call.arguments.some((argument) => contains(argument, match))) {
    return refuse('value-used', 'The match lies in an argument of the call, which uses its value.');
  }
  if (!namesHead(match, { start: call.start, end: call.callee.end })) {
    return refuse('match-is-whole', 'The match is only a part of what is called, so the call is about something else.');
  }
  const isOther = (argument: Node): boolean => hasEffects(tree, argument) || holdsCode(tree, argument);
  if (call.arguments.some((each) => isOther(each) && !isMeantCall(match, each, request, isOther))) return IMPURE;
  if (printsResult(tree, call)) return RESULT;
  return checkCallee(tree, match, call.callee);
}

/** `morgan('dev')` of `app.use(morgan('dev'))`, by a rule that spells out both: what it makes is what is unwanted. */
function isMeantCall(
  match: TextRange,
  argument: Node,
  request: RemovalRequest | null,
  isOther: (argument: Node) => boolean,
): boolean {
  if (argument.type !== 'CallExpression' || argument.callee.type !== 'Identifier' || !request) return false;
  const { callee } = argument;
  return isNamedBy(request, callee.name) && contains(match, callee) && !argument.arguments.some(isOther);
}

/** Whether what is called is a function of the file that throws, and none that the rule spells out: `this.failIfClosed();` */
function throwsItself(tree: SyntaxTree, call: Call, request: RemovalRequest | null): boolean {
  if (request && isNamedBy(request, calledName(call.callee) ?? '')) return false;
  return tree.descendants(tree.program).some((each) => {
    if (each.type !== 'ThrowStatement' || contains(each, call)) return false;
    const thrower = tree.lineage(each).find(isFunction);
    return thrower !== undefined && knownCallsOf(tree, thrower).includes(call);
  });
}

function isNamedBy(request: RemovalRequest, name: string): boolean {
  return wholeNameRegex(name).test(spelt(request));
}

/** What a rule says in words, without the letters that stand for kinds of characters. */
function spelt({ regex }: RemovalRequest): string {
  return regex.source.replaceAll(/\\[bBdDsSwWnrt]/g, ' ');
}

/** A chain goes whole when it begins with what matched: `cy.pause().log()` is more than its last call. */
function checkCallee(tree: SyntaxTree, match: TextRange, callee: Node): Refusal | null {
  if (isCall(callee)) return IMPURE;
  // Without it the object is never made.
  if (callee.type === 'Super') return STAYS;
  if (callee.type !== 'MemberExpression') return hasEffects(tree, callee) ? IMPURE : null;
  if (!hasEffects(tree, callee.object)) return null;
  return contains(callee.object, match)
    ? refuse('value-used', 'The rest of the chain uses the value of what matched.')
    : IMPURE;
}

function checkDeclaration(
  tree: SyntaxTree,
  match: TextRange,
  node: Extract<Node, { type: 'VariableDeclaration' }>,
): Refusal | null {
  const [only, ...others] = node.declarations;
  if (!only || others.length > 0 || only.id.type !== 'Identifier') return STAYS;
  const parent = tree.parent(node);
  if (parent && parent.type !== 'Program' && parent.type !== 'BlockStatement') return STAYS;
  if (!coversHead(match, nameRange(tree.text, only.id))) return USED;
  if (only.init && (hasEffects(tree, only.init) || holdsCode(tree, only.init))) return IMPURE;
  if (/using$/.test(node.kind)) return DISPOSES;
  return checkUses(tree, only.id);
}

/** One that is not exported, and not one of several of its name. */
function checkFunction(tree: SyntaxTree, match: TextRange, node: OxcFunction): Refusal | null {
  const { id } = node;
  const parent = tree.parent(node);
  if (!id || (parent?.type !== 'Program' && parent?.type !== 'BlockStatement') || !coversHead(match, id)) return STAYS;
  const own = nameScopes(tree).resolve(id.name, node);
  const { bindings, references } = nameScopes(tree).named(id.name);
  if (own && bindings.some((each) => each !== own && each.scope === own.scope)) return STAYS;
  // Sloppy code sees a function of a block from outside of the block as well.
  const isOfBlock = parent.type === 'BlockStatement' && !isFunction(tree.parent(parent) ?? parent);
  if (isOfBlock && references.some(({ binding }) => binding !== own)) return stillUsed(id.name);
  if (parent.type === 'Program' && parent.body.every((each) => each === node || each.type === 'ImportDeclaration'))
    return WHOLE_FILE;
  return checkUses(tree, id) ?? (isExplained(tree, node) || isExplainedBehind(tree, node) ? EXPLAINED : null);
}

/** Why what an identifier declares may still be used, or null. */
function checkUses(tree: SyntaxTree, id: BindingIdentifier): Refusal | null {
  const { bindings, references } = nameScopes(tree).named(id.name);
  const own = bindings.find(({ identifier }) => identifier === id);
  // `var` may declare a name twice, which then means the first one: what is used may be the value of the other.
  if (own && references.some(({ binding }) => binding === own || binding?.scope === own.scope))
    return stillUsed(id.name);
  if (isNamedInComment(tree, id.name))
    return refuse('still-referenced', `A comment of this file speaks of "${id.name}".`);
  return own ? checkUnseenUse(tree, own) : null;
}

/** Whether the types, links or lint settings in comments name it: `{typeof f}`, `{@link f}`, `exported f`. */
function isNamedInComment(tree: SyntaxTree, name: string): boolean {
  if (!tree.text.includes('/*')) return false;
  return tree.comments.some(({ type, value }) => {
    const named = type !== 'Block' ? [] : value.startsWith('*') ? value.match(/\{[^{}]*\}/g) : value.match(EXPORTED);
    return named?.some((each) => each.split(/[^\p{ID_Continue}$]+/u).includes(name)) ?? false;
  });
}

const EXPORTED = /^\s*exported\s.*/s;

const DISPOSES = refuse('argument-pure', 'What is declared with "using" is disposed of at the end of its scope.');

/** Why a statement may not go for where it stands, or null: the code around is not complete without it. */
function checkSurroundings(tree: SyntaxTree, node: Node, parent: Node): Refusal | null {
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

const WHOLE_FILE = refuse('sole-body', 'It is all that the file holds.');
const PRINTS = refuse('sole-body', 'The block does nothing but print.');
const ONCE = refuse(
  'statement-removable',
  'What is printed is noted, so that it is said once, and nothing else asks for the note.',
);
const TELLS_END = refuse('statement-removable', 'It tells whoever runs the program why it ends.');

const ALIKE = refuse('sole-body', 'Each case does the same in its way, and this one would do nothing.');

/** `case 'debug': { console.debug(line); break; }` */
function isOfAlikeCase(tree: SyntaxTree, block: Node, node: Node): boolean {
  const clause = tree.parent(block);
  return clause?.type === 'SwitchCase' && choosesAmongAlike(tree, clause, node);
}

/** A logger: `case 'debug': console.debug(line); break;` among cases that make one call each, one of the same object. */
function choosesAmongAlike(tree: SyntaxTree, clause: SwitchCase, node: Node): boolean {
  const whole = tree.parent(clause);
  const asked = receiverOf(tree, node);
  if (whole?.type !== 'SwitchStatement' || asked === null) return false;
  const filled = whole.cases.map(contentOf).filter(({ length }) => length > 0);
  const isAlike = ([first, ...others]: readonly Node[]): boolean =>
    first !== undefined && receiverOf(tree, first) !== null && others.every(isBareJump);
  const isOfSame = (content: readonly Node[]): boolean =>
    content.some((each) => each !== node && receiverOf(tree, each) === asked);
  return filled.every(isAlike) && filled.some(isOfSame);
}

type SwitchCase = Extract<Node, { type: 'SwitchCase' }>;

/** The statements of a case, with or without a block around them. */
function contentOf({ consequent: [first, ...others] }: SwitchCase): readonly Node[] {
  if (!first) return [];
  return first.type === 'BlockStatement' ? [...first.body, ...others] : [first, ...others];
}

/** What the method of a statement that is a call of one is called on; of an `if`, where each branch is such a call. */
function receiverOf(tree: SyntaxTree, node: Node): string | null {
  if (node.type === 'BlockStatement') {
    const [only, ...others] = node.body;
    return only && others.length === 0 ? receiverOf(tree, only) : null;
  }
  if (node.type === 'IfStatement') {
    const receiver = receiverOf(tree, node.consequent);
    return node.alternate && receiverOf(tree, node.alternate) !== receiver ? null : receiver;
  }
  const call = node.type === 'ExpressionStatement' ? node.expression : null;
  return call?.type === 'CallExpression' && call.callee.type === 'MemberExpression'
    ? textOf(tree, call.callee.object)
    : null;
}

const HAZARD = refuse('asi-hazard', 'Without the statement, the lines around it would be read as one.');

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
