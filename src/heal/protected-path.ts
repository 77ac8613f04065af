import micromatch from 'micromatch';

/** Paths no heal ever writes to, each with the reason an escalation gives. */
const PROTECTED: readonly (readonly [RegExp, string])[] = [
  [/^\/|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)/i, 'it is not a path inside the project'],
  [/(?:^|\/)(?:\.git|git~\d+)(?:\/|$)/i, 'it belongs to git'],
  [/(?:^|\/)\.specflow(?:\/|$)/i, 'it is specflow’s own state'],
  [/(?:^|\/)node_modules\//i, 'it is an installed package'],
  [/\.(?:test|spec|e2e|cy|snap)\.[^/]+$|\.snap$/i, 'it is a test, and tests define what is right'],
  [
    /(?:^|\/)(?:test_[^/]+\.py|conftest\.py|[^/]+_(?:test|spec)\.[^/.]+)$/i,
    'it is a test, and tests define what is right',
  ],
  [
    /(?:^|\/)(?:tests?|__tests__|__mocks__|__fixtures__|__snapshots__|e2e|cypress|specs?|fixtures|testdata)\//i,
    'it belongs to the tests, and tests define what is right',
  ],
  [
    /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|bun\.lockb?|go\.sum|[^/]+\.lock)$/i,
    'it is a lock file',
  ],
];

/**
 * Why heal must not write to a path, as a clause, or null when it may.
 * @param contractFiles root-relative paths of the loaded contracts
 * @param globs the owner's `protect` globs
 */
export function protectedReason(
  path: string,
  contractFiles: ReadonlySet<string>,
  globs: readonly string[],
): string | null {
  for (const [regex, reason] of PROTECTED) if (regex.test(path)) return reason;
  if (contractFiles.has(path)) return 'it is a contract';
  const glob = globs.find((each) => micromatch.isMatch(path, each, { dot: true }));
  return glob === undefined ? null : `the configuration protects ${glob}`;
}
