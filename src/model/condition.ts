/**
 * The names an owner may use in `auto_fix.when`. The predicates themselves live in `fix/conditions/`,
 * whose registry is typed by this list, so that a contract can be refused at load for an unknown name.
 * `argument` says whether a condition takes one, and gives its allowed values where they are closed.
 */
export const CONDITIONS = {
  operands: ['primitive'],
  value: ['plain-text', 'string-literal'],
  argument: ['pure'],
  'name-free': 'any',
  'target-lib': 'any',
  'result-unused': 'none',
  'outside-try': 'none',
  'array-argument': 'none',
  'string-argument': 'none',
  'map-argument': 'none',
  'set-argument': 'none',
} as const satisfies Record<string, readonly string[] | 'any' | 'none'>;

export type ConditionName = keyof typeof CONDITIONS;

/** Those a stored fix pattern can carry: where the examples it was learnt from stood. */
export const PATTERN_CONDITIONS = [
  'result-unused',
  'outside-try',
  'array-argument',
  'string-argument',
  'map-argument',
  'set-argument',
] as const satisfies readonly ConditionName[];

export type PatternCondition = (typeof PATTERN_CONDITIONS)[number];
