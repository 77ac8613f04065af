import { enforce, type Only } from '../../enforce.js';
import type { Inspection } from '../../engine/inspection/inspection.js';
import { type BaselineRead, MAX_BASELINE_BYTES, readBaselineFile } from '../../exemptions/baseline-file.js';
import type { Beside, CheckResult } from '../../model/check-result.js';
import type { SourceTree } from '../../platform/files/source-tree.js';
import type { ListedAhead } from '../../platform/git/list-ahead.js';
import { secretsBeside } from '../../secrets-beside.js';
import { isCode } from '../../syntax/is-code.js';
import { ruleChoice } from '../options/rule-choice.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import type { CheckOptions } from './check-options.js';
import type { HelpingThreads } from './helping-threads.js';
import type { Stage } from './open-stage.js';
import { judgingKey, prescanFor } from './prescan-for.js';
import { withoutSilent } from './silent-files.js';
import type { StagedIndex } from './staged-index.js';

/** What a check looks at: the tree, and the part of it that counts. */
export interface View {
  readonly workspace: Workspace;
  readonly index: StagedIndex | null;
  readonly tree: SourceTree;
  readonly only: Pick<Only, 'paths' | 'changed' | 'removed'>;
  /** Required patterns that are known to be met by files not looked at; absent where everything is looked at. */
  readonly satisfied?: ReadonlySet<string>;
  /** What the tree was listed from; null where git was asked for everything. */
  readonly listed?: ListedAhead | null;
}

export interface Judged {
  readonly found: CheckResult;
  readonly baseline: BaselineRead;
  /** Where not all rules were asked: what those about secrets find beside it. */
  readonly beside: Beside;
}

interface JudgeRequest {
  readonly options: CheckOptions;
  readonly helpers: HelpingThreads;
  /** The commit that says what is right. */
  readonly policy: SourceTree | undefined;
  readonly stage: Stage | null;
  readonly record: ((path: string, seen: Inspection) => void) | undefined;
  readonly session: Session;
}

/** Judges a view, with whatever spares looking at files again. */
export function judgeView(view: View, request: JudgeRequest): Judged {
  const { index, workspace, only, satisfied } = view;
  const { options, helpers, policy, stage, record, session } = request;
  const { root, config, loaded } = workspace;
  const baseline = readBaselineFile(root, policy ?? index?.sources(MAX_BASELINE_BYTES));
  const memory = index && satisfied === undefined ? (stage?.memory(index, workspace) ?? null) : null;
  const asked = { ...ruleChoice(options), ...only };
  const isWhole =
    policy === undefined && options.shard === undefined && Object.values(asked).every((each) => each === undefined);
  const listed = isWhole && options.cache && record === undefined ? (view.listed ?? null) : null;
  // To spell out all rules takes as long as judging a few files, and a commit hook has no use for it.
  let spelt: string | null = null;
  const key = (): string => {
    spelt ??= judgingKey(workspace, session);
    return spelt;
  };
  const silent = listed && withoutSilent(workspace, listed, key);
  const tree = silent?.tree ?? view.tree;
  const ahead = prescanFor(
    tree,
    workspace,
    { cache: options.cache, helpers, key, isWhole, listed, matchSets: silent?.matchSets },
    session,
  );
  const found = enforce({
    rest: silent?.rest,
    tree: memory ? { ...tree, prefetch: (files) => tree.prefetch?.(files.filter(memory.isNew)) } : tree,
    remember: memory?.remember,
    prescan: ahead?.prescan,
    verdicts: ahead?.verdicts,
    contracts: loaded,
    config,
    today: session.clock.today(),
    only: asked,
    satisfied,
    isCode,
    baseline: baseline.baseline ?? undefined,
    shard: options.shard,
    record,
  });
  memory?.keep();
  ahead?.verdicts?.save();
  const whole = { tree: view.tree, contracts: loaded, config, today: session.clock.today(), isCode };
  const beside = secretsBeside(found, { ...whole, only: asked });
  return { found: { ...found, problems: [...found.problems, ...beside.problems] }, baseline, beside };
}
