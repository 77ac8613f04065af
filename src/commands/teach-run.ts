import { join } from 'node:path';
import type { HealAnswer } from '../heal/heal.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { readSource } from '../platform/read-source.js';
import { boundedTo } from '../platform/run-bounded.js';
import { beforeImagePath } from '../runs/run-files.js';
import type { Workspace } from './workspace.js';

/** With the patterns that a run's own fixes make, and what those fixes say of patterns that are known. */
export async function withLessons(
  answer: HealAnswer,
  known: readonly FixPattern[],
  { root, config }: Workspace,
  today: string,
): Promise<HealAnswer & { readonly learnt: readonly FixPattern[] }> {
  if (!answer.fixes.some(({ source }) => source === 'auto_fix' || source === 'agent')) return { ...answer, learnt: [] };
  const { learnFromHeal } = await import('../learning/learn-from-heal.js');
  const textOf = (file: string): string | null => {
    const read = readSource(join(root, beforeImagePath(answer.result.runId, file)), config.maxFileBytes);
    return read.kind === 'text' ? read.text : null;
  };
  const { learnt, evidence } = await learnFromHeal(answer, known, textOf, today, boundedTo(config.timeLimits.ruleMs));
  return { ...answer, evidence, learnt };
}
