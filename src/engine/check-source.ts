/** A file's path (root-relative, forward slashes) and its text without byte order mark. */
export interface CheckSource {
  readonly path: string;
  readonly text: string;
}

/** Whether the offset lies in code rather than in a comment or a string. True for languages nobody parses. */
export type IsCode = (path: string, text: string, offset: number) => boolean;
