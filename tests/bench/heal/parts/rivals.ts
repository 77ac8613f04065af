import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judgeMutant } from '../mutations/judge-mutant.js';
import { judgeText, type Verdict } from '../mutations/judge-text.js';
import type { Mutant } from '../mutations/make-mutant.js';
import { compare } from '../projects/compare.js';
import { examineOnce } from '../projects/examine-once.js';
import { openProjects } from '../projects/open-projects.js';
import { examine } from '../projects/project-health.js';
import { readAll, withSources } from '../projects/sources.js';
import { mendEverydayByAstGrep } from '../rivals/ast-grep.js';
import { mendEverydayByEslint } from '../rivals/eslint.js';
import { RIVALS } from '../rivals/index.js';
import { mendEverydayNaively } from '../rivals/naive.js';
import type { Rival } from '../rivals/rival.js';
import { type Family, makeFamilies } from './mutations.js';
import type { Options, Part, Target } from './part.js';
import { percent } from './part.js';

interface Score {
  readonly tool: string;
  readonly mutants: number;
  readonly exact: number;
  readonly equivalent: number;
  readonly escalated: number;
  readonly wrong: number;
  readonly decoys: number;
}

export const rivalsPart: Part = {
  name: 'rivals',
  summary: 'naive regex, eslint --fix and ast-grep on the same mutations and projects (installs them from npm)',
  async run(options) {
    const tools = installTools(options);
    const families = makeFamilies(options);
    const scores: Score[] = [];
    const details: string[] = [];
    for (const rival of RIVALS) {
      const known = families.filter(({ kind }) => rival.knows(kind.ruleId));
      options.say(`${rival.name}: ${known.length} kinds`);
      scores.push(
        score(
          rival.name,
          known.flatMap((family) => mendFamily(rival, family, tools)),
        ),
      );
      const ours = known.flatMap(({ mutants, remedy }) => mutants.map((mutant) => judgeMutant(mutant, remedy)));
      scores.push(score(`  specflow on the same ${known.length} kinds`, await Promise.all(ours)));
    }
    const projects = await mendProjects(options, tools, details);
    return {
      table: {
        header: ['tool', 'mutants', 'byte for byte', 'equivalent', 'left', 'wrong', 'decoys touched'],
        rows: scores.map((each) => [
          each.tool,
          each.mutants,
          each.exact,
          each.equivalent,
          each.escalated,
          each.wrong,
          each.decoys,
        ]),
      },
      targets: scores.flatMap((each, index): readonly Target[] => {
        const own = scores[index + 1];
        if (index % 2 === 1 || !own) return [];
        const [theirs, ours] = [harm(each), harm(own)];
        return [
          {
            claim: `no more harm than ${each.tool}`,
            measured: `${percent(ours, own.mutants)} against ${percent(theirs, each.mutants)}`,
            holds: ours <= theirs,
          },
          {
            claim: `mends at least as much as ${each.tool}`,
            measured: `${percent(mended(own), own.mutants)} against ${percent(mended(each), each.mutants)}`,
            holds: mended(own) >= mended(each),
          },
        ];
      }),
      data: { scores, projects },
      details,
    };
  },
};

const harm = ({ wrong, decoys }: Score): number => Math.max(wrong, decoys);
const mended = ({ exact, equivalent }: Score): number => exact + equivalent;

/** Into a folder of the system's temporary ones, kept for the next run: never into this repository. */
function installTools({ say }: Options): string {
  const packages = RIVALS.flatMap((rival) => rival.packages);
  const tools = path.join(tmpdir(), 'specflow-bench-tools');
  const mark = path.join(tools, 'installed.json');
  const wanted = JSON.stringify(packages);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return tools;
  say(`installing ${packages.join(', ')} into ${tools}`);
  mkdirSync(tools, { recursive: true });
  writeFileSync(path.join(tools, 'package.json'), '{ "private": true }\n');
  const ended = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...packages], {
    cwd: tools,
    encoding: 'utf8',
  });
  if (ended.status !== 0) throw new Error(`npm install failed in ${tools}:\n${ended.stderr}`);
  writeFileSync(mark, wanted);
  return tools;
}

function mendFamily(rival: Rival, { kind, mutants }: Family, tools: string): readonly Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'specflow-bench-'));
  try {
    const files = mutants.map((mutant, index) => fileOf(mutant, index));
    mutants.forEach((mutant, index) => {
      writeFileSync(path.join(folder, files[index] ?? ''), mutant.spoilt);
    });
    rival.mend(folder, files, kind.ruleId, tools);
    return mutants.map((mutant, index) =>
      judgeText(mutant, readFileSync(path.join(folder, files[index] ?? ''), 'utf8'), ''),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fileOf(mutant: Mutant, index: number): string {
  return `m${index}${path.extname(mutant.path)}`;
}

function score(tool: string, verdicts: readonly Verdict[]): Score {
  const count = (kind: Verdict['kind']): number => verdicts.filter((each) => each.kind === kind).length;
  return {
    tool,
    mutants: verdicts.length,
    exact: count('byte-for-byte'),
    equivalent: count('equivalent'),
    escalated: count('escalated'),
    wrong: count('wrong'),
    decoys: verdicts.filter(({ decoyTouched }) => decoyTouched).length,
  };
}

const EVERYDAY: readonly (readonly [string, (root: string, tools: string) => void])[] = [
  [
    'naive regex',
    (root) => {
      for (const [file, text] of readAll(root))
        if (!isTest(file)) writeFileSync(path.join(root, file), mendEverydayNaively(text));
    },
  ],
  ['eslint --fix', (root, tools) => mendEverydayByEslint(path.join(root, 'src'), tools)],
  ['ast-grep', (root, tools) => mendEverydayByAstGrep(path.join(root, 'src'), tools)],
];

function isTest(file: string): boolean {
  return /\.(?:test|spec)\.|(?:^|\/)(?:tests?|__tests__)\/|\.d\.ts$/.test(file);
}

async function mendProjects(options: Options, tools: string, details: string[]): Promise<readonly object[]> {
  if (options.projects === null) return [];
  const reports: object[] = [];
  for (const { project, root } of await openProjects(options, details)) {
    const baseline = await examineOnce(project, root, options);
    for (const [tool, mend] of EVERYDAY) {
      const report = await withSources(root, async (before) => {
        options.say(`${project.name}: ${tool}`);
        mend(root, tools);
        const mended = compare(before, readAll(root), baseline, await examine(root, project));
        return {
          project: project.name,
          tool,
          linesTouched: mended.linesTouched,
          filesTouched: mended.filesTouched,
          newParseErrors: mended.newParseErrors.length,
          newTypeErrors: mended.newTypeErrors.length,
          brokenTests: mended.brokenTests.length,
        };
      });
      reports.push(report);
      const { linesTouched, newParseErrors, newTypeErrors, brokenTests } = report;
      details.push(
        `${project.name} by ${tool}: ${linesTouched} lines touched, ${newParseErrors} files no longer parse, ` +
          `${newTypeErrors} new type errors, ${brokenTests} tests broken`,
      );
    }
  }
  return reports;
}
