import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

const contract = (pattern: string): string => `contract_meta: { id: c, version: 1, ovner: me }
rules:
  non_negotiable:
    - id: A-1
      title: t
      scope: ["src/**"]
      behavior: { forbidden_patterns: [{ pattern: '${pattern}', message: m }] }
`;

describe('validate', () => {
  it.each([
    ['/a/', '✔ valid, 1 warning: 1 contract in 1 file, 1 rule', 0],
    ['/[a/', '✖ 1 problem, 1 warning: 1 contract in 1 file, 0 rules', 2],
  ])('counts warnings apart from what is wrong: pattern %s', async (pattern, verdict, code) => {
    const heard = await runIn(makeFolder({ 'contracts/c.yml': contract(pattern) }), ['validate']);
    expect(heard.out).toContain(verdict);
    expect(heard.code).toBe(code);
  });
});
