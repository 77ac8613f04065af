import { Command } from 'commander';
import { enforce, type Only } from '../enforce.js';
import { replay } from '../engine/inspection/replay.js';
import { pickRules } from '../engine/selection/pick-rules.js';
import { readBaselineFile } from '../exemptions/baseline-file.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { openWorkingTree } from '../platform/files/working-tree.js';
import { CHECK_REPORTERS } from '../reporters/index.js';
import type { CheckReport } from '../reporters/report.js';
import { untold } from '../secrets-beside.js';
import { readBlobFile } from '../shard/blob-file.js';
import { digestOf } from '../shard/digest-of.js';
import { type JoinedBlobs, joinBlobs } from '../shard/join-blobs.js';
import type { RecordedOnly } from '../shard/shard-blob.js';
import { healScope } from './check/heal-scope.js';
import { checkReportOf, type PresentOptions, presentCheck, wantsFixes } from './check/present-check.js';
import { sayWhatChangedToo } from './check/setup-among.js';
import { tellUnlooked } from './check/tell-unlooked.js';
import { formatOption, formatsHelp, outputOption, strictOption } from './options/options.js';
import { sayBeside } from './output/say.js';
import type { Session } from './workspace/session.js';
import { openWorkspace, type Workspace } from './workspace/workspace.js';

export function reportCommand(session: Session): Command {
  const command = new Command('report').description('Work with what checks wrote down.');
  command
    .command('merge')
    .description('join the blobs of all shards of a check, and report as if one machine had looked at everything')
    .argument('<blobs...>', 'files that "specflow check --shard i/n -o blob=path" wrote')
    .addOption(strictOption())
    .addOption(formatOption(CHECK_REPORTERS, session))
    .addOption(outputOption(CHECK_REPORTERS, session.cwd))
    .option('-q, --quiet', 'print one line a violation; where there is none, at most what was not looked at')
    .addHelpText('after', formatsHelp(CHECK_REPORTERS))
    .action((blobs: readonly string[], options: PresentOptions) => merge(blobs, options, session));
  return command;
}

async function merge(paths: readonly string[], options: PresentOptions, session: Session): Promise<void> {
  const join = (): Promise<Joined> => joinAt(paths, options, session);
  const { report, workspace, only } = await tellUnlooked(join, CHECK_REPORTERS, options, session);
  presentCheck(report, CHECK_REPORTERS, options, workspace, session);
  if (only.changed && report.result.files === 0) {
    sayBeside('Nothing that changed is in the scope of a rule.\n', session.terminal);
  }
  sayWhatChangedToo(only, workspace, session);
}

interface Joined {
  readonly report: CheckReport;
  readonly workspace: Workspace;
  readonly only: Only;
}

async function joinAt(paths: readonly string[], options: PresentOptions, session: Session): Promise<Joined> {
  const workspace = openWorkspace(session);
  const { config, loaded, root } = workspace;
  const baseline = readBaselineFile(root);
  const joined = joinBlobs(
    paths.map((path) => readBlobFile(path, session.cwd)),
    {
      toolVersion: session.toolVersion,
      digest: digestOf(loaded, config, baseline.baseline),
      rules: new Map(loaded.contracts.flatMap((contract) => contract.rules.map((rule) => [rule.id, rule]))),
    },
  );
  const only = onlyOf(joined.only);
  const found = enforce({
    tree: joinedTree(joined),
    contracts: loaded,
    config,
    today: session.clock.today(),
    only,
    baseline: baseline.baseline ?? undefined,
    inspect: replay(joined.seen),
  });
  const blind = untold(joined.beside.problems, found.problems);
  const notes = { problems: [...blind, ...baseline.problems], findings: baseline.findings };
  const plain = checkReportOf(found, pickRules(loaded, only), notes, workspace, session);
  const report = {
    ...plain,
    healScope: healScope(plain, only, { root, cwd: session.cwd }),
    beside: joined.beside.violations,
  };
  return { report: wantsFixes(options) ? await fixesFromHere(report, workspace, session) : report, workspace, only };
}

/** Fixes are made on the files of this machine, where they hold what the shards saw. */
async function fixesFromHere(report: CheckReport, workspace: Workspace, session: Session): Promise<CheckReport> {
  const { withFixes } = await import('./check/with-fixes.js');
  const tree = openWorkingTree(workspace.root, { maxFileBytes: workspace.config.maxFileBytes });
  return withFixes(report, tree, workspace, session);
}

/** Lists what the shards listed. Nothing is read from it; a path that was asked for was there when they ran. */
function joinedTree({ listed, unlisted, closed, absent, ignoresUnknown }: JoinedBlobs): SourceTree {
  return {
    list: () => listed,
    unlisted: () => unlisted,
    closed: () => closed,
    absent: () => absent,
    ignoresUnknown: () => ignoresUnknown,
    read: () => ({ kind: 'skipped', reason: 'unreadable', detail: 'another machine read it' }),
  };
}

function onlyOf({ ruleIds, contractIds, paths, changed, removed }: RecordedOnly): Only {
  return {
    ruleIds: ruleIds ?? undefined,
    contractIds: contractIds ?? undefined,
    paths: paths ?? undefined,
    changed: changed ? new Set(changed) : undefined,
    removed: removed ? new Set(removed) : undefined,
  };
}
