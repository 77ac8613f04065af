import { Ajv, type Schema } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

/**
 * The source of a module that validates by a schema without the validation library at run time.
 * `exports` names each validator and the part of the schema (`#`, `#/definitions/…`) it checks.
 */
export function standaloneValidator(schema: object, exports: Readonly<Record<string, string>>): string {
  const bare: unknown = withoutProse(schema);
  if (!isSchema(bare)) throw new Error('the schema is not an object');
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    strict: true,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addSchema(bare, 'root');
  const refs = Object.fromEntries(Object.entries(exports).map(([name, part]) => [name, `root${part}`]));
  return `// Generated from the JSON schema beside it; the test that compares the two rewrites it with \`vitest run -u\`.\n${standaloneCode.default(ajv, refs)}`;
}

/** Descriptions would only make the generated code larger. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, inner]) => !(['description', 'title', '$comment', '$id'].includes(key) && typeof inner === 'string'),
      )
      .map(([key, inner]) => [key, withoutProse(inner)]),
  );
}

function isSchema(value: unknown): value is Schema & object {
  return typeof value === 'object' && value !== null;
}
