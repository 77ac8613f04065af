import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { becomesText } from '../../semantics/uses/becomes-text.js';
import { isCountedOn, isNumberTyped } from '../../semantics/uses/is-counted-on.js';
import { isExported } from '../../syntax/is-exported.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { mayBindName } from '../../syntax/may-bind-name.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedCalls, type Trap } from '../trap.js';

/**
 * `Math.random()` → `crypto.randomUUID()` gives text where a number was. That is right where the value becomes text
 * anyway, or is only told apart from others: as an id, a key, a token.
 */
export const resultType: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const was = resultOf(tree, old);
    const is = writesGiven(change, old, next) ? 'string' : resultOf(change.after, next);
    if (was === null || is === null || was === is) continue;
    // A duration begins anew with each program, so that it tells nothing apart.
    if (is !== 'duration' && was !== PAIR && isOpaque(tree, old) && !isCountedOn(tree, old)) continue;
    return refuse('number-used', `A ${was} is expected here as far as can be told, and the new call gives a ${is}.`);
  }
  return null;
};

/** Seconds and nanoseconds, which whoever reckons with them reads one by one. */
const PAIR = 'pair of numbers';

const RESULTS: readonly (readonly [RegExp, string])[] = [
  [/^process\.hrtime$/, PAIR],
  [/^Math\.random$/, 'fraction'],
  [/^(?:crypto\.)?randomInt$/, 'random integer'],
  [/^(?:Date\.(?:now|parse|UTC))$/, 'point in time'],
  [/^(?:performance\.now)$/, 'duration'],
  [/^(?:Math\.\w+|(?:Number\.)?parse(?:Int|Float)|Number)$/, 'number'],
  [/^(?:(?:crypto\.)?randomUUID|String|JSON\.stringify|btoa|atob|(?:en|de)codeURI(?:Component)?)$/, 'string'],
  [/^(?:Boolean|(?:Number\.)?is(?:NaN|Finite|Integer|SafeInteger)|Array\.isArray)$/, 'boolean'],
  [/^BigInt$/, 'bigint'],
];

/** `Math.round(x)` → `x.toFixed(0)` */
function writesGiven({ before: tree, after }: Change, old: Call, { callee }: Call): boolean {
  const [given] = old.arguments;
  if (!given || callee.type !== 'MemberExpression' || !WRITES.test(memberName(callee) ?? '')) return false;
  return textOf(after, callee.object) === textOf(tree, given);
}

type Call = Extract<Node, { type: 'CallExpression' }>;

/** What every number and date is written by. */
const WRITES = /^to(?:Fixed|Precision|Exponential|ISOString|Locale(?:Date|Time)?String)$/;

/** What a call of a global gives, or of what Node's `crypto` exports; null of any other call. */
function resultOf(tree: SyntaxTree, call: Call): string | null {
  const { callee } = call;
  if (/^Math\.(?:floor|trunc)\(Math\.random\(\) \* [\w.]+\)$/.test(textOf(tree, call))) return 'random integer';
  if (textOf(tree, callee) === 'process.hrtime.bigint') return 'bigint';
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  if (root.type !== 'Identifier') return null;
  const name = callee.type === 'MemberExpression' ? `${root.name}.${memberName(callee) ?? ''}` : root.name;
  const result = RESULTS.find(([names]) => names.test(name))?.[1] ?? null;
  if (result === null || !mayBindName(tree, root.name)) return result;
  const binding = nameScopes(tree).resolve(root.name, root);
  return binding === null || isOfCrypto(tree, binding) ? result : null;
}

function isOfCrypto(tree: SyntaxTree, { declaration }: Binding): boolean {
  const whole = tree.lineage(declaration).find(({ type }) => LOADING.test(type));
  return whole !== undefined && /['"](?:node:)?crypto['"]\)?;?$/.test(textOf(tree, whole));
}

const LOADING = /^(?:ImportDeclaration|TSImportEqualsDeclaration|VariableDeclarator)$/;

/** Words of a name whose value is compared, looked up and shown, never calculated with. */
const ID =
  /(?:^|[a-z_$-])(?:id|uuid|guid|key|token|nonce|salt|hash)$|(?:Id|Uuid|UUID|ID|Key|Token|Nonce|Salt|Hash|GUID)$/;

/** Whether nothing is done with a value but what can be done with text as well. */
function isOpaque(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent && isOuterExpression(parent)) return isOpaque(tree, parent);
  switch (parent?.type) {
    case 'ExpressionStatement':
      return true;
    case 'JSXExpressionContainer': {
      const attribute = tree.parent(parent);
      return attribute?.type !== 'JSXAttribute' || isId(attribute.name);
    }
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === node && isId(parent.key) && !isNumberTyped(parent);
    case 'AssignmentExpression':
      if (parent.operator !== '=' || parent.right !== node) return false;
      return parent.left.type === 'MemberExpression'
        ? isId(parent.left.property)
        : parent.left.type === 'Identifier' && isUsedOpaquely(tree, parent.left);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && !isNumberTyped(parent.id) && isUsedOpaquely(tree, parent.id);
    default:
      return becomesText(tree, node);
  }
}

/** Whether a variable is an id by its name and used so, or turned into text wherever it is used. */
function isUsedOpaquely(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  const scopes = nameScopes(tree);
  const binding = scopes.resolve(name.name, name);
  if (binding === null) return isId(name);
  const { declaration, identifier } = binding;
  if (isNumberTyped(identifier)) return false;
  const init = declaration.type === 'VariableDeclarator' ? declaration.init : null;
  if (init?.type === 'Literal' && typeof init.value === 'number') return false;
  const uses = scopes.references.filter((each) => each.binding === binding && each.node !== name);
  return isId(name) || (!isExported(tree, declaration) && uses.every(({ node }) => isOpaqueUse(tree, node)));
}

/** A use of its own must make text of it; handing it on under another name is not followed. */
function isOpaqueUse(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type !== 'VariableDeclarator' && parent?.type !== 'AssignmentExpression' && isOpaque(tree, node);
}

function isId(key: Node): boolean {
  return 'name' in key && typeof key.name === 'string' && ID.test(key.name);
}
