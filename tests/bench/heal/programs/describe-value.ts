const DEEPEST = 5;

/** A value as text, in such a way that two that a program could tell apart are told apart; of functions only that they are. */
export function describeValue(value: unknown, around: readonly unknown[] = []): string {
  if (typeof value === 'string') return JSON.stringify(withoutSources(value));
  if (typeof value === 'function') return 'function';
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? `${value}n` : String(value);
  if (value === globalThis) return 'global';
  if (around.length > DEEPEST || around.includes(value)) return '…';
  const inside = [...around, value];
  if (Array.isArray(value)) return `[${describeItems(value, inside)}]`;
  if (value instanceof Map) return `Map${describeValue([...value], inside)}`;
  if (value instanceof Set) return `Set${describeValue([...value], inside)}`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return `${kindOf(value)}{${describeProperties(value, [...Object.keys(value), ...accessorsOf(value)].sort(), inside)}}`;
}

/** A text made of a function holds its source, which every fix inside of it changes. */
function withoutSources(text: string): string {
  return text.replace(/(?:function|[a-z]\w*\([^")]*\) \{|\([^")]*\) =>|[a-z]\w* =>)[^"]*/g, 'function');
}

function describeItems(list: readonly unknown[], around: readonly unknown[]): string {
  const items = Array.from(list, (item, index) => (index in list ? describeValue(item, around) : 'hole'));
  const others = Object.keys(list).filter((key) => !/^\d+$/.test(key));
  return others.length > 0 ? `${items.join()} ${describeProperties(list, others, around)}` : items.join();
}

function describeProperties(value: object, keys: readonly string[], around: readonly unknown[]): string {
  return keys.map((key) => `${key}: ${describeValue(Reflect.get(value, key), around)}`).join(', ');
}

/** What an instance shows of what it keeps to itself. */
function accessorsOf(value: object): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return [];
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([key, { get }]) =>
    get ? [key] : [],
  );
  return [...new Set([...own, ...accessorsOf(prototype)])].filter((key) => key !== '__proto__');
}

function kindOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return 'null ';
  // Not whether a property is its own: programs that only copy would differ where nobody looks.
  return prototype === Object.prototype || !Object.hasOwn(prototype as object, 'constructor')
    ? ''
    : value.constructor.name;
}
