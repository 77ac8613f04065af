import type { Violation } from '../../model/violation.js';
import { type AppliedFix, type FileDraft, healFile } from '../heal-file.js';

export type Verdict = 'passes' | 'fails' | 'unknown';

export interface Blame {
  /** The drafts without what is blamed; the last state for which the verdict was good. */
  readonly drafts: readonly FileDraft[];
  readonly guilty: ReadonlySet<AppliedFix>;
  /** Not asked about any more, once the questions ran out: as untrusted as the guilty ones, but not blamed. */
  readonly unasked: ReadonlySet<AppliedFix>;
}

/** How often a verify command is asked in search of the guilty. It may be a whole test suite. */
const MAX_QUESTIONS = 40;

/**
 * Finds the fixes without which a command is content, by halves: each half joins what is already known to pass.
 * @param drafts that fail as they are, and pass without any fix
 * @param ask shows drafts to the command
 * @returns null where a verdict could not be had
 */
export async function blameFixes(
  drafts: readonly FileDraft[],
  ask: (drafts: readonly FileDraft[]) => Promise<Verdict>,
): Promise<Blame | null> {
  const guilty = new Set<AppliedFix>();
  const unasked = new Set<AppliedFix>();
  let questions = MAX_QUESTIONS;

  /** @returns what is kept with those of the candidates that pass; null where a verdict could not be had */
  async function settle(
    kept: readonly AppliedFix[],
    candidates: readonly AppliedFix[],
    known: Verdict | null,
  ): Promise<readonly AppliedFix[] | null> {
    if (known === null && questions === 0) {
      for (const fix of candidates) unasked.add(fix);
      return kept;
    }
    const together = [...kept, ...candidates];
    if (known === null) questions--;
    const verdict = known ?? (await ask(await withOnly(drafts, together)));
    if (verdict === 'unknown') return null;
    if (verdict === 'passes') return together;
    const [only, ...others] = candidates;
    if (only !== undefined && others.length === 0) {
      guilty.add(only);
      return kept;
    }
    const half = candidates.length >> 1;
    const first = await settle(kept, candidates.slice(0, half), null);
    return first && settle(first, candidates.slice(half), null);
  }

  const kept = await settle(
    [],
    drafts.flatMap(({ fixes }) => fixes),
    'fails',
  );
  return kept && { drafts: await withOnly(drafts, kept), guilty, unasked };
}

/** The drafts with only some of their fixes: healed anew, so that what the fixes share is there for those that stay. */
async function withOnly(drafts: readonly FileDraft[], kept: readonly AppliedFix[]): Promise<readonly FileDraft[]> {
  const stays = new Set(kept);
  const result: FileDraft[] = [];
  for (const draft of drafts) {
    const dropped = new Set<Violation>(
      draft.fixes.filter((fix) => !stays.has(fix)).flatMap(({ violations }) => violations),
    );
    const { task } = draft;
    const sites = task.sites.filter(({ members }) => !members.some(({ violation }) => dropped.has(violation)));
    result.push(dropped.size === 0 ? draft : await healFile({ ...task, sites }));
  }
  return result;
}
