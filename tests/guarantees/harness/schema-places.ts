/** The part of JSON schema that our schemas are written in. */
interface SchemaPart {
  readonly type?: unknown;
  readonly description?: string;
  readonly $ref?: string;
  readonly allOf?: readonly SchemaPart[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly items?: SchemaPart;
  readonly definitions?: Readonly<Record<string, SchemaPart>>;
}

/** Where an object of a document lies (`[]` steps into a list), and the keys it may have. */
export interface SchemaPlace {
  readonly path: readonly string[];
  readonly keys: readonly string[];
}

/** Every object that a schema describes, each definition once. */
export function schemaPlaces(schema: SchemaPart): readonly SchemaPlace[] {
  const places: SchemaPlace[] = [];
  const known = new Set<SchemaPart>();
  visit(schema, []);
  return places;

  function visit(part: SchemaPart, path: readonly string[]): void {
    const reference = part.$ref ?? part.allOf?.[0]?.$ref;
    const resolved = (reference && schema.definitions?.[reference.replace('#/definitions/', '')]) || part;
    if (known.has(resolved)) return;
    known.add(resolved);
    if (resolved.items) visit(resolved.items, [...path, '[]']);
    if (!resolved.properties) return;
    places.push({ path, keys: Object.keys(resolved.properties) });
    for (const [key, child] of Object.entries(resolved.properties)) visit(child, [...path, key]);
  }
}

/** A document in which the object at a place also has this key. */
export function withKey(document: unknown, path: readonly string[], key: string, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === '[]') {
    const [first, ...others] = Array.isArray(document) ? document : [{}];
    return [withKey(first, rest, key, value), ...others];
  }
  const fields: [string, unknown][] = isObject(document) ? Object.entries(document) : [];
  if (step === undefined) return Object.fromEntries([...fields, [key, value]]);
  const child = fields.find(([name]) => name === step)?.[1];
  const others = fields.filter(([name]) => name !== step);
  return Object.fromEntries([...others, [step, withKey(child, rest, key, value)]]);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
