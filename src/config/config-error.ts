/** Something wrong at an offset of the configuration's text. */
export class ConfigError extends Error {
  constructor(
    readonly offset: number,
    readonly code: string,
    message: string,
    readonly help: string | null,
  ) {
    super(message);
  }
}
