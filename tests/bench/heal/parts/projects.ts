import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../projects/compare.js';
import { examineOnce } from '../projects/examine-once.js';
import { healOnce } from '../projects/heal-once.js';
import { openProjects } from '../projects/open-projects.js';
import { prepareHeal } from '../projects/prepare-heal.js';
import { examine } from '../projects/project-health.js';
import type { Project } from '../projects/read-projects.js';
import { fixId, type Reviewed, readReviewed, reviewTargets, unreviewed } from '../projects/reviewed.js';
import { readAll, STATE, withSources } from '../projects/sources.js';
import type { Options, Part, PartResult, Table } from './part.js';

/** Everything measured of one project healed in one way. */
export interface ProjectReport {
  readonly name: string;
  readonly commit: string;
  readonly sourceFiles: number;
  readonly found: number;
  readonly healed: number;
  readonly escalated: number;
  readonly byRule: Readonly<Record<string, { found: number; healed: number }>>;
  /** Conditions and gates that said no, and how often. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly newParseErrors: readonly string[];
  readonly newTypeErrors: readonly string[];
  readonly brokenTests: readonly string[];
  readonly tests: { readonly passedBefore: number; readonly failedBefore: number };
  readonly linesTouched: number;
  readonly filesTouched: number;
  readonly milliseconds: number;
  /** Every applied fix, by the identity it is reviewed under. */
  readonly fixes: readonly string[];
  /** `RULE file:line` of what was left, as it was found. */
  readonly left: readonly string[];
  /** Of those, the ones whose fix is known and handed over with another rule's for the same line. */
  readonly shared: readonly string[];
  readonly secondRunChanges: number;
}

export const projectsPart: Part = {
  name: 'projects',
  summary: 'real projects healed under everyday rules, with their own type check and tests (needs --projects)',
  async run(options) {
    const reports: ProjectReport[] = [];
    const missing: string[] = [];
    for (const { project, root } of await openProjects(options, missing)) {
      reports.push(await healProject(project, root, options));
    }
    return present(reports, missing, readReviewed(options.here), options.chosen?.length ?? 4);
  },
};

async function healProject(project: Project, root: string, options: Options): Promise<ProjectReport> {
  const cli = path.join(options.root, 'dist/cli.cjs');
  if (!existsSync(cli)) throw new Error('the projects are healed by dist/cli.cjs: npm run build first');
  return withSources(root, async (before) => {
    prepareHeal(project, root, options.here);
    const report = path.join(root, STATE, 'bench.json');
    const baseline = await examineOnce(project, root, options);
    options.say(`${project.name}: healing`);
    const begin = performance.now();
    const results = await healOnce(cli, root, report);
    const milliseconds = Math.round(performance.now() - begin);
    const after = readAll(root);
    await healOnce(cli, root, report);
    const again = readAll(root);
    rmSync(path.join(root, STATE), { recursive: true, force: true });
    options.say(`${project.name}: type check and tests`);
    const health = await examine(root, project);

    const byRule: Record<string, { found: number; healed: number }> = {};
    const reasons: Record<string, number> = {};
    for (const { ruleId, healed, reason } of results) {
      byRule[ruleId] ??= { found: 0, healed: 0 };
      byRule[ruleId].found++;
      if (healed) byRule[ruleId].healed++;
      else reasons[`${ruleId} ${reason}`] = (reasons[`${ruleId} ${reason}`] ?? 0) + 1;
    }
    const healed = results.filter((each) => each.healed).length;
    return {
      name: project.name,
      commit: project.commit,
      found: results.length,
      healed,
      escalated: results.length - healed,
      byRule,
      reasons,
      milliseconds,
      fixes: results.filter((each) => each.healed).map(({ file, diff }) => fixId(project.name, file, diff)),
      left: results.filter((each) => !each.healed).map(({ ruleId, file, line }) => `${ruleId} ${file}:${line}`),
      shared: results.filter((each) => each.isShared).map(({ ruleId, file, line }) => `${ruleId} ${file}:${line}`),
      secondRunChanges: [...again].filter(([file, text]) => after.get(file) !== text).length,
      ...compare(before, after, baseline, health),
    };
  });
}

function present(
  reports: readonly ProjectReport[],
  missing: readonly string[],
  reviewed: Reviewed,
  wanted: number,
): PartResult {
  const header = [
    'project',
    'files',
    'violations',
    'healed',
    'escalated',
    'same line',
    'parse errors',
    'type errors',
    'tests',
    'broken',
    'lines',
    'ms',
    'second run',
  ];
  const rows: Table['rows'] = reports.map((each) => [
    each.name,
    each.sourceFiles,
    each.found,
    each.healed,
    each.escalated,
    each.shared.length,
    each.newParseErrors.length,
    each.newTypeErrors.length,
    each.tests.passedBefore,
    each.brokenTests.length,
    each.linesTouched,
    each.milliseconds,
    each.secondRunChanges,
  ]);
  const sum = (of: (each: ProjectReport) => number): number => reports.reduce((total, each) => total + of(each), 0);
  const tested = reports.filter(({ tests }) => tests.passedBefore > 0);
  const none = (claim: string, count: number) => ({
    claim: `${claim}: none`,
    measured: String(count),
    holds: count === 0,
  });
  return {
    table: { header, rows },
    targets: [
      {
        claim: `projects with tests of their own: at least ${wanted}`,
        measured: String(tested.length),
        holds: tested.length >= wanted,
      },
      ...reviewTargets(reports, reviewed),
      none(
        'new parse errors',
        sum((each) => each.newParseErrors.length),
      ),
      none(
        'new type errors',
        sum((each) => each.newTypeErrors.length),
      ),
      none(
        'tests newly failing',
        sum((each) => each.brokenTests.length),
      ),
      none(
        'files a second run changes',
        sum((each) => each.secondRunChanges),
      ),
    ],
    data: { reports, missing, unreviewed: unreviewed(reports, reviewed) },
    details: [
      ...missing,
      ...reports.flatMap(({ name, newTypeErrors, brokenTests, newParseErrors }) =>
        [...newParseErrors, ...newTypeErrors, ...brokenTests].map((line) => `${name}: ${line}`),
      ),
    ],
  };
}
