import type { Edit } from '../../model/edit.js';

/** What it takes to make the names of an import line available. */
export interface PlannedImport {
  /** Empty when everything is imported already. */
  readonly edits: readonly Edit[];
  /** The names that the edits bring in. */
  readonly names: readonly string[];
}

export const NOTHING: PlannedImport = { edits: [], names: [] };
