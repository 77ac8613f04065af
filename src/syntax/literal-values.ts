/** The way from a node to a literal below it: the names of fields, and places in lists. */
export type ValuePath = readonly (string | number)[];

/**
 * Gives literals the values that JSON cannot hold: big integers, and regular expressions as far as this engine knows them.
 * @param leftAt which statement was left out where a value stands; null where it is a node
 * @returns the rest of the ways that lead into statements left out
 */
export function giveValues(
  root: unknown,
  paths: readonly ValuePath[],
  leftAt: (value: unknown) => number | null,
): ReadonlyMap<number, readonly ValuePath[]> {
  const inside = new Map<number, ValuePath[]>();
  for (const path of paths) {
    let node = root;
    let left: number | null = null;
    let done = 0;
    for (; done < path.length && left === null; done++) {
      node = field(node, path[done]);
      left = leftAt(node);
    }
    if (left === null) giveValue(node);
    else inside.set(left, [...(inside.get(left) ?? []), path.slice(done)]);
  }
  return inside;
}

function giveValue(literal: unknown): void {
  if (typeof literal !== 'object' || literal === null || !('value' in literal)) return;
  if ('bigint' in literal && typeof literal.bigint === 'string') literal.value = BigInt(literal.bigint);
  else if ('regex' in literal) literal.value = regexOf(literal.regex);
}

function regexOf(written: unknown): RegExp | null {
  const [pattern, flags] = [field(written, 'pattern'), field(written, 'flags')];
  if (typeof pattern !== 'string' || typeof flags !== 'string') return null;
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    // Newer than this engine, or none that runs.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function field(value: unknown, name: string | number | undefined): unknown {
  return typeof value === 'object' && value !== null && name !== undefined ? Reflect.get(value, name) : undefined;
}
