import type { Node } from 'oxc-parser';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether a value is made up to run tests by or to fill a database with: nothing that a setting could say better. */
export function isMadeUp(tree: SyntaxTree, node: Node): boolean {
  return (
    OF_TESTS.test(tree.path) ||
    NAMED_TEST.test(tree.path) ||
    OF_DATABASE.test(tree.path) ||
    tree.lineage(node).some(isMock)
  );
}

const END = String.raw`(?:/|\.[cm]?[jt]sx?$)`;

/** `src/testing/a.ts`, `mock.ts`, `users.mocks.js`; what is a test by its path is never written anyway. */
const OF_TESTS = new RegExp(`(?:^|[/._-])(?:testing|test|mocks?|fixtures?)${END}`, 'i');

/** `testCredentials.ts`, `cypress.config.ts` */
const NAMED_TEST = /(?:^|\/)(?:test|mock|fake)[A-Z][^/]*$|(?:^|\/)(?:cypress|playwright)\.config\.[^/]*$/;

/** `prisma/seed.ts`, `seeds/users.js`, `users.seed.ts`, `migrations/001.js` */
const OF_DATABASE = new RegExp(`(?:^|[/._-])(?:seed(?:s|er|ers)?|seed[-_]data|populate\\w*|migrations?)${END}`, 'i');

/** `vi.mock('./env', () => ({ … }))` */
function isMock(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return (
    /^(?:vi|jest)$/.test(calledName(node.callee.object) ?? '') && /^(?:do)?Mock$/i.test(memberName(node.callee) ?? '')
  );
}
