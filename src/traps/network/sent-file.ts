import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { beginningOf } from '../../semantics/values/beginning-of.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `res.sendfile('a.html')` → `res.sendFile('a.html')`, which throws for a path that is not absolute and has no root. */
export const sentFile: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    if (calledName(old.callee) !== 'sendfile' || calledName(next.callee) !== 'sendFile') continue;
    const [path, options] = next.arguments;
    if (literalMember(options, 'root') || (path && isAbsolute(change.after, path))) continue;
    return refuse(
      'same-arguments',
      'sendFile takes an absolute path, or a root, and it cannot be told whether this is one.',
    );
  }
  return null;
};

/** `[dir, name].join('/')`: only that of a module puts a path together. */
function isOfList(tree: SyntaxTree, callee: Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    !/^(?:path|posix|win32)$|\.(?:posix|win32)$/i.test(textOf(tree, callee.object))
  );
}

function isAbsolute(tree: SyntaxTree, node: Node): boolean {
  const made = constantValue(tree, node);
  switch (made.type) {
    case 'CallExpression': {
      const name = calledName(made.callee);
      const [first] = made.arguments;
      if (/^(?:join|normalize|dirname)$/.test(name ?? '') && !isOfList(tree, made.callee))
        return first !== undefined && isAbsolute(tree, first);
      return name === 'resolve' || name === 'fileURLToPath' || name === 'cwd';
    }
    case 'BinaryExpression':
      return made.operator === '+' && isAbsolute(tree, made.left);
    case 'TemplateLiteral': {
      const [head] = made.expressions;
      if (made.quasis[0]?.value.cooked) return made.quasis[0].value.cooked.startsWith('/');
      return head !== undefined && isAbsolute(tree, head);
    }
    case 'Identifier':
    case 'MemberExpression':
      return /^(?:__dirname|__filename|import\.meta\.(?:dir|file)name)$/.test(textOf(tree, made));
    default:
      return beginningOf(tree, made)?.startsWith('/') ?? false;
  }
}
