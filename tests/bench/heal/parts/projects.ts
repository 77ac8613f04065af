import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fastGlob from 'fast-glob';
import { parseSyntax } from '../../../../src/syntax/parse-syntax.js';
import { examine, type Health, start } from '../projects/project-health.js';
import { type Project, readProjects } from '../projects/read-projects.js';
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
  readonly secondRunChanges: number;
}

const SOURCES = ['{src,lib}/**/*.{ts,tsx,js,jsx,mts,cts}'];
const STATE = '.specflow';

export const projectsPart: Part = {
  name: 'projects',
  summary: 'real projects healed under everyday rules, with their own type check and tests (needs --projects)',
  async run(options) {
    const reports: ProjectReport[] = [];
    const missing: string[] = [];
    for (const { project, root } of openProjects(options, missing)) reports.push(healProject(project, root, options));
    return present(reports, missing);
  },
};

/** The projects that are there and at their commit, installed. */
export function openProjects(
  { here, projects: folder, say }: Options,
  missing: string[],
): readonly { readonly project: Project; readonly root: string }[] {
  if (folder === null) {
    missing.push('no --projects <folder> was given');
    return [];
  }
  return readProjects(here, folder).flatMap((project) => {
    const root = path.join(folder, project.name);
    const why = whyUnusable(project, root);
    if (why !== null) {
      missing.push(why);
      return [];
    }
    if (!existsSync(path.join(root, 'node_modules'))) {
      say(`${project.name}: installing`);
      const { status, output } = start(root, project.install);
      if (status !== 0) {
        missing.push(`${project.name}: not installed\n${output.slice(-1000)}`);
        return [];
      }
    }
    return [{ project, root }];
  });
}

function whyUnusable({ name, source, commit }: Project, root: string): string | null {
  if (!existsSync(path.join(root, '.git'))) return `${name}: not cloned; git clone ${source} ${root}`;
  const head = start(root, ['git', 'rev-parse', 'HEAD']).output.trim();
  if (head !== commit) return `${name}: is at ${head}; git -C ${root} checkout ${commit}`;
  const dirty = start(root, ['git', 'status', '--porcelain', '--untracked-files=no']).output.trim();
  return dirty === '' ? null : `${name}: has local changes`;
}

function healProject(project: Project, root: string, options: Options): ProjectReport {
  const cli = path.join(options.root, 'dist/cli.js');
  if (!existsSync(cli)) throw new Error('the projects are healed by dist/cli.js: npm run build first');
  return withSources(root, (before) => {
    mkdirSync(path.join(root, STATE, 'contracts'), { recursive: true });
    const contract = readFileSync(path.join(options.here, 'projects/contract.yml'), 'utf8');
    writeFileSync(path.join(root, STATE, 'contracts/everyday.yml'), contract);
    const config = { contracts: [`${STATE}/contracts/*.yml`] };
    writeFileSync(path.join(root, STATE, 'config.json'), JSON.stringify(config));

    const baseline = examineOnce(project, root, options);
    options.say(`${project.name}: healing`);
    const begin = performance.now();
    const results = healOnce(cli, root);
    const milliseconds = Math.round(performance.now() - begin);
    const after = readAll(root);
    healOnce(cli, root);
    const again = readAll(root);
    rmSync(path.join(root, STATE), { recursive: true, force: true });
    options.say(`${project.name}: type check and tests`);
    const health = examine(root, project);

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
      secondRunChanges: [...again].filter(([file, text]) => after.get(file) !== text).length,
      ...compare(before, after, baseline, health),
    };
  });
}

/** What a change of sources did to a project. */
export function compare(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  baseline: Health,
  health: Health,
) {
  const changed = [...after].filter(([file, text]) => before.get(file) !== text);
  const errors = (file: string, text: string): number => parseSyntax(file, text)?.errors.length ?? 0;
  return {
    sourceFiles: before.size,
    newParseErrors: changed
      .filter(([file, text]) => errors(file, text) > errors(file, before.get(file) ?? ''))
      .map(([file]) => file),
    newTypeErrors: newOnes(baseline.typeErrors, health.typeErrors),
    brokenTests: [...baseline.passed].filter((name) => !health.passed.has(name)),
    tests: { passedBefore: baseline.passed.size, failedBefore: baseline.failed.size },
    linesTouched: changed.reduce((sum, [file, text]) => sum + touchedLines(before.get(file) ?? '', text), 0),
    filesTouched: changed.length,
  };
}

const baselines = new Map<string, Health>();

/** Examined before anything was changed, once for all ways of mending. */
export function examineOnce(project: Project, root: string, { say }: Options): Health {
  const known = baselines.get(project.name);
  if (known) return known;
  say(`${project.name}: type check and tests before`);
  const health = examine(root, project);
  baselines.set(project.name, health);
  return health;
}

/** Runs `work` and puts every source back as it was, whatever happens. */
export function withSources<T>(root: string, work: (before: ReadonlyMap<string, string>) => T): T {
  const before = readAll(root);
  try {
    return work(before);
  } finally {
    rmSync(path.join(root, STATE), { recursive: true, force: true });
    for (const [file, text] of readAll(root)) {
      const old = before.get(file);
      if (old !== undefined && old !== text) writeFileSync(path.join(root, file), old);
    }
  }
}

export function readAll(root: string): ReadonlyMap<string, string> {
  const files = fastGlob.sync(SOURCES, { cwd: root, ignore: ['**/node_modules/**'] }).sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

interface Result {
  readonly ruleId: string;
  readonly healed: boolean;
  readonly reason: string;
}

function healOnce(cli: string, root: string): readonly Result[] {
  const report = path.join(root, STATE, 'bench.json');
  const { status, output } = start(root, [
    process.execPath,
    cli,
    'heal',
    '--allow-ci',
    '--quiet',
    '-o',
    `json=${report}`,
  ]);
  if (status > 1) throw new Error(`heal ended with ${status} in ${root}:\n${output.slice(-2000)}`);
  const {
    results,
  }: { results: readonly { ruleId: string; status: string; attempts: readonly { gate: string | null }[] }[] } =
    JSON.parse(readFileSync(report, 'utf8'));
  return results.map(({ ruleId, status: ended, attempts }) => ({
    ruleId,
    healed: ended === 'healed',
    reason: attempts.at(-1)?.gate ?? 'not-tried',
  }));
}

function newOnes(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((each) => {
    const at = left.indexOf(each);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

/** Lines that are not in the other text, as a multiset: moved lines do not count. */
function touchedLines(before: string, after: string): number {
  return newOnes(before.split('\n'), after.split('\n')).length || newOnes(after.split('\n'), before.split('\n')).length;
}

function present(reports: readonly ProjectReport[], missing: readonly string[]): PartResult {
  const header = [
    'project',
    'files',
    'violations',
    'healed',
    'escalated',
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
    each.newParseErrors.length,
    each.newTypeErrors.length,
    each.tests.passedBefore,
    each.brokenTests.length,
    each.linesTouched,
    each.milliseconds,
    each.secondRunChanges,
  ]);
  const sum = (of: (each: ProjectReport) => number): number => reports.reduce((total, each) => total + of(each), 0);
  const none = (claim: string, count: number) => ({
    claim: `${claim}: none`,
    measured: String(count),
    holds: count === 0,
  });
  return {
    table: { header, rows },
    targets: [
      {
        claim: 'projects with tests of their own: at least 4',
        measured: String(reports.length),
        holds: reports.length >= 4,
      },
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
    data: { reports, missing },
    details: [
      ...missing,
      ...reports.flatMap(({ name, newTypeErrors, brokenTests, newParseErrors }) =>
        [...newParseErrors, ...newTypeErrors, ...brokenTests].map((line) => `${name}: ${line}`),
      ),
    ],
  };
}
