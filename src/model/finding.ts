/**
 * A surprise worth an owner's attention that is neither a violation nor a problem: an inert glob,
 * a skipped file, an unused suppression, a secret to rotate. Every report has a findings section.
 */
export interface Finding {
  /** `area/name`, such as `scope/empty` or `secret/rotate`. */
  readonly code: string;
  readonly ruleId: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
  /** What the owner could do about it. */
  readonly help: string | null;
  /** All it is about, where `message` names only the first of several. */
  readonly files?: readonly string[];
  /** All rules it is about, where that may be several; for reports that tell several findings as one. */
  readonly ruleIds?: readonly string[];
  /**
   * What of its file (or of the project) it is about, in a form that survives moved lines and another wording of the
   * message, and gives no secret away. Compared, never shown. Without it the message says what it is about.
   */
  readonly about?: string;
}
