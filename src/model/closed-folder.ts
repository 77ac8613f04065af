/** A folder whose files are not in the tree: they belong to another repository, or a link leads to them. */
export interface ClosedFolder {
  /** Root-relative, as the files are. */
  readonly path: string;
  readonly kind: 'repository' | 'link';
  /** Where the folder behind a link is without it, empty for the root; null where that is outside the root. */
  readonly real: string | null;
  /** Sorted. Of very many, some. */
  readonly files: readonly string[];
}
