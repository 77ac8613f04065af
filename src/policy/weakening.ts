import type { Finding } from '../model/finding.js';

interface Place {
  readonly ruleId?: string | null;
  readonly file?: string | null;
  readonly line?: number | null;
}

/** One thing that passes more easily than before. @param name the part of the code after `policy/` */
export function weakening(name: string, { ruleId, file, line }: Place, message: string): Finding {
  return {
    code: `policy/${name}`,
    ruleId: ruleId ?? null,
    file: file ?? null,
    line: line ?? null,
    message,
    help: HELP,
  };
}

const HELP = 'Let an owner of the contracts agree to this; with --strict it fails the check.';

/** What a list has more of than another one, each as often as it is more. */
export function added<Item>(before: readonly Item[], after: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const left = new Map<string, number>();
  for (const item of before) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  return after.filter((item) => {
    const key = keyOf(item);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
