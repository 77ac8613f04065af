export interface SchemaError {
  /** JSON pointer to the value that is wrong. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Validator {
  (data: unknown): boolean;
  /** Of the last call; null when it was valid. */
  errors: readonly SchemaError[] | null;
}

export const validateConfig: Validator;
