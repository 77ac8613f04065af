import type { Node } from 'oxc-parser';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether a value is made up to run tests by or to fill a database with: nothing that a setting could say better. */
export function isMadeUp(tree: SyntaxTree, node: Node): boolean {
  return SETUP.test(tree.path) || SEED.test(tree.path) || tree.lineage(node).some(isMock);
}

/** `vitestSetup.ts`, `jest.setup.js`, `setup-tests.ts` */
const SETUP = /(?:^|\/)(?:(?:vi)?test|jest)[-_.]?setup\b[^/]*$|(?:^|\/)setup[-_.]?(?:tests?|jest|vitest)\.[^/]*$/i;

/** `prisma/seed.ts`, `seeds/users.js`, `users.seed.ts` */
const SEED = /(?:^|\/)(?:[\w-]+[-_.])?seed(?:s|er|ers)?(?:\/|\.[cm]?[jt]sx?$)/i;

/** `vi.mock('./env', () => ({ … }))` */
function isMock(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return (
    /^(?:vi|jest)$/.test(calledName(node.callee.object) ?? '') && /^(?:do)?Mock$/i.test(memberName(node.callee) ?? '')
  );
}
