import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/heal/person/person.js';
import { healProject } from '../heal-project.js';

const SECRET = `
- id: SEC-1
  title: No secrets
  scope: ["src/**/*.ts", "src/**/*.tsx"]
  behavior:
    forbidden_patterns:
      - pattern: /\\b(?:apiKey|token)\\s*[:=]\\s*["'\`][^"'\`]{8,}["'\`]/
        message: Read it from the environment
        auto_fix: { strategy: replace, wrap_pattern: "process.env.\${UPPER_SNAKE_CASE_NAME}" }
`;
const FOUND = SECRET.replace('wrap_pattern', `find: '/"[^"]+"/', replace`);

const STRIPE = 'export const stripe = { apiKey: "sk_live_1111aaaa" };\n';
const MAILGUN = 'export const mailgun = { apiKey: "key_live_2222bbbb" };\n';
const OTHER = 'export const other = { token: "tok_live_3333cccc" };\n';
const MENDED = 'export const other = { token: process.env.TOKEN };\n';

describe('different values that one name would take the place of', () => {
  it.each([
    ['by a template', SECRET],
    ['by what is found and replaced', FOUND],
  ])('are all left to a person, and nothing else is: %s', async (_, rules) => {
    const healed = await healProject({ rules, files: { 'src/a.ts': STRIPE + OTHER + MAILGUN } });
    expect(healed.disk['src/a.ts']).toBe(STRIPE + MENDED + MAILGUN);
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['escalated', 'healed', 'escalated']);
    expect(healed.outcomes.map(({ reason }) => reason)).toEqual([
      '"process.env.API_KEY" would take the place of this value and of another one on line 3, and cannot be both. Give each value a name of its own, or mend them by hand.',
      null,
      '"process.env.API_KEY" would take the place of this value and of another one on line 1, and cannot be both. Give each value a name of its own, or mend them by hand.',
    ]);
    expect(healed.outcomes[0]?.attempts.map(({ gate, outcome }) => `${outcome} ${gate}`)).toEqual([
      'precondition one-name-one-value',
    ]);
  });

  it('are healed in different files, which may be of different programs', async () => {
    const healed = await healProject({ rules: SECRET, files: { 'src/a.ts': STRIPE, 'src/b.ts': MAILGUN } });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['healed', 'healed']);
  });

  it('are seen through the braces that JSX needs', async () => {
    const text = `${MAILGUN}export const A = () => <Api apiKey="sk_live_1111aaaa" />;\n`;
    const files = { 'src/b.tsx': text };
    expect((await healProject({ rules: SECRET, files })).disk).toEqual(files);
  });

  it('are not shown to a person as fixes', async () => {
    const asked: string[] = [];
    const person: Person = {
      decide: async ({ diff }) => {
        asked.push(diff);
        return { kind: 'accept' };
      },
      hasLeft: () => false,
    };
    const healed = await healProject({ rules: SECRET, files: { 'src/a.ts': STRIPE + OTHER + MAILGUN }, person });
    expect(healed.disk['src/a.ts']).toBe(STRIPE + MENDED + MAILGUN);
    expect(asked).toHaveLength(1);
  });
});

describe('one value of one name', () => {
  it.each([
    ['in one file', { 'src/a.ts': STRIPE + STRIPE.replace('stripe', 'again') }],
    ['quoted otherwise', { 'src/a.ts': STRIPE + STRIPE.replace('stripe', 'again').replaceAll('"', "'") }],
    ['in different files', { 'src/a.ts': STRIPE, 'src/b.ts': STRIPE.replace('{', '{ a: 1,') }],
  ])('is healed %s', async (_, files) => {
    const healed = await healProject({ rules: SECRET, files });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['healed', 'healed']);
    for (const text of Object.values(healed.disk)) expect(text).not.toContain('sk_live');
  });
});
