import path from 'node:path';

// What a run of tests says, by the JSON of its runner; plain JavaScript, for a verify command reads it too.

/** @returns `file > title` of each test, by what became of it */
export function testTitles(report, root) {
  const passed = new Set();
  const failed = new Set();
  for (const { file, title, status } of 'testResults' in report ? ofJest(report) : ofMocha(report)) {
    const name = [path.relative(root, file), ...(title === null ? [] : [title])].join(' > ');
    if (status === 'passed') passed.add(name);
    else if (status === 'failed') failed.add(name);
  }
  return { passed, failed };
}

/** The JSON that jest and vitest both write. A file that could not even be loaded has no tests. */
function ofJest({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults: tests }) =>
    tests.length === 0
      ? [{ file: name, title: null, status }]
      : tests.map((test) => ({ file: name, title: test.fullName, status: test.status })),
  );
}

/** The JSON of mocha, whose lists tell how a test ended. */
function ofMocha({ passes, failures }) {
  const titled = (tests, status) => tests.map(({ file = '', fullTitle }) => ({ file, title: fullTitle, status }));
  return [...titled(passes, 'passed'), ...titled(failures, 'failed')];
}
