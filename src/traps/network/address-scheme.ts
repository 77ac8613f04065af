import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isAskedByHttp } from '../../semantics/uses/is-asked-by-http.js';
import { isLookedFor } from '../../semantics/uses/is-looked-for.js';
import { isNearby, securedAddresses } from '../../semantics/values/addresses.js';
import { isNamespace } from '../../semantics/values/is-namespace.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `http://shop.com` → `https://shop.com` reaches the same server where it is public and on its usual port. A machine
 * nearby has no certificate; and what names an XML namespace or a schema is a name, of which each letter counts.
 */
export const addressScheme: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [wholeText(old), wholeText(next)];
    if (!was || !made) continue;
    for (const address of securedAddresses(textOf(tree, was), textOf(after, made))) {
      if (isNamespace(tree, was, `${address.host}${address.path}`)) {
        return refuse(
          'address-elsewhere',
          `"${address.written}" is a name that others look for as it is, not an address.`,
        );
      }
      if (address.host === '' && isOneOfTwo(tree, was, address.written)) {
        return refuse('address-elsewhere', 'The file puts either scheme in front, and chooses between them.');
      }
      if (address.host === '' && isSetBeforeGiven(tree, was)) {
        return refuse(
          'address-elsewhere',
          'What is asked is known at run time only, and so is whether it is encrypted.',
        );
      }
      if (isLookedFor(tree, was)) return refuse('address-elsewhere', 'Other addresses are compared with it.');
      if (isAskedByHttp(tree, was)) {
        return refuse('address-elsewhere', 'The module that asks this address refuses an encrypted one.');
      }
      if (isNearby(address) || isPortAdded(tree, was)) {
        return refuse(
          'address-elsewhere',
          `Whether ${address.host}${address.port} answers with encryption is not known.`,
        );
      }
    }
  }
  return null;
};

/** The string or template, of which an edit may touch one piece. */
function wholeText(lineage: readonly Node[]): Node | null {
  return lineage.slice(0, 2).findLast(({ type }) => type === 'Literal' || type === 'TemplateLiteral') ?? null;
}

/** `'http://'` in a file that says `'https://'` somewhere else: which of them holds is told at run time. */
function isOneOfTwo(tree: SyntaxTree, node: Node, written: string): boolean {
  const scheme = /^(?:http|ws):\/\//.exec(written)?.[0] ?? '';
  const secured = scheme.replace(':', 's:');
  return tree.descendants(tree.program).some((each) => {
    if (each.type === 'Literal') return each !== node && each.value === secured;
    if (each.type !== 'TemplateElement' || !each.value.raw.endsWith(secured)) return false;
    const [host, other] = [firstHole(tree, node), firstHole(tree, tree.parent(each))];
    return host === null || host === other;
  });
}

/** `'http://' + req.get('host')`, `http://${address}`, `url = 'http://' + url`, `url.replace('tcp://', 'http://')` */
function isSetBeforeGiven(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'CallExpression') return /^replace(?:All)?$/.test(calledName(parent.callee) ?? '');
  const given = hostBehind(tree, node);
  if (given === null) return false;
  if (OWN_HOST.test(given) || NUMBER_OF_MACHINE.test(given)) return true;
  const set = tree.lineage(node).find(({ type }) => type === 'AssignmentExpression');
  return set?.type === 'AssignmentExpression' && textOf(tree, set.left) === given;
}

/** What is written behind the scheme that a template begins with. */
function firstHole(tree: SyntaxTree, node: Node | null): string | null {
  const [hole] = node?.type === 'TemplateLiteral' ? node.expressions : [];
  return hole ? textOf(tree, hole) : null;
}

/** What is put behind a scheme: the first hole of a template, or the next part of a sum. */
function hostBehind(tree: SyntaxTree, node: Node): string | null {
  const parent = tree.parent(node);
  if (parent?.type !== 'BinaryExpression' || parent.operator !== '+') return firstHole(tree, node);
  if (parent.left === node) return textOf(tree, parent.right);
  const sum = tree.parent(parent);
  return sum?.type === 'BinaryExpression' && sum.left === parent ? textOf(tree, sum.right) : null;
}

/** `req.get('host')`, `ctx.request.headers.host`, `req.host || 'localhost'`, `location.host`: of whom is asked right now. */
const OWN_HOST =
  /(?:^|\.)(?:(?:req(?:uest)?|ctx|c)\.(?:(?:get|header)\(\s*['"]host['"]\s*\)|(?:headers\.)?host(?:name)?\b|headers\[['"]host['"]\])|location\.host(?:name)?$)/i;

/** `remoteAddress`, `server.ip` */
const NUMBER_OF_MACHINE = /(?:^|[._]|[a-z](?=A))(?:addr(?:ess)?|ip)$/i;

/** Put behind it: `'http://' + host + ':' + port`. */
function isPortAdded(tree: SyntaxTree, node: Node): boolean {
  const sum = tree.lineage(node).findLast((each) => each.type === 'BinaryExpression' && each.operator === '+');
  return sum !== undefined && /['"`]:/.test(tree.text.slice(node.end, sum.end));
}
