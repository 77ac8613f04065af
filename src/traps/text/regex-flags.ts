import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `new RegExp(x, 'g')` → `'gu'`: by the rules of Unicode many an escape is an error, which shows when it runs. With `g` or `y`
 * an expression remembers where it was, and `match` gives something else.
 */
export const regexFlags: Trap = ({ after, places }) => {
  for (const { old, next } of places) {
    const [was, is] = [expressionIn(old), expressionIn(next)];
    if (!was || !is) continue;
    const added = [...is.flags].filter((flag) => !was.flags.includes(flag)).join('');
    if (/[uv]/.test(added) && !compiles(is)) {
      return refuse('same-result', 'What the expression is made of need not be one by the rules of Unicode.');
    }
    const isChanged =
      /[gy]/.test(added) || /[gy]/.test([...was.flags].filter((flag) => !is.flags.includes(flag)).join(''));
    if (isChanged && !isOnlyReplaced(after, is.node)) {
      return refuse(
        'same-result',
        'With these flags it is searched from where it was last, and found in another form.',
      );
    }
  }
  return null;
};

interface Expression {
  readonly node: Node;
  /** Null where it is put together at run time. */
  readonly source: string | null;
  readonly flags: string;
}

function expressionIn(lineage: readonly Node[]): Expression | null {
  const node = lineage.find((each) => readExpression(each) !== null);
  return node ? readExpression(node) : null;
}

function readExpression(node: Node): Expression | null {
  if (node.type === 'Literal' && 'regex' in node) return { node, source: node.regex.pattern, flags: node.regex.flags };
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return null;
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return null;
  const [source, flags] = node.arguments;
  if (flags && (flags.type !== 'Literal' || typeof flags.value !== 'string')) return null;
  const text = source?.type === 'Literal' && typeof source.value === 'string' ? source.value : null;
  return { node, source: text, flags: flags?.type === 'Literal' ? String(flags.value) : '' };
}

function compiles({ source, flags }: Expression): boolean {
  if (source === null) return false;
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    // What does not compile is the answer.
    return false;
  }
}

/** The pattern of a replacement, by itself or by the one name it has. */
function isOnlyReplaced(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && parent.init === node) {
    const { references } = nameScopes(tree).named(parent.id.name);
    const uses = references.filter(({ binding }) => binding?.declaration === parent);
    return uses.length > 0 && uses.every((use) => use.node === parent.id || isOnlyReplaced(tree, use.node));
  }
  return (
    parent?.type === 'CallExpression' &&
    parent.arguments[0] === node &&
    /^(?:replace|replaceAll|matchAll|split|search)$/.test(calledName(parent.callee) ?? '')
  );
}
