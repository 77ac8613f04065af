import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEAL_REPORTERS } from '../../src/reporters/index.js';
import { healInMemory, loadRemedy, type Remedy } from '../bench/heal/heal-in-memory.js';
import { type Case, type Files, readCategories } from '../bench/heal/read-cases.js';
import { gitApply } from '../support/git-apply.js';

const categories = readCategories();

interface Both {
  /** What a dry run prints. */
  readonly patch: string;
  readonly untouched: Files;
  readonly healed: Files;
}

async function bothWays(files: Files, { contract, patterns }: Remedy): Promise<Both> {
  const rules = contract.rules.filter(({ scope }) => scope.select([...files.keys()]).length > 0);
  const remedy = { contract: { ...contract, rules }, patterns };
  const dry = await healInMemory(files, remedy, true);
  const report = { result: dry.answer.result, reportFile: null, showSecrets: true };
  const patch = HEAL_REPORTERS.diff?.render(report, { color: false, width: 80, quiet: false }) ?? '';
  return { patch, untouched: dry.files, healed: (await healInMemory(files, remedy)).files };
}

function apply(files: Files, patch: string): Files {
  const after = new Map(files);
  for (const each of patch === '' ? [] : parsePatch(patch)) {
    const file = each.oldFileName?.replace(/^a\//, '') ?? '';
    const text = applyPatch(after.get(file) ?? '', each, { autoConvertLineEndings: false });
    if (text === false) throw new Error(`the patch of ${file} does not apply:\n${patch}`);
    after.set(file, text);
  }
  return after;
}

describe.each(categories)('a dry run over the cases of $name', ({ contract, store, cases }) => {
  const remedy = loadRemedy(contract, store);

  it('prints the patch that turns each into what heal makes of it, and changes nothing', async () => {
    for (const { before } of cases) {
      const { patch, untouched, healed } = await bothWays(before, remedy);
      expect(untouched).toEqual(before);
      expect(apply(before, patch)).toEqual(healed);
    }
  });
});

it('over any of them together it prints what git applies', async () => {
  const some = fc.constantFrom(...categories).chain((category) =>
    fc.record({
      category: fc.constant(category),
      chosen: fc.uniqueArray(fc.constantFrom(...category.cases), { minLength: 1, maxLength: 12 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(some, async ({ category: { contract, store }, chosen }) => {
      const files = together(chosen);
      const { patch, healed } = await bothWays(files, loadRemedy(contract, store));
      expect(gitApply(files, patch)).toEqual(healed);
    }),
    { numRuns: 20 },
  );
});

/** One project of several cases, each file under a name of its own. */
function together(cases: readonly Case[]): Files {
  const files = cases.flatMap(({ before }, index) =>
    [...before].map(([file, text]) => [file.replace(/[^/]+$/, `c${index}$&`), text] as const),
  );
  return new Map(files);
}

describe('git applies the patch of a file', () => {
  const NO_ALPHA = loadRemedy(
    `
contract_meta: { id: odd, version: 1 }
rules:
  non_negotiable:
    - id: ODD-001
      title: No alpha
      scope: ["**/*.ts"]
      behavior:
        forbidden_patterns:
          - pattern: /\\balpha\\(/
            message: alpha
            auto_fix: { strategy: replace, find: alpha, replace: beta, import_line: "import { beta } from './beta.js';" }
`,
    null,
  );
  const text = "import { beta } from './beta.js';\n\nbeta(0);\n\n\n\n\n\nalpha(1);\n";

  it.each([
    ['with a byte order mark, changed on its first line', 'src/a.ts', '\uFEFFalpha(1);\n'],
    ['with a byte order mark, changed below', 'src/a.ts', `\uFEFF${text}`],
    ['with windows line ends', 'src/a.ts', text.replaceAll('\n', '\r\n')],
    ['with both kinds of line ends', 'src/a.ts', text.replace(';\n\n', ';\r\n\r\n')],
    ['with old line ends in between', 'src/a.ts', text.replace('\n\n\n\n', '\n\r\r\n')],
    ['without a last line end', 'src/a.ts', text.trimEnd()],
    ['without a last line end, of one line', 'src/a.ts', 'alpha(1);'],
    ['with blanks in its name', 'src/a b/c d.ts', text],
    ['with a name that begins and ends with blanks', ' src / a .ts', text],
    ['with quotes in its name', `src/"a" 'b'.ts`, text],
    ['with a tab in its name', 'src/a\tb.ts', text],
    ['with a line end in its name', 'src/a\nb.ts', text],
    ['with brackets in its name', 'src/(group)/[id]/...all.ts', text],
    ['with letters of the world in its name', 'src/größe/字.ts', text],
    ['with a name that looks like a date', 'src/2020-01-01 00:00:00.ts', text],
    ['with lines that look like a patch', 'src/a.ts', `${text}--a;\n++b;\n/*\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n*/\n`],
  ])('%s', async (_, file, content) => {
    const files = new Map([[file, content]]);
    const { patch, healed } = await bothWays(files, NO_ALPHA);
    expect(healed).not.toEqual(files);
    expect(gitApply(files, patch)).toEqual(healed);
  });
});
