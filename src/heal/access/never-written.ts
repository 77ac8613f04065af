/** Paths no heal ever writes to, each with the reason an escalation gives. */
const PROTECTED: readonly (readonly [RegExp, string])[] = [
  [/^\/|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)/i, 'it is not a path inside the project'],
  [/(?:^|\/)(?:\.git|git~\d+)(?:\/|$)/i, 'it belongs to git'],
  [/(?:^|\/)\.specflow(?:\/|$)/i, 'it is specflow’s own state'],
  [/(?:^|\/)node_modules\//i, 'it is an installed package'],
  // `.e2e-spec.ts` is what Nest calls its tests, `.test-d.ts` and `.tst.ts` are tests of types.
  // `Canvas.fixtures.ts` is what the tests of a file compare with.
  [
    /\.(?:(?:\w+-)?(?:test|spec)(?:-d)?|tst|e2e|cy|fixtures?|snap)\.[^/]+$|\.snap$/i,
    'it is a test, and tests define what is right',
  ],
  [
    /(?:^|\/)(?:test_[^/]+\.py|conftest\.py|[^/]+_(?:test|spec)\.[^/.]+)$/i,
    'it is a test, and tests define what is right',
  ],
  // `vitestSetup.ts`, `jest.setup.js`, `setupTests.ts`
  [
    /(?:^|\/)(?:(?:(?:vi)?test|jest|vitest)[-_.]?setup|setup[-_.]?(?:tests?|jest|vitest))\.[^/.]+$/i,
    'it sets up tests, and tests define what is right',
  ],
  // `integration-tests/`
  [
    /(?:^|\/)(?:[\w-]+-tests|tests?|__tests__|__typetests__|__mocks__|__fixtures__|__testfixtures__|__snapshots__|e2e|cypress|specs?|fixtures|testdata)\//i,
    'it belongs to the tests, and tests define what is right',
  ],
  [
    /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|bun\.lockb?|go\.sum|[^/]+\.lock)$/i,
    'it is a lock file',
  ],
];

/** Why no heal writes to a path in any project, as a clause; null when that depends on the project. */
export function neverWritten(path: string): string | null {
  return PROTECTED.find(([regex]) => regex.test(path))?.[1] ?? null;
}
