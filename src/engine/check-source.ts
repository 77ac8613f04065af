/** A file's path (root-relative, forward slashes) and its text without byte order mark. */
export interface CheckSource {
  readonly path: string;
  readonly text: string;
}

/** Whether the offset lies in code rather than in a comment or a string. True for languages nobody parses. */
export interface IsCode {
  (path: string, text: string, offset: number): boolean;
  /**
   * What is known without parsing: `quiet` is a comment or a string unless the text does not parse, and null says that
   * only a parser can tell. All have to be parsed when left out.
   */
  readonly lexicalPlace?: (path: string, text: string, offset: number) => 'code' | 'quiet' | null;
}
