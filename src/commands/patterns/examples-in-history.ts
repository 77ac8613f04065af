import type { TimeBudget } from '../../engine/inspection/time-budget.js';
import { cover } from '../../engine/selection/cover.js';
import { pickRules } from '../../engine/selection/pick-rules.js';
import { type FixExample, fixExamples } from '../../learning/fix-example.js';
import type { EvidenceLine } from '../../pattern-store/evidence/evidence-line.js';
import { decodeSource } from '../../platform/files/decode-source.js';
import { type Git, openGit } from '../../platform/git/git.js';
import type { FileRevision } from '../../platform/git/git-history.js';
import { needsGit } from '../workspace/needs-git.js';
import type { Workspace } from '../workspace/workspace.js';
import { fixesOfHeal } from './fixes-of-heal.js';

const MAX_COMMITS = 5000;

/** What a history shows, and on how many changes of files each rule could not be tried. */
export interface Seen {
  readonly examples: readonly FixExample[];
  /** How many fixes were heal's own. */
  readonly healed: number;
  readonly unseen: ReadonlyMap<string, number>;
  /** Whether there was more history than this clone has. */
  readonly isShallow: boolean;
}

const BATCH = 200;

export function examplesInHistory(
  { root, loaded, config }: Workspace,
  { since, rule }: { readonly since?: string | undefined; readonly rule: readonly string[] },
  budget: TimeBudget,
  evidence: readonly EvidenceLine[],
): Seen {
  const git = openGit(root);
  if (git === null) throw needsGit(root, 'Learning from history', 'Learn where the history is.');
  const rules = pickRules(loaded, { ruleIds: rule.length === 0 ? undefined : rule });
  const healable = rules.filter(({ origin }) => origin === 'pattern');
  const revisions = git.history.revisions(since ?? null, MAX_COMMITS);
  const coverage = cover(healable, [...new Set(revisions.map(({ path }) => path))]);
  const relevant = revisions.filter(({ path }) => coverage.rulesOf(path).length > 0);
  const isOfHeal = fixesOfHeal(evidence, git.history);
  const examples: FixExample[] = [];
  let healed = 0;
  const unseen = new Map<string, number>();
  for (let at = 0; at < relevant.length; at += BATCH) {
    const batch = relevant.slice(at, at + BATCH);
    const texts = textsOf(batch, git, config.maxFileBytes);
    for (const { commit, path, before, after } of batch) {
      const [old, next] = [texts.get(before), texts.get(after)];
      if (old === undefined || next === undefined) continue;
      const origin = `${commit.slice(0, 10)} ${path}`;
      for (const each of coverage.rulesOf(path)) {
        const answer = budget.isGivenUp(each.id)
          ? OUT_OF_TIME
          : fixExamples(each, path, old, next, origin, (work) => budget.alone(each.id, work));
        if (answer.kind === 'done') {
          const own = answer.value.filter((example) => !isOfHeal(example, commit));
          examples.push(...own);
          healed += answer.value.length - own.length;
        } else unseen.set(each.id, (unseen.get(each.id) ?? 0) + 1);
      }
    }
  }
  return { examples, healed, unseen, isShallow: git.history.isShallow() };
}

const OUT_OF_TIME = { kind: 'timeout' } as const;

/** By blob; what is too large or no UTF-8 text teaches nothing. */
function textsOf(revisions: readonly FileRevision[], git: Git, maxBytes: number): ReadonlyMap<string, string> {
  const ids = [...new Set(revisions.flatMap(({ before, after }) => [before, after]))];
  const sizes = git.blobSizes(ids);
  const small = ids.filter((id) => (sizes.get(id) ?? Number.POSITIVE_INFINITY) <= maxBytes);
  const texts = new Map<string, string>();
  for (const [id, bytes] of git.readBlobs(small)) {
    const decoded = bytes === null ? null : decodeSource(bytes);
    if (decoded?.kind === 'text') texts.set(id, decoded.text);
  }
  return texts;
}
