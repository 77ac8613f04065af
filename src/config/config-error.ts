/** One thing that is wrong, at an offset of the configuration's text. */
export interface ConfigMistake {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  readonly help: string | null;
}

/** All that is wrong with a configuration, in the order of its text: whoever mends it sees it once. */
export class ConfigError extends Error {
  constructor(readonly mistakes: readonly ConfigMistake[]) {
    super(mistakes.map(({ message }) => message).join(' '));
  }
}
