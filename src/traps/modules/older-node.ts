import type { Node } from 'oxc-parser';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isBefore, type Version } from '../../model/version.js';
import { isForPage } from '../../semantics/modules/is-for-page.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, isBetween, type Trap } from '../trap.js';
import { addedImports } from './added-imports.js';

/**
 * `.sort()` → `.toSorted()`, `require('fs')` → `require('node:fs')`, `catch (error)` → `catch`: a package that is for
 * Node 8 as well does not run there any more. Of syntax only where nothing compiles new to old.
 */
export const olderNode: Trap = (change) => {
  const { packages, path } = change.site;
  if (!packages) return null;
  const oldest = packages.oldestNode(path);
  if (!oldest) return newestAlone(change);
  const since =
    newerMember(change, oldest) ?? (/\.[cm]?js$/.test(change.before.path) ? newerSyntax(change, oldest) : null);
  if (!since || (since.isSyntax && packages.isCompiled(path))) return null;
  return tooNew(since.version, oldest);
};

/** Where no package.json says what Node it is for, one of those that are kept up may be the one. */
function newestAlone(change: Change): Refusal | null {
  const since = newerMember(change, KEPT_UP)?.version;
  return since
    ? refuse('node-version', `It takes Node ${since.join('.')}, and no package.json says that there is no older one.`)
    : null;
}

/** The oldest Node that still gets its faults mended. */
const KEPT_UP: Version = [22, 0];

interface Newer {
  readonly version: Version;
  readonly isSyntax: boolean;
}

function tooNew(since: Version, oldest: Version): Refusal {
  return refuse('node-version', `It takes Node ${since.join('.')}, and package.json lets in Node ${oldest.join('.')}.`);
}

function newerMember(change: Change, oldest: Version): Newer | null {
  const { before: tree, after, places } = change;
  const imported = newerImport(change, oldest);
  if (imported) return { version: imported, isSyntax: false };
  for (const place of places) {
    if (isBetween(place)) continue;
    const { old: before, next: around } = place;
    const [old, next] = [textOf(tree, calledWith(before)), textOf(after, calledWith(around))];
    const newer = SINCE.find(
      ([named, since]) =>
        named.test(next) &&
        !named.test(old) &&
        isBefore(oldest, since) &&
        !isBroughtIn(after, next, named) &&
        !(named === WEB_CRYPTO && isKnownCrypto(tree)),
    );
    if (!newer) continue;
    const [, since] = newer;
    if (
      since === NODE_SCHEME &&
      around.some(({ type }) => MODULE_LINE.test(type)) &&
      !isBefore(oldest, IMPORTED_SCHEME)
    ) {
      continue;
    }
    return { version: since, isSyntax: false };
  }
  return null;
}

/** Whether what is a global of newer Nodes comes from a module here: `fetch` of a package, `URL` of `url`. */
function isBroughtIn(tree: SyntaxTree, text: string, named: RegExp): boolean {
  const name = /^(?:new )?(fetch|URL|URLSearchParams|AbortController|structuredClone|queueMicrotask|crypto)[(.]/.exec(
    named.exec(text)?.[0] ?? '',
  )?.[1];
  return (
    name !== undefined &&
    nameScopes(tree)
      .named(name)
      .references.some(({ binding }) => Boolean(binding))
  );
}

/** A page has it, and a file that reads it already knows where it runs. */
function isKnownCrypto(tree: SyntaxTree): boolean {
  return isForPage(tree) || nameScopes(tree).named('crypto').references.length > 0;
}

/** The innermost node of a lineage; where that is a name that is called, the call. */
function calledWith(lineage: readonly Node[]): TextRange {
  const [inner, parent] = lineage;
  if (inner?.type !== 'Identifier') return inner ?? NOWHERE;
  const member = parent?.type === 'MemberExpression' && parent.property === inner ? parent : inner;
  const call = lineage[lineage.indexOf(member) + 1];
  return call?.type === 'CallExpression' && call.callee === member ? call : member;
}

const NOWHERE: TextRange = { start: 0, end: 0 };

/** Of the modules that a change has the file import besides; the scheme of their names is judged where it is all that changed. */
function newerImport(change: Change, oldest: Version): Version | null {
  const names = addedImports(change).map(({ source }) => `'${source.value.replace(/^node:(?!test$)/, '')}'`);
  const newer = SINCE.find(([named, since]) => isBefore(oldest, since) && names.some((name) => named.test(name)));
  return newer?.[1] ?? null;
}

/** What the file says in no other place: where it does, it is read by Nodes that know it. */
function newerSyntax({ before, after, places }: Change, oldest: Version): Newer | null {
  for (const [isIt, since] of SYNTAX_SINCE) {
    if (!isBefore(oldest, since)) continue;
    if (!places.some(({ made }) => after.descendants(made).some((each) => isIt(each, after.parent(each))))) continue;
    const isKnown = before.descendants(before.program).some((each) => isIt(each, before.parent(each)));
    if (!isKnown) return { version: since, isSyntax: true };
  }
  return null;
}

/** `import 'node:fs'` is known since 12.20, which those name who then leave out the beginning of 14; `require` since 14.18. */
const IMPORTED_SCHEME: Version = [12, 20];

const NODE_SCHEME: Version = [14, 18];

const MODULE_LINE = /^(?:Import|Export\w+)Declaration$/;

/** The global object; the module of the same name is imported or required. */
const WEB_CRYPTO = /(?<![.\w])crypto\.\w+\(/;

/** What Node knows since when, by its documentation and that of its engine. */
const SINCE: readonly (readonly [RegExp, Version])[] = [
  [/\bNumber\.is(?:NaN|Finite|(?:Safe)?Integer)\(|\bObject\.setPrototypeOf\(|\bMath\.trunc\(/, [0, 12]],
  [/\bArray\.(?:from|of)\(|\bObject\.assign\(|\.(?:startsWith|endsWith|repeat)\(|odePoint(?:At)?\(/, [4, 0]],
  // Before, what bytes inherit answers to `from`, in another way.
  [/\bBuffer\.(?:from|alloc(?:Unsafe)?)\(/, [4, 5]],
  [/\.includes\(|\bReflect\.\w+\(|\bprocess\.emitWarning\(/, [6, 0]],
  [/\bcrypto\.timingSafeEqual\(/, [6, 6]],
  [/\bObject\.(?:values|entries)\(/, [7, 0]],
  [/\.pad(?:Start|End)\(|\butil\.promisify\(/, [8, 0]],
  [/\.trim(?:Start|End)\(|(?<!\$.*)\.off\(|\bnew URL(?:SearchParams)?\(|\bfs\.promises\b|\.finally\(/, [10, 0]],
  [/\bqueueMicrotask\(|\.flat(?:Map)?\(/, [11, 0]],
  [/\bObject\.fromEntries\(|\.matchAll\(|\bglobalThis\b/, [12, 0]],
  [/\bPromise\.allSettled\(/, [12, 9]],
  [/(?<![.\w])(?:crypto\.)?randomInt\(/, [12, 19]],
  [/['"]fs\/promises['"]/, [14, 0]],
  [/\bfs\.rm(?:Sync)?\(/, [14, 14]],
  [/['"]node:/, NODE_SCHEME],
  [/(?<![.\w])(?:crypto\.)?randomUUID\(/, [14, 17]],
  [/\.replaceAll\(|\bPromise\.any\(|['"](?:node:)?(?:(?:timers|stream|dns)\/promises|assert\/strict)['"]/, [15, 0]],
  [/(?<![.\w])new AbortController\(/, [15, 0]],
  [/['"](?:node:)?util\/types['"]/, [15, 3]],
  [/(?<!\bR|_)\.at\(/, [16, 6]],
  [/\bObject\.hasOwn\(/, [16, 9]],
  [/\bAbortSignal\.timeout\(/, [16, 14]],
  [/['"]node:test['"]|\bparseArgs\(/, [16, 17]],
  [/\bstructuredClone\(|['"](?:node:)?readline\/promises['"]/, [17, 0]],
  [/\.findLast(?:Index)?\(|(?<![.\w])fetch\(/, [18, 0]],
  [/\bURL\.canParse\(|\bAbortSignal\.any\(/, [18, 17]],
  [WEB_CRYPTO, [19, 0]],
  [/\.to(?:Sorted|Reversed|Spliced)\(/, [20, 0]],
  [/\bimport\.meta\.(?:dirname|filename)\b/, [20, 11]],
  [/\bprocess\.loadEnvFile\(|\bstyleText\(/, [20, 12]],
  [/\b(?:Object|Map)\.groupBy\(/, [21, 0]],
  [/\bArray\.fromAsync\(|\bPromise\.withResolvers\(/, [22, 0]],
  [/\bError\.isError\(|\bRegExp\.escape\(|\bPromise\.try\(/, [24, 0]],
];

/** The same of syntax that is no name: a Node before that does not even read the file. */
const SYNTAX_SINCE: readonly (readonly [(node: Node, parent: Node | null) => boolean, Version])[] = [
  [({ type }) => /^(?:ArrowFunctionExpression|TemplateLiteral|Class(?:Declaration|Expression))$/.test(type), [4, 0]],
  [(node) => node.type === 'VariableDeclaration' && node.kind !== 'var', [6, 0]],
  [({ type }) => /^(?:SpreadElement|RestElement|ObjectPattern|ArrayPattern|AssignmentPattern)$/.test(type), [6, 0]],
  [(node) => 'operator' in node && /^\*\*=?$/.test(node.operator), [7, 0]],
  [(node) => node.type === 'AwaitExpression' || ('async' in node && node.async === true), [7, 6]],
  [({ type }, parent) => /^(?:Spread|Rest)Element$/.test(type) && /^Object/.test(parent?.type ?? ''), [8, 3]],
  [(node) => node.type === 'CatchClause' && node.param === null, [10, 0]],
  [({ type }) => /^(?:PropertyDefinition|PrivateIdentifier)$/.test(type), [12, 0]],
  // An edit may lie below the chain that it makes, so each optional link is one by itself.
  [(node) => ('optional' in node && node.optional === true) || ('operator' in node && node.operator === '??'), [14, 0]],
  [(node) => 'operator' in node && /^(?:\?\?|\|\||&&)=$/.test(node.operator), [15, 0]],
  [({ type }) => type === 'StaticBlock', [16, 11]],
];
