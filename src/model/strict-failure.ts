/** One reason why a strict run fails that lets any other pass. */
export interface StrictFailure {
  readonly kind: 'violation' | 'problem' | 'finding';
  /** Rule id, or the code of a finding or problem. */
  readonly id: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
}
