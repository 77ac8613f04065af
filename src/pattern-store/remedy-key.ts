import type { FixPattern } from '../model/fix-pattern.js';
import { effectOf } from '../model/pattern-effect.js';

/** What a pattern does, without how far it is trusted: the same text for the same remedy. */
export function remedyKey(pattern: FixPattern): string {
  const { description, created, provenance } = pattern;
  return JSON.stringify([created, ...effectOf(pattern), provenance, description]);
}
