import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import type { Subject } from './subject.js';

/** A rule as a contract writes it. */
export interface WrittenRule {
  readonly id: string;
  readonly scope?: readonly string[];
  readonly forbidden?: string;
  /** Asked of every file in scope. */
  readonly required?: string;
  readonly fix?: Readonly<Record<string, unknown>>;
}

/** A contract of soft rules. YAML reads JSON. */
export function contractOf(rules: readonly WrittenRule[], id = 'plain'): string {
  return JSON.stringify({
    contract_meta: { id, version: 1 },
    rules: {
      soft: rules.map(({ id: ruleId, scope = ['src/**/*'], forbidden, required, fix }) => {
        const patternOf = (pattern: string) => ({
          pattern,
          message: `${ruleId} is broken`,
          ...(fix && { auto_fix: fix }),
        });
        return {
          id: ruleId,
          title: ruleId,
          scope,
          behavior: {
            ...(forbidden === undefined ? {} : { forbidden_patterns: [patternOf(forbidden)] }),
            ...(required === undefined ? {} : { require: 'every', required_patterns: [patternOf(required)] }),
          },
        };
      }),
    },
  });
}

/** A stored pattern that may be applied, with these fields in place of its own. */
export function patternOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    id: 'fix-1',
    rule_id: 'R-1',
    description: 'A fix',
    match: 'bad',
    replacement_template: 'good',
    confidence: 0.95,
    tier: 'platinum',
    applied_count: 40,
    success_count: 40,
    failure_count: 0,
    last_used: null,
    created: '2026-01-01',
    ...fields,
  };
}

export function storeOf(...patterns: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({ version: 1, patterns });
}

export interface HealEntry {
  readonly ruleId: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly status: 'healed' | 'suggested' | 'escalated';
  readonly reason: string | null;
  readonly attempts: readonly {
    readonly outcome: string;
    readonly gate: string | null;
    readonly detail: string | null;
  }[];
}

export interface HealReport {
  readonly summary: Readonly<Record<string, number>>;
  readonly results: readonly HealEntry[];
  readonly problems: readonly { readonly code: string; readonly file: string | null; readonly message: string }[];
}

export interface HealEnd {
  readonly folder: string;
  readonly code: number | null;
  readonly report: HealReport;
  /** Bytes of a file, one character each. */
  read(file: string): string;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Heals a project that holds these files, in a folder of its own. */
export function healFiles(subject: Subject, files: Files, args: readonly string[] = []): Promise<HealEnd> {
  return healFolder(subject, makeFolder(files), args);
}

export async function healFolder(subject: Subject, folder: string, args: readonly string[] = []): Promise<HealEnd> {
  const { code, signal, stdout, stderr } = await subject.run(['heal', '--format', 'json', ...args], { cwd: folder });
  expect(signal).toBe(null);
  expect(stdout, stderr).toMatch(/^\{/);
  const report: HealReport = JSON.parse(stdout);
  return { folder, code, report, read: (file) => readFileSync(join(folder, file), 'latin1') };
}

/** One character a byte. */
export function bytesOf(content: string | Uint8Array): string {
  return Buffer.from(content).toString('latin1');
}

/** Permission bits, in octal digits. */
export function modeOf(folder: string, file: string): string {
  return (statSync(join(folder, file)).mode & 0o7777).toString(8);
}
