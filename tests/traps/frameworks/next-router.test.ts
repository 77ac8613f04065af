import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, "from 'next/router'", "from 'next/navigation'", { path: 'a.tsx' });
const HEAD = "import { useRouter } from 'next/router';\n";

test.each([
  `${HEAD}function A() { const router = useRouter(); return router.query.id; }`,
  `${HEAD}function A() { const { push, pathname } = useRouter(); push(pathname); }`,
  `${HEAD}function A() { return useRouter().asPath; }`,
  "import { withRouter } from 'next/router';\nexport default withRouter(A);",
  "import Router from 'next/router';\nRouter.push('/');",
])('a router that is asked for more stays: %s', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each([
  `${HEAD}function A() { const router = useRouter(); router.push('/'); }`,
  `${HEAD}function A() { const { back } = useRouter(); back(); }`,
])('one that leads on may be the other: %s', (text) => {
  expect(run(text)).toBe(text.replace('next/router', 'next/navigation'));
});
