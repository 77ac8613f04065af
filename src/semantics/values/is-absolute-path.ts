import type { Node } from 'oxc-parser';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { beginningOf } from './beginning-of.js';
import { constantValue } from './constant-value.js';

/** Whether a value is seen to begin where no folder is needed to find it: at the root, or beside the file. */
export function isAbsolutePath(tree: SyntaxTree, node: Node): boolean {
  const made = constantValue(tree, node);
  switch (made.type) {
    case 'CallExpression': {
      const name = calledName(made.callee);
      const [first] = made.arguments;
      if (/^(?:join|normalize|dirname)$/.test(name ?? '') && !isOfList(tree, made.callee))
        return first !== undefined && isAbsolutePath(tree, first);
      return name === 'resolve' || name === 'fileURLToPath' || name === 'cwd';
    }
    case 'BinaryExpression':
      return made.operator === '+' && isAbsolutePath(tree, made.left);
    case 'TemplateLiteral': {
      const [head] = made.expressions;
      if (made.quasis[0]?.value.cooked) return made.quasis[0].value.cooked.startsWith('/');
      return head !== undefined && isAbsolutePath(tree, head);
    }
    case 'Identifier':
    case 'MemberExpression':
      return /^(?:__dirname|__filename|import\.meta\.(?:dir|file)name)$/.test(textOf(tree, made));
    default:
      return beginningOf(tree, made)?.startsWith('/') ?? false;
  }
}

/** `[dir, name].join('/')`: only that of a module puts a path together. */
function isOfList(tree: SyntaxTree, callee: Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    !/^(?:path|posix|win32)$|\.(?:posix|win32)$/i.test(textOf(tree, callee.object))
  );
}
