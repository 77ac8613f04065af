import { expect, it } from 'vitest';
import { healProject } from '../heal-project.js';

const RULES = `
- id: CALL-1
  title: Calls are new
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /oldCall\\(/
        message: Call newCall
        auto_fix: { strategy: replace, find: oldCall, replace: newCall, import_line: "import { newCall } from './calls';" }
`;

it('fixes that can be made one by one are told with edits of the file as it was', async () => {
  const text = "import { a } from './a';\na();\noldCall(1);\noldCall(2);\n";
  const { fixes, disk } = await healProject({ rules: RULES, files: { 'src/a.ts': text, 'src/b.ts': 'run();\n' } });
  expect(disk['src/a.ts']).toBe(
    "import { a } from './a';\nimport { newCall } from './calls';\na();\nnewCall(1);\nnewCall(2);\n",
  );
  expect(
    fixes.map(({ file, source, violations }) => [file, source, violations.map(({ place }) => place?.line)]),
  ).toEqual([
    ['src/a.ts', 'auto_fix', [4]],
    ['src/a.ts', 'auto_fix', [3]],
  ]);
  for (const { edits } of fixes) {
    expect(edits.map(({ text: put }) => put.trim())).toEqual(["import { newCall } from './calls';", 'newCall']);
    expect(edits.map(({ range }) => range.start)).toEqual(
      [...edits.map(({ range }) => range.start)].sort((a, b) => a - b),
    );
    const [, call] = edits;
    expect(call && text.slice(call.range.start, call.range.end)).toBe('oldCall');
  }
});
