import { join } from 'node:path';
import type { HealAnswer } from '../../heal/heal.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import type { Violation } from '../../model/violation.js';
import { readSource } from '../../platform/files/read-source.js';
import { boundedTo } from '../../platform/runtime/run-bounded.js';
import { beforeImagePath } from '../../runs/run-files.js';
import type { Workspace } from '../workspace/workspace.js';

/** What was healed, and all that was seen in it. */
interface Lessons {
  readonly workspace: Pick<Workspace, 'root' | 'config'>;
  readonly seen: readonly Violation[];
}

/** With the patterns that a run's own fixes make, and what those fixes say of patterns that are known. */
export async function withLessons(
  answer: HealAnswer,
  known: readonly FixPattern[],
  { workspace: { root, config }, seen }: Lessons,
  today: string,
): Promise<HealAnswer & { readonly learnt: readonly FixPattern[] }> {
  if (![...answer.fixes, ...answer.later].some(({ source }) => source === 'auto_fix' || source === 'agent'))
    return { ...answer, learnt: [] };
  const { learnFromHeal } = await import('../../learning/learn-from-heal.js');
  const textOf = (file: string): string | null => {
    const read = readSource(join(root, beforeImagePath(answer.result.runId, file)), config.maxFileBytes);
    return read.kind === 'text' ? read.text : null;
  };
  const within = boundedTo(config.timeLimits.ruleMs);
  const { learnt, evidence } = await learnFromHeal(answer, known, textOf, today, within, seen);
  return { ...answer, evidence, learnt };
}
