import type { ClosedFolder } from '../../model/closed-folder.js';
/** A set of files a check looks at: the working tree, or the blobs of the git index. */
export interface SourceTree {
  /** Root-relative paths, forward slashes, sorted by UTF-16 code unit; what git ignores is not in it. */
  list(): readonly string[];
  read(path: string): FileRead;
  /**
   * Its bytes, not yet looked at, and good until the next read; where a tree can do better than `read`.
   * @param isStamped whether what the system says of it is wanted, too
   */
  readBytes?(path: string, isStamped?: boolean): BytesRead;
  /** Tells a file from what it was before, without reading it; null where it is no regular file that can be reached. */
  stamp?(path: string): FileStamp | null;
  /** Says which files will be read, in this order: a tree that is slow a file at a time reads ahead. */
  prefetch?(paths: readonly string[]): void;
  /** Folders that could not be listed, so that what lies in them is unknown. Asked after `list`. */
  unlisted?(): readonly string[];
  /** Folders among what is listed that nobody enters, and what lies in them: looked up when it is asked. */
  closed?(): readonly ClosedFolder[];
  /** Files that git tracks and a sparse checkout leaves out of the disk: looked up when it is asked. */
  absent?(): readonly string[];
  /** Why what git ignores could not be left out, as a clause; null where it is, or there is no git. */
  ignoresUnknown?(): string | null;
  /** What it lacks does not exist: the disk is not asked instead. */
  readonly standsAlone?: true;
}

export type FileRead =
  | { readonly kind: 'text'; readonly text: string; readonly bom: boolean }
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly detail: string }
  /** Listed (by the git index) but not on disk any more: not part of the tree. */
  | { readonly kind: 'gone' };

/** What the system says of a file; it differs after every change, but for one within a tick of the clock. */
export interface FileStamp {
  readonly size: number;
  /** Changes of the content. Milliseconds since 1970, with all that comes behind the point. */
  readonly mtimeMs: number;
  /** Changes of the content or of what else is said here. */
  readonly ctimeMs: number;
  readonly ino: number;
  readonly dev: number;
  readonly mode: number;
}

export type BytesRead =
  /** `stamp`: from before it was read; null where nobody asked for it. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly stamp: FileStamp | null }
  | Exclude<FileRead, { readonly kind: 'text' }>;

export type SkipReason = 'binary' | 'not-utf8' | 'too-big' | 'unreadable' | 'not-a-file';
