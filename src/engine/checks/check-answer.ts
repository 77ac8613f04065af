/** What one check says about one text. */
export type CheckAnswer =
  /** Nothing to report. */
  | { readonly kind: 'clean' }
  /** Each sighting is a violation; `cut` says that there were more than anybody wants to hear of. */
  | { readonly kind: 'seen'; readonly sightings: readonly Sighting[]; readonly cut: boolean }
  /** A required pattern matched. */
  | { readonly kind: 'satisfied' }
  /** A required pattern did not match. */
  | { readonly kind: 'unmet' }
  /** The text could not be judged; never to be read as clean. */
  | { readonly kind: 'undecided'; readonly code: string; readonly reason: string; readonly help: string };

export interface Sighting {
  readonly start: number;
  readonly match: string;
  readonly groups: readonly (string | undefined)[];
  readonly namedGroups: Readonly<Record<string, string | undefined>>;
}

/** More matches of one check in one file than this say nothing new, and would fill the memory. */
export const MAX_SIGHTINGS = 10_000;
