import type { Rule } from '../model/contract.js';
import type { Edit } from '../model/edit.js';
import type { HealOutcome } from '../model/heal-result.js';
import type { Violation } from '../model/violation.js';
import type { FileNow, MadeFix, SiteEnd } from './attempt-site.js';
import { type Step, stepOf } from './gates/gate.js';
import type { HealContext } from './heal-context.js';
import { type Look, makeLook } from './look.js';
import { distinctEvidence, type Evidence } from './outcome/evidence.js';
import { outcomesOf } from './outcome/outcomes-of.js';
import { type Relocated, relocate } from './site/relocate.js';
import type { Site } from './site/site.js';

/** One file as it is, and as it is to be: nothing is written yet. */
export interface FileDraft {
  /** What it was made from; with other sites, another draft comes of it. */
  readonly task: FileTask;
  readonly path: string;
  readonly bom: boolean;
  readonly before: string;
  readonly after: string;
  readonly outcomes: readonly HealOutcome[];
  readonly evidence: readonly Evidence[];
  /** In the order they were applied, each with the edits in the offsets of the text the one before it left. */
  readonly fixes: readonly AppliedFix[];
}

/** Whether anything is to be written. */
export function isChanged({ before, after }: FileDraft): boolean {
  return before !== after;
}

/** It holds no text of the whole file: of a thousand fixes in a large one, that would be a thousand texts. */
export interface AppliedFix extends MadeFix {
  /** What takes it back, in the offsets of its result. */
  readonly undo: readonly Edit[];
  readonly violations: readonly Violation[];
  /** The same fix by itself, for the file as it was; null where it was made for a text that others had mended before. */
  readonly alone: readonly Edit[] | null;
  /** Where its violations stand in the text it was made for; null where `alone` says it. */
  readonly site: Site | null;
}

export interface FileTask {
  readonly path: string;
  readonly bom: boolean;
  readonly text: string;
  /** In the order they are to be healed. */
  readonly sites: readonly Site[];
  /** Every violation reported for the file, the ones nobody heals included. */
  readonly reported: readonly Violation[];
  /** Every rule that covers the file. */
  readonly rules: readonly Rule[];
  readonly context: HealContext;
}

/** A draft in the making: the file as the fixes so far have made it, and what became of its sites. */
export class DraftBuilder {
  private readonly fixes: AppliedFix[] = [];
  private readonly outcomes: HealOutcome[] = [];
  private readonly evidence: Evidence[] = [];
  private readonly history: Step[];
  private text: string;
  private readonly look: (text: string) => Look;

  constructor(private readonly task: FileTask) {
    this.text = task.text;
    this.history = [stepOf(task.text, [])];
    const { within, speakersOf } = task.context;
    this.look = makeLook(task.path, task.rules, within, speakersOf);
  }

  now(): FileNow {
    const { text, history, look } = this;
    const { path, rules } = this.task;
    return { path, text, history, rules, look };
  }

  lastFix(): AppliedFix | null {
    return this.fixes.at(-1) ?? null;
  }

  /** Finds a site as it was reported in the text as it is now. */
  find(original: Site): Relocated {
    const edits = this.fixes.map((fix) => fix.edits);
    return relocate(original, edits, this.look(this.text), this.task.reported);
  }

  /**
   * @param text what came of the fixes
   * @param fixes made at one step, each for the text the one before it left
   */
  apply(text: string, fixes: readonly AppliedFix[], ruleIds: readonly string[]): void {
    this.text = text;
    this.fixes.push(...fixes);
    this.history.push(stepOf(text, ruleIds));
  }

  close(outcomes: readonly HealOutcome[]): void {
    this.outcomes.push(...outcomes);
  }

  closeWith(original: Site, end: SiteEnd<MadeFix>): void {
    this.close(outcomesOf(original, end));
    this.evidence.push(...end.evidence);
  }

  draft(): FileDraft {
    const { task, outcomes, fixes } = this;
    const { path, bom, text: before } = task;
    const evidence = distinctEvidence(this.evidence);
    return { task, path, bom, before, after: this.text, outcomes, evidence, fixes };
  }
}
