import type { Node } from 'oxc-parser';

/** A statement of which the parser has told, and whose nodes are not made before somebody reads it. */
export interface UnreadStatement {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** A directive is never left unread. */
  readonly directive: null;
  /** The same node each time. */
  read(): Node;
}

/** The statement lists of a program in which some are unread: the list in the program, and what is known of each in it. */
export type UnreadLists = ReadonlyMap<readonly unknown[], readonly (Node | UnreadStatement)[]>;

export function isUnread(outline: Node | UnreadStatement): outline is UnreadStatement {
  return 'read' in outline;
}
