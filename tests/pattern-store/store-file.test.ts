import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStore } from '../../src/pattern-store/format/parse-store.js';
import { printStore } from '../../src/pattern-store/format/print-store.js';
import { EMPTY_STORE, PATTERN_FIELDS, type PatternStore, withPatterns } from '../../src/pattern-store/store.js';
import { recordOutcome } from '../../src/pattern-store/trust/score.js';
import { makePattern } from './make-pattern.js';

const SEED = readFileSync(new URL('seed-store.json', import.meta.url), 'utf8');

function parsed(text: string): PatternStore {
  const { store, problems } = parseStore('store.json', text);
  if (store === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return store;
}

/** The seed's first pattern with some of its lines rewritten. */
function withField(field: string, value: string | null): string {
  const { [field]: _, ...rest } = JSON.parse(SEED).patterns[0];
  const fields = Object.entries(rest).map(([key, each]) => `${JSON.stringify(key)}: ${JSON.stringify(each)}`);
  if (value !== null) fields.push(`"${field}": ${value}`);
  return `{ "version": 1, "patterns": [{ ${fields.join(', ')} }] }`;
}

describe('reading and printing', () => {
  it('reads the seed and prints it byte for byte', () => {
    const { store, problems, findings } = parseStore('store.json', SEED);
    expect([problems, findings]).toEqual([[], []]);
    expect(store?.patterns.map(({ id, hundredths }) => [id, hundredths])).toEqual([
      ['fix-sec-003-innerhtml', 95],
      ['fix-sec-001-hardcoded-key', 72],
    ]);
    expect(printStore(parsed(SEED))).toBe(SEED);
  });

  it('prints an empty store', () => {
    expect(printStore(EMPTY_STORE)).toBe('{\n  "version": 1,\n  "patterns": []\n}\n');
    expect(printStore(parsed('{"patterns":[],"version":1}'))).toBe(printStore(EMPTY_STORE));
  });

  it('keeps unknown fields, nested ones and number spellings, where they stood', () => {
    const text = `{
  "$schema": "./schema.json",
  "version": 1,
  "team": {
    "owners": [
      "ana",
      1.50
    ],
    "empty": {}
  },
  "patterns": [
    {
      "note": "in front",
      "id": "a",
      "rule_id": "R-1",
      "weight": 1e3,
      "description": "",
      "match": "x",
      "replacement_template": "",
      "confidence": 0.50,
      "tier": "silver",
      "applied_count": 0,
      "success_count": 0,
      "failure_count": 0,
      "last_used": null,
      "created": "2026-01-01",
      "provenance": "learnt",
      "accepted": false,
      "trail": []
    }
  ]
}
`;
    expect(printStore(parsed(text))).toBe(text);
    const used = withPatterns(
      parsed(text),
      parsed(text).patterns.map((p) => recordOutcome(p, 'success', '2026-01-02')),
    );
    expect(printStore(used)).toBe(
      text
        .replace('0.50', '0.55')
        .replace('"applied_count": 0', '"applied_count": 1')
        .replace('"success_count": 0', '"success_count": 1')
        .replace('"last_used": null', '"last_used": "2026-01-02"'),
    );
  });

  it('loses no unknown field whose neighbour is no longer printed', () => {
    const text = withField('accepted', 'true, "extra": 1');
    const store = parsed(text);
    const layouts = new Map([...store.layouts].map(([id, layout]) => [id, { ...layout, spelt: new Set<string>() }]));
    const plain = { ...store, layouts, patterns: store.patterns.map((p) => ({ ...p, accepted: false })) };
    expect(printStore(plain)).toContain('"extra": 1');
  });

  it.each([0, 5, 7, 29, 57, 58, 95, 100])(
    'prints %d hundredths without float residue and reads them back',
    (hundredths) => {
      const store = withPatterns(EMPTY_STORE, [makePattern({ hundredths })]);
      expect(printStore(store)).toContain(
        `"confidence": ${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')},`,
      );
      expect(parsed(printStore(store)).patterns[0]?.hundredths).toBe(hundredths);
    },
  );

  it('prints what it reads: any store comes back the same', () => {
    const pattern = fc.record({
      id: fc.string({ minLength: 1, unit: 'grapheme' }).filter((id) => id.trim() !== ''),
      description: fc.string({ unit: 'binary' }),
      hundredths: fc.integer({ min: 0, max: 100 }),
      successCount: fc.nat(),
      retired: fc.boolean(),
      lastUsed: fc.constantFrom(null, '2026-01-31'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { selector: ({ id }) => id, maxLength: 4 }), (list) => {
        const store = withPatterns(
          EMPTY_STORE,
          list.map((changes) => makePattern(changes)),
        );
        const text = printStore(store);
        expect(parsed(text).patterns).toEqual(store.patterns);
        expect(printStore(parsed(text))).toBe(text);
      }),
    );
  });

  it('replaces patterns in place and puts new ones last', () => {
    const [a, b] = parsed(SEED).patterns;
    if (!a || !b) throw new Error('the seed has two patterns');
    const c = makePattern({ id: 'new' });
    expect(withPatterns(parsed(SEED), [c, b, a]).patterns.map(({ id }) => id)).toEqual([a.id, b.id, 'new']);
  });
});

describe('confidence', () => {
  it.each(['NaN', 'Infinity', '-0.01', '1.01', '1e999', '-1e999', '"0.99"', '[0.99]', 'true', 'null', '{}', null])(
    'refuses %s',
    (value) => {
      const { store, problems } = parseStore('store.json', withField('confidence', value));
      expect(store).toBeNull();
      expect(problems).toHaveLength(1);
      expect(problems[0]?.severity).toBe('invalid');
    },
  );

  it.each([
    ['0', 0],
    ['1', 100],
    ['1.0', 100],
    ['0.29', 29],
    ['9.5e-1', 95],
  ])('reads %s', (value, hundredths) => {
    expect(parsed(withField('confidence', value)).patterns[0]?.hundredths).toBe(hundredths);
  });

  it('never rounds up into a tier', () => {
    const { store, findings } = parseStore('store.json', withField('confidence', '0.8999'));
    expect(store?.patterns[0]?.hundredths).toBe(89);
    expect(findings.map(({ code }) => code)).toContain('pattern-store/confidence-precision');
  });
});

describe('what is wrong is named with its place', () => {
  it.each([
    ['broken JSON', '{\n  "version": 1,\n  "patterns": [}\n', 'pattern-store/json', 3, 16],
    ['empty file', '', 'pattern-store/json', 1, 1],
    ['text behind the end', '{"version":1,"patterns":[]}\n{}', 'pattern-store/json', 2, 1],
    ['a comment', '{ // no\n}', 'pattern-store/json', 1, 3],
    ['a trailing comma', '{"version":1,}', 'pattern-store/json', 1, 14],
    ['a repeated key', '{"version":1,\n"version":1}', 'pattern-store/json', 2, 1],
    ['a prototype key', '{"__proto__": {"confidence": 1}}', 'pattern-store/json', 1, 2],
    ['a raw newline in a string', '{"version":1,"x":"a\nb"}', 'pattern-store/json', 1, 18],
    ['a list', '[]', 'pattern-store/shape', 1, 1],
    ['another version', '{"version":2,"patterns":[]}', 'pattern-store/version', 1, 12],
    ['no version', '{"patterns":[]}', 'pattern-store/version', 1, 1],
    ['the older shape', '{"schema_version":1,"patterns":[]}', 'pattern-store/upstream', 1, 1],
    ['patterns that are no list', '{"version":1,"patterns":{}}', 'pattern-store/field', 1, 25],
    ['a pattern that is no object', '{"version":1,"patterns":[3]}', 'pattern-store/shape', 1, 26],
  ])('%s', (_, text, code, line, column) => {
    const { store, problems } = parseStore('store.json', text);
    expect(store).toBeNull();
    expect(problems).toMatchObject([{ code, severity: 'invalid', file: 'store.json', line, column }]);
  });

  it.each([
    ['id', '""'],
    ['id', null],
    ['rule_id', '7'],
    ['description', null],
    ['match', '"("'],
    ['match', '"x*"'],
    ['match', '"/x/g"'],
    ['replacement_template', '"${UPPER_SNAKE_NAME}"'],
    ['replacement_template', '"${1}"'],
    ['applied_count', '-1'],
    ['success_count', '1.5'],
    ['failure_count', '"3"'],
    ['last_used', '"2026-02-30"'],
    ['created', '"yesterday"'],
    ['created', null],
    ['retired', '"no"'],
    ['provenance', '"guessed"'],
    ['target', '"nogroup"'],
    ['target', '"1"'],
    ['target', '7'],
    ['strategy', '"insert"'],
    ['find', '"("'],
    ['find', '7'],
  ])('%s: %s', (field, value) => {
    const { store, problems } = parseStore('store.json', withField(field, value));
    expect(store).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(`"${field}"`);
  });

  it('suggests the placeholder and the field that were meant', () => {
    const help = (field: string, value: string): string | null | undefined =>
      parseStore('s', withField(field, value)).problems[0]?.help;
    expect(help('replacement_template', '"${UPPER_SNAKE_NAME}"')).toBe('Did you mean ${UPPER_SNAKE_CASE_NAME}?');
    expect(help('retierd', 'true')).toBe('Did you mean "retired"?');
  });

  it('refuses two patterns of one id', () => {
    const [entry] = JSON.parse(SEED).patterns;
    const { store, problems } = parseStore('s', JSON.stringify({ version: 1, patterns: [entry, entry] }));
    expect(store).toBeNull();
    expect(problems).toMatchObject([{ code: 'pattern-store/duplicate-id' }]);
  });

  it('names a bad pattern beside good ones and trusts none of the store', () => {
    const store = JSON.parse(SEED);
    store.patterns[1].confidence = '0.72';
    const { store: none, problems } = parseStore('s', JSON.stringify(store, null, 2));
    expect(none).toBeNull();
    expect(problems[0]).toMatchObject({ line: 24, column: 21 });
  });

  it('leaves Object.prototype alone', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      parseStore('s', `{"version":1,"patterns":[{"${key}":{"polluted":true}}]}`);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('answers for any text, and never trusts a damaged one without a word', () => {
    fc.assert(
      fc.property(fc.nat({ max: SEED.length - 1 }), (length) => {
        const { store, problems } = parseStore('s', SEED.slice(0, length));
        expect(store === null ? problems.length : 0).toBe(length >= SEED.trimEnd().length ? 0 : 1);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(parseStore('s', text).store).toBeNull();
      }),
    );
    expect(parseStore('s', '['.repeat(100_000)).problems).toHaveLength(1);
  });
});

describe('what disagrees with the evidence is a finding', () => {
  it('a stored tier, which is rewritten', () => {
    const { store, findings } = parseStore('s', withField('tier', '"gold"'));
    expect(findings).toMatchObject([{ code: 'pattern-store/tier-mismatch', ruleId: 'SEC-003' }]);
    expect(store && printStore(store)).toContain('"tier": "platinum"');
  });

  it('a count that does not add up', () => {
    const { findings } = parseStore('s', withField('applied_count', '99'));
    expect(findings).toMatchObject([{ code: 'pattern-store/record-mismatch' }]);
  });
});

describe('what a pattern does besides its template', () => {
  const does = (fields: Readonly<Record<string, unknown>>): string => {
    const { patterns, ...rest } = JSON.parse(SEED);
    return JSON.stringify({ ...rest, patterns: [{ ...patterns[0], ...fields }] });
  };
  const importLine = 'import { t } from "${ROOT}/src/t.js";';

  it.each([
    [
      { strategy: 'remove', replacement_template: '' },
      { strategy: 'remove', replacementTemplate: '' },
    ],
    [{ import_line: importLine }, { importLine }],
    [{ when: ['result-unused', 'outside-try'] }, { when: ['result-unused', 'outside-try'] }],
  ])('is read and written as it was: %j', (fields, shape) => {
    const { store } = parseStore('s', does(fields));
    expect(store?.patterns).toMatchObject([shape]);
    const printed = store ? printStore(store) : '';
    expect(JSON.parse(printed).patterns[0]).toMatchObject(fields);
    expect(parseStore('s', printed).store?.patterns).toMatchObject([shape]);
  });

  it.each([
    [{ strategy: 'delete' }],
    [{ strategy: 'remove' }],
    [{ strategy: 'remove', replacement_template: '', import_line: importLine }],
    [{ import_line: '' }],
    [{ import_line: 3 }],
    [{ when: ['value-unused'] }],
    [{ when: 'result-unused' }],
    [{ when: [1] }],
  ])('is refused where it makes no sense: %j', (fields) => {
    expect(parseStore('s', does(fields))).toMatchObject({ store: null, problems: [{ severity: 'invalid' }] });
  });
});

describe('the published schema', () => {
  const schema: unknown = JSON.parse(
    readFileSync(new URL('../../src/pattern-store/fix-patterns-schema.json', import.meta.url), 'utf8'),
  );
  const validate = new Ajv({ formats: { date: true } }).compile(Object(schema));

  it('accepts the seed and knows exactly the fields of the reader', () => {
    expect(validate(JSON.parse(SEED))).toBe(true);
    const properties = Object(schema).properties.patterns.items.properties;
    expect(Object.keys(properties)).toEqual(PATTERN_FIELDS);
  });

  it.each([
    ['confidence', '"0.9"'],
    ['confidence', null],
    ['id', '" "'],
    ['created', null],
    ['applied_count', '-1'],
    ['provenance', '"guessed"'],
  ])('refuses what the reader refuses: %s %s', (field, value) => {
    expect(validate(JSON.parse(withField(field, value)))).toBe(false);
  });
});
