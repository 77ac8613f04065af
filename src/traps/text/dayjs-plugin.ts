import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { moduleOf } from '../../semantics/modules/brings-in-global.js';
import { modulesLoaded } from '../../semantics/modules/modules-loaded.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `moment(text, 'DD.MM.YYYY')` → `dayjs(text, 'DD.MM.YYYY')`, `moment(at).fromNow()` → `dayjs(at).fromNow()`: much of what
 * a moment knows by itself dayjs knows by plugins, and without them it overlooks a format and prints tokens as they are.
 */
export const dayjsPlugin: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const { before: tree, after } = change;
    const [was, is] = [rootOf(old.callee), rootOf(next.callee)];
    if (was?.name !== 'moment' || !is || is.name === 'moment') continue;
    const taken = valuesFrom(tree, old);
    if (taken.some((value) => isTypedMoment(tree, value))) return MOMENT;
    const binding = nameScopes(after).resolve(is.name, is);
    if (!binding || moduleOf(after, binding) !== 'dayjs') continue;
    const plugins = pluginsOf(after);
    const refusal =
      checkFunction(memberName(next.callee), plugins) ??
      checkGiven(old.arguments, plugins) ??
      firstRefusal(taken, (value) => checkUse(tree, value, plugins));
    if (refusal) return refusal;
  }
  return null;
};

const MOMENT = refuse('same-result', 'Its type says that it is a moment.');

/** `moment` of `moment()` and `moment.utc()` */
function rootOf(callee: Node): Extract<Node, { type: 'Identifier' }> | null {
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  return root.type === 'Identifier' ? root : null;
}

/** Of `dayjs` itself: `dayjs.utc` */
function checkFunction(name: string | null, plugins: ReadonlySet<string>): Refusal | null {
  if (name === null || /^(?:unix|locale|isDayjs|extend)$/.test(name)) return null;
  const plugin = FUNCTIONS[name];
  return plugin ? needs(plugin, plugins) : refuse('same-result', `dayjs has no "${name}".`);
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  utc: 'utc',
  tz: 'timezone',
  duration: 'duration',
  min: 'minMax',
  max: 'minMax',
  localeData: 'localeData',
  weekdays: 'localeData',
  months: 'localeData',
};

function firstRefusal(nodes: readonly Node[], check: (node: Node) => Refusal | null): Refusal | null {
  for (const node of nodes) {
    const refusal = check(node);
    if (refusal) return refusal;
  }
  return null;
}

/** `relativeTime` of `import relativeTime from 'dayjs/plugin/relativeTime'` */
function pluginsOf(tree: SyntaxTree): ReadonlySet<string> {
  return new Set(
    [...modulesLoaded(tree)].flatMap((module) =>
      module.startsWith('dayjs/plugin/') ? [module.slice('dayjs/plugin/'.length).replace(/\.js$/, '')] : [],
    ),
  );
}

/** Whether the result of a function, or a variable, that a value becomes is declared to be a moment. */
function isTypedMoment(tree: SyntaxTree, value: Node): boolean {
  const type = typeTaking(tree, value);
  return type ? /\bmoment\b/i.test(textOf(tree, type)) : false;
}

function typeTaking(tree: SyntaxTree, value: Node): Node | null | undefined {
  const parent = tree.parent(value);
  switch (parent?.type) {
    case 'ReturnStatement':
      return tree.lineage(parent).find(isFunction)?.returnType;
    case 'ArrowFunctionExpression':
      return parent.returnType;
    case 'PropertyDefinition':
      return parent.typeAnnotation;
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.typeAnnotation : null;
    default:
      return null;
  }
}

function checkGiven([first, ...more]: readonly Node[], plugins: ReadonlySet<string>): Refusal | null {
  if (first?.type === 'ObjectExpression') return needs('objectSupport', plugins);
  if (first?.type === 'ArrayExpression') return needs('arraySupport', plugins);
  return more.length > 0 ? needs('customParseFormat', plugins) : null;
}

function needs(plugin: string, plugins: ReadonlySet<string>): Refusal | null {
  return plugins.has(plugin) ? null : refuse('same-arguments', `For this dayjs needs its plugin "${plugin}".`);
}

/** Of a method that is called upon a moment, and of those called upon what it gives. */
function checkUse(tree: SyntaxTree, value: Node, plugins: ReadonlySet<string>): Refusal | null {
  const member = tree.parent(value);
  const name = member?.type === 'MemberExpression' && member.object === value ? memberName(member) : null;
  const call = member && tree.parent(member);
  if (name === null || call?.type !== 'CallExpression' || call.callee !== member) return null;
  const [first] = call.arguments;
  if (!CORE.test(name)) {
    const plugin = OWN_PLUGIN.test(name) ? name : PLUGINS.find(([methods]) => methods.test(name))?.[1];
    if (!plugin) return refuse('same-result', `dayjs has no "${name}".`);
    return needs(plugin, plugins) ?? checkUse(tree, call, plugins);
  }
  if (name === 'utcOffset' && first) return needs('utc', plugins);
  if (/^(?:add|subtract|set)$/.test(name) && first?.type === 'ObjectExpression') return needs('objectSupport', plugins);
  if (name === 'format' && first && !isCoreFormat(constantValue(tree, first), plugins)) return FORMAT;
  return checkUse(tree, call, plugins);
}

const CORE =
  /^(?:clone|isValid|year|month|date|day|hour|minute|second|millisecond|set|get|add|subtract|startOf|endOf|format|diff|valueOf|unix|daysInMonth|to(?:Date|JSON|ISOString|String)|isBefore|isSame|isAfter|locale|utcOffset)$/;

const PLUGINS: readonly (readonly [methods: RegExp, plugin: string])[] = [
  [/^(?:from|to|fromNow|toNow)$/, 'relativeTime'],
  [/^(?:utc|local)$/, 'utc'],
  [/^tz$/, 'timezone'],
  [/^isoWeek/, 'isoWeek'],
  [/^week$/, 'weekOfYear'],
  [/^quarters?$/, 'quarterOfYear'],
  [/^(?:years|months|dates|days|hours|minutes|seconds|milliseconds)$/, 'pluralGetSet'],
];

/** Methods whose plugin is called like them. */
const OWN_PLUGIN =
  /^(?:calendar|weekday|weekYear|dayOfYear|isSameOrBefore|isSameOrAfter|isBetween|isLeapYear|toArray|toObject|localeData)$/;

const FORMAT = refuse('same-arguments', 'The format may hold what dayjs prints as it is, without one of its plugins.');

/** Whether a format is seen to hold nothing but what dayjs knows, too. */
function isCoreFormat(format: Node, plugins: ReadonlySet<string>): boolean {
  if (plugins.has('advancedFormat') || plugins.has('localizedFormat')) return true;
  if (format.type !== 'Literal' || typeof format.value !== 'string') return false;
  const tokens = format.value.replace(/\[[^\]]*\]/g, '').match(TOKENS) ?? [];
  return tokens.every((token) => KNOWN.test(token));
}

/** As moment reads them. */
const TOKENS =
  /[Hh]mm(?:ss)?|Mo|M{1,4}|DDDo|Do|D{1,4}|do|d{1,4}|w[ow]?|W[oW]?|Qo?|N+|Y{6}|Y{5}|Y{4}|Y{1,2}|y+o?|g+|G+|[eEaAxX]|h{1,2}|H{1,2}|k{1,2}|m{1,2}|s{1,2}|S+|z{1,2}|Z{1,2}|LTS?|L{1,4}|l{1,4}/g;

const KNOWN = /^(?:M{1,4}|DD?|d{1,4}|YYYY|YY|[aA]|hh?|HH?|mm?|ss?|SSS|ZZ?)$/;
