import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compare } from '../projects/compare.js';
import { examineOnce } from '../projects/examine-once.js';
import { healOnce } from '../projects/heal-once.js';
import { openProjects } from '../projects/open-projects.js';
import { HARM, prepareHeal } from '../projects/prepare-heal.js';
import { examine, type Health } from '../projects/project-health.js';
import type { Project } from '../projects/read-projects.js';
import { readAll, STATE, withSources } from '../projects/sources.js';
import type { Options, Part, PartResult, Table, Target } from './part.js';

/** A project healed with its own type check and tests as `verify`. */
interface VerifiedReport {
  readonly name: string;
  /** Applied in the end. */
  readonly kept: number;
  /** Made, and taken back because the tests fail with them, the planted one apart. */
  readonly takenBack: number;
  /** What became of the mistaken rule's fixes; null where none was planted. */
  readonly planted: { readonly found: number; readonly takenBack: number } | null;
  readonly newTypeErrors: readonly string[];
  readonly brokenTests: readonly string[];
  readonly testsBefore: number;
  readonly milliseconds: number;
}

export const verifiedPart: Part = {
  name: 'verified',
  summary: 'the same projects with their own type check and tests as verify, some with a harmful rule (slow)',
  async run(options) {
    const reports: VerifiedReport[] = [];
    const missing: string[] = [];
    for (const { project, root } of await openProjects(options, missing)) {
      reports.push(await healVerified(project, root, options));
    }
    return present(reports, missing);
  },
};

async function healVerified(project: Project, root: string, options: Options): Promise<VerifiedReport> {
  const cli = path.join(options.root, 'dist/cli.cjs');
  if (!existsSync(cli)) throw new Error('the projects are healed by dist/cli.cjs: npm run build first');
  const out = mkdtempSync(path.join(tmpdir(), 'specflow-bench-'));
  try {
    return await withSources(root, async (before) => {
      const baseline = await examineOnce(project, root, options);
      const { harm } = project;
      prepareHeal(project, root, options.here, { verify: [verifyCommand(project, baseline, out, options)], harm });
      options.say(`${project.name}: healing with its tests as verify`);
      const begin = performance.now();
      const results = await healOnce(cli, root, path.join(out, 'heal.json'));
      const milliseconds = Math.round(performance.now() - begin);
      rmSync(path.join(root, STATE), { recursive: true, force: true });
      options.say(`${project.name}: type check and tests`);
      const change = compare(before, readAll(root), baseline, await examine(root, project));
      const isTakenBack = ({ reason }: { readonly reason: string }): boolean => reason.startsWith('verify');
      const planted = results.filter(({ ruleId }) => ruleId === HARM);
      const others = results.filter(({ ruleId }) => ruleId !== HARM);
      return {
        name: project.name,
        kept: others.filter(({ healed }) => healed).length,
        takenBack: others.filter(isTakenBack).length,
        planted: harm === undefined ? null : { found: planted.length, takenBack: planted.filter(isTakenBack).length },
        newTypeErrors: change.newTypeErrors,
        brokenTests: change.brokenTests,
        testsBefore: baseline.passed.size,
        milliseconds,
      };
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The tests of a project; where some fail anyway, which would blame nobody, those that do not. */
function verifyCommand(
  { tests }: Project,
  { passed, failed }: Health,
  folder: string,
  { here }: Options,
): readonly string[] {
  const report = path.join(folder, 'tests.json');
  const command = tests.map((part) => part.replace('{out}', report));
  if (failed.size === 0) return command;
  const list = path.join(folder, 'passed.json');
  writeFileSync(list, JSON.stringify([...passed]));
  return [process.execPath, path.join(here, 'projects/verify-passed.mjs'), list, report, ...command];
}

function present(reports: readonly VerifiedReport[], missing: readonly string[]): PartResult {
  const header = ['project', 'tests', 'kept', 'taken back', 'planted', 'found out', 'type errors', 'broken', 's'];
  const rows: Table['rows'] = reports.map((each) => [
    each.name,
    each.testsBefore,
    each.kept,
    each.takenBack,
    each.planted?.found ?? 0,
    each.planted?.takenBack ?? 0,
    each.newTypeErrors.length,
    each.brokenTests.length,
    Math.round(each.milliseconds / 1000),
  ]);
  const sum = (of: (each: VerifiedReport) => number): number => reports.reduce((total, each) => total + of(each), 0);
  const none = (claim: string, count: number): Target => ({
    claim: `${claim}: none`,
    measured: String(count),
    holds: count === 0,
  });
  const planted = sum((each) => each.planted?.found ?? 0);
  const foundOut = sum((each) => each.planted?.takenBack ?? 0);
  return {
    table: { header, rows },
    targets: [
      none(
        'tests newly failing with verify',
        sum((each) => each.brokenTests.length),
      ),
      none(
        'new type errors with verify',
        sum((each) => each.newTypeErrors.length),
      ),
      {
        claim: 'planted harmful fixes found out by the tests: all',
        measured: `${foundOut} of ${planted}`,
        holds: planted > 0 && foundOut === planted,
      },
      none(
        'good fixes taken back with them',
        sum((each) => each.takenBack),
      ),
    ],
    data: { reports, missing },
    details: [
      ...missing,
      ...reports.flatMap(({ name, newTypeErrors, brokenTests }) =>
        [...newTypeErrors, ...brokenTests].map((line) => `${name}: ${line}`),
      ),
    ],
  };
}
