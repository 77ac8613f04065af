import { expect } from 'vitest';

/** A contract of forbidden patterns, as JSON, which YAML reads too. */
export function contractText(
  rules: readonly { readonly id: string; readonly pattern: string; readonly scope?: readonly string[] }[],
): string {
  return JSON.stringify({
    contract_meta: { id: 'made', version: 1 },
    rules: {
      non_negotiable: rules.map(({ id, pattern, scope = ['src/**'] }) => ({
        id,
        title: `Title of ${id}`,
        scope,
        behavior: { forbidden_patterns: [{ pattern, message: `Message of ${id}` }] },
      })),
    },
  });
}

/** The parts of `check --format json` that promises are about. */
export interface CheckDocument {
  readonly violations: readonly {
    readonly ruleId: string;
    readonly file: string | null;
    readonly line: number | null;
    readonly column: number | null;
    readonly endLine: number | null;
    readonly endColumn: number | null;
    readonly match: string | null;
    readonly exempt: unknown;
  }[];
  readonly problems: readonly { readonly code: string; readonly file: string | null; readonly message: string }[];
  readonly findings: readonly {
    readonly code: string;
    readonly file: string | null;
    readonly message: string;
    readonly files?: readonly string[];
  }[];
}

/** Fails as an assertion where there is no report, such as after a refusal. */
export function parseCheck(stdout: string): CheckDocument {
  expect(stdout, 'a report in JSON').toMatch(/^\{/);
  const document: CheckDocument = JSON.parse(stdout);
  return document;
}
