import type { Coverage } from '../engine/cover.js';
import { groupBy } from '../model/group-by.js';
import type { HealOutcome } from '../model/heal-result.js';
import type { Violation } from '../model/violation.js';
import { openFile } from './access/open-file.js';
import { protectedReason } from './access/protected-path.js';
import type { FileDraft } from './file-draft.js';
import type { HealContext } from './heal-context.js';
import { healFile } from './heal-file.js';
import { learn } from './outcome/evidence.js';
import type { HealPorts } from './ports.js';
import type { Site } from './site/site.js';

export interface Drafted {
  readonly drafts: readonly FileDraft[];
  /** Of the sites in files that could not be opened, or must not be written to. */
  readonly closed: readonly HealOutcome[];
}

export interface DraftTask {
  /** By file, in the order they are to be healed. */
  readonly sites: ReadonlyMap<string, readonly Site[]>;
  /** Every violation reported, the ones nobody heals included. */
  readonly reported: readonly Violation[];
  readonly coverage: Coverage;
  readonly contractFiles: ReadonlySet<string>;
  readonly ports: HealPorts;
}

/** Heals file after file in memory. What one taught is known to the next: a pattern that fell stops there. */
export async function draftFiles(task: DraftTask, firstContext: HealContext): Promise<Drafted> {
  const { coverage, contractFiles, ports } = task;
  const reported = groupBy(task.reported, ({ file }) => file);
  const drafts: FileDraft[] = [];
  const closed: HealOutcome[] = [];
  let context = firstContext;
  const ordered = [...task.sites].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [done, [path, sites]] of ordered.entries()) {
    ports.progress?.(done, ordered.length);
    const barred = protectedReason(path, contractFiles, context.config.protect);
    const opened = openFile(path, sites, barred, context, ports.read);
    if (opened.kind === 'closed') {
      closed.push(...opened.outcomes);
      continue;
    }
    const { text, bom } = opened;
    const rules = coverage.rulesOf(path);
    const draft = await healFile({ path, text, bom, sites, reported: reported.get(path) ?? [], rules, context });
    context = { ...context, patterns: learn(context.patterns, draft.evidence, context.today) };
    drafts.push(draft);
  }
  return { drafts, closed };
}
