/** A violation as the output of some run tells of it. What it says is a claim, to be checked before it is believed. */
export interface Mention {
  /** As written; empty where no rule is named. */
  readonly ruleIds: readonly string[];
  /** Empty where no file is named. */
  readonly places: readonly MentionedPlace[];
  /** Whether it says that what a rule requires was found in no file. */
  readonly isNowhere: boolean;
  /** Identity that our own reports carry; null in all others. */
  readonly fingerprint: string | null;
}

export interface MentionedPlace {
  /** As written: relative to who knows what, absolute on another machine, with backslashes. */
  readonly file: string;
  /** 1-based; null where none is named. */
  readonly line: number | null;
}

/** A kind of output, one file each. */
export interface OutputReader {
  /** How it is called when nothing was understood. */
  readonly name: string;
  /**
   * Null for text of another kind, and for failures that name no rule. An empty list says that nothing failed.
   * @param ruleIds of the contracts, which may hold anything, spaces included
   */
  read(text: string, ruleIds: readonly string[]): readonly Mention[] | null;
}

/** Each once: runners print a failure in several places, and repeat them all at the end. */
export function distinctMentions(mentions: readonly Mention[]): readonly Mention[] {
  return [...new Map(mentions.map((mention) => [JSON.stringify(mention), mention])).values()];
}
