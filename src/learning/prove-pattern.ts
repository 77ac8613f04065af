import { healViolations } from '../heal/heal.js';
import type { Within } from '../model/bounded.js';
import { DEFAULT_CONFIG } from '../model/config.js';
import type { Rule } from '../model/contract.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { FixExample } from './fix-example.js';

/** What a pattern makes of an example. */
type Trial = 'same' | 'other' | 'nothing';

/**
 * Whether a pattern does to each of its examples exactly what was done to them, through every gate, and to no other
 * example of the rule something else.
 * @param rules every rule in force
 * @param within breaks off rules and patterns that take too long; what they do is not proven then
 * @returns why not, one clause; null where it does
 */
export async function whyUnproven(
  pattern: FixPattern,
  examples: readonly FixExample[],
  others: readonly FixExample[],
  rules: readonly Rule[],
  within: Within,
): Promise<string | null> {
  for (const example of examples) {
    const trial = await tryOn(pattern, example, rules, within);
    if (trial.kind === 'nothing') return `a gate refuses it on ${example.origin}: ${trial.detail}`;
    if (trial.kind === 'other') return `it does not do what was done in ${example.origin}`;
  }
  for (const example of others) {
    if ((await tryOn(pattern, example, rules, within)).kind === 'other')
      return `it would mend ${example.origin} in another way`;
  }
  return null;
}

async function tryOn(
  pattern: FixPattern,
  { path, before, after, violation }: FixExample,
  rules: readonly Rule[],
  within: Within,
): Promise<{ readonly kind: Trial; readonly detail: string }> {
  let written: string | null = null;
  const { result } = await healViolations({
    runId: 'proof',
    violations: [violation],
    rules,
    files: [path],
    contractFiles: [],
    patterns: [{ ...pattern, accepted: true, hundredths: 90 }],
    config: { ...DEFAULT_CONFIG.healLoop },
    dryRun: false,
    today: pattern.created,
    within,
    ports: {
      read: (asked) => (asked === path ? { kind: 'text', text: written ?? before, bom: false } : { kind: 'gone' }),
      write(_, __, ___, next) {
        written = next;
        return { kind: 'written' };
      },
    },
  });
  const [outcome] = result.outcomes;
  // Where the pattern fails, the contract may know a way of its own; that is no merit of the pattern.
  const source = `pattern:${pattern.id}`;
  if (outcome?.source === source) return { kind: written === after ? 'same' : 'other', detail: '' };
  const own = outcome?.attempts.find((attempt) => attempt.source === source);
  return { kind: 'nothing', detail: own?.detail ?? 'it does not match there' };
}
