import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import schema from '../../src/config/config-schema.json' with { type: 'json' };
import { loadConfig } from '../../src/config/load-config.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import { type Problem, UsageError } from '../../src/model/problem.js';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'specflow-config-'));
  mkdirSync(join(root, '.specflow'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function load(config: unknown) {
  const text = typeof config === 'string' || config instanceof Uint8Array ? config : JSON.stringify(config);
  writeFileSync(join(root, '.specflow/config.json'), text);
  return loadConfig(root);
}

function refusalOf(config: unknown): UsageError {
  try {
    load(config);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error(`accepted: ${JSON.stringify(config)}`);
}

function problemOf(config: unknown): Problem {
  return refusalOf(config).problem;
}

describe('a configuration that is right', () => {
  it('missing: the defaults', () => {
    expect(loadConfig(root)).toEqual(DEFAULT_CONFIG);
    expect(loadConfig(join(root, 'nowhere'))).toEqual(DEFAULT_CONFIG);
  });

  it.each([{}, { contracts: [] }, { heal_loop: {} }, { heal_loop: { agent: null } }, { $schema: 'x' }])(
    '%j: the defaults',
    (config) => {
      expect(load(config)).toEqual(DEFAULT_CONFIG);
    },
  );

  it('everything set, with a byte order mark and tabs', () => {
    const config = {
      contracts: ['rules/*.yml', '!rules/old.yml'],
      exclude: ['vendor/'],
      max_file_bytes: 1000,
      time_limits: { rule_ms: 50, run_ms: 700 },
      suppressions: { allow_non_negotiable: true },
      heal_loop: {
        max_iterations: 5,
        auto_fix_enabled: false,
        min_confidence_for_auto_apply: 0.29,
        verify: [['npm', 'test'], ['tsc']],
        agent: ['agent', '-p'],
        agent_env: ['KEY'],
        agent_timeout_seconds: 2,
        agent_mode: 'worktree',
        agent_attempts: 4,
        verify_types: 'on',
        protect: ['gen/**'],
      },
      findings: { decide_within_days: 3 },
    };
    expect(load(`\uFEFF${JSON.stringify(config, null, '\t')}`)).toEqual({
      contracts: ['rules/*.yml', '!rules/old.yml'],
      exclude: ['vendor/'],
      maxFileBytes: 1000,
      timeLimits: { ruleMs: 50, runMs: 700 },
      suppressions: { allowNonNegotiable: true },
      healLoop: {
        maxIterations: 5,
        autoFixEnabled: false,
        minConfidence: 29,
        verify: [['npm', 'test'], ['tsc']],
        verifyTypes: 'on',
        protect: ['gen/**'],
        agent: ['agent', '-p'],
        agentEnv: ['KEY'],
        agentTimeoutMs: 2000,
        agentMode: 'worktree',
        agentAttempts: 4,
      },
      findings: { decideWithinDays: 3 },
    });
  });

  it('the defaults are the ones the schema tells', () => {
    const { properties } = schema;
    const heal = properties.heal_loop.properties;
    expect(DEFAULT_CONFIG).toEqual({
      contracts: properties.contracts.default,
      exclude: properties.exclude.default,
      maxFileBytes: properties.max_file_bytes.default,
      timeLimits: {
        ruleMs: properties.time_limits.properties.rule_ms.default,
        runMs: properties.time_limits.properties.run_ms.default,
      },
      suppressions: { allowNonNegotiable: properties.suppressions.properties.allow_non_negotiable.default },
      healLoop: {
        maxIterations: heal.max_iterations.default,
        autoFixEnabled: heal.auto_fix_enabled.default,
        minConfidence: heal.min_confidence_for_auto_apply.default * 100,
        verify: heal.verify.default,
        verifyTypes: heal.verify_types.default,
        protect: heal.protect.default,
        agent: heal.agent.default,
        agentEnv: heal.agent_env.default,
        agentTimeoutMs: heal.agent_timeout_seconds.default * 1000,
        agentMode: heal.agent_mode.default,
        agentAttempts: heal.agent_attempts.default,
      },
      findings: { decideWithinDays: properties.findings.properties.decide_within_days.default },
    });
  });

  it('a confidence is the nearest whole hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (hundredths) => {
        expect(load({ heal_loop: { min_confidence_for_auto_apply: hundredths / 100 } }).healLoop.minConfidence).toBe(
          hundredths,
        );
      }),
      { numRuns: 101 },
    );
  });
});

describe('a configuration that is wrong', () => {
  it.each<[unknown, string, string]>([
    ['', 'config/json@1:1', 'end of the file'],
    ['{', 'config/json@1:2', 'double quotes'],
    ['{\n  "contracts": [],\n}', 'config/json@3:1', 'none follows the last'],
    ['// note\n{}', 'config/json@1:1', 'no comments'],
    ['{"exclude": [], "exclude": []}', 'config/json@1:17', 'twice'],
    ['{"__proto__": {}}', 'config/json@1:2', 'not allowed'],
    ['{"heal_loop": {"constructor": 1}}', 'config/json@1:16', 'not allowed'],
    ['[]', 'config/value@1:1', 'an object'],
    ['null', 'config/value@1:1', 'an object'],
    ['{\n  "heal_lop": {}\n}', 'config/unknown-key@2:3', 'Did you mean `heal_loop`?'],
    ['{"heal_loop": {"max_iteration": 1}}', 'config/unknown-key@1:16', 'Did you mean `max_iterations`?'],
    ['{"suppressions": {"wibble": 1}}', 'config/unknown-key@1:19', '`allow_non_negotiable`'],
    ['{"contracts": "a.yml"}', 'config/value@1:15', 'a list'],
    ['{"contracts": [1]}', 'config/value@1:16', 'text'],
    ['{"contracts": ["../x.yml"]}', 'config/glob@1:16', 'project root'],
    ['{"exclude": ["a\\\\b"]}', 'config/glob@1:14', "'a/b'"],
    ['{"heal_loop": {"protect": ["/etc"]}}', 'config/glob@1:28', 'project root'],
    ['{"max_file_bytes": "1"}', 'config/value@1:20', 'a whole number'],
    ['{"max_file_bytes": 1.5}', 'config/value@1:20', 'a whole number'],
    ['{"max_file_bytes": 0}', 'config/value@1:20', 'at least 1'],
    ['{"heal_loop": {"max_iterations": 0}}', 'config/value@1:34', 'at least 1'],
    ['{"heal_loop": {"auto_fix_enabled": "yes"}}', 'config/value@1:36', 'true or false'],
    ['{"heal_loop": {"min_confidence_for_auto_apply": 40}}', 'config/value@1:49', 'at most 1'],
    ['{"heal_loop": {"min_confidence_for_auto_apply": 1e999}}', 'config/value@1:49', ''],
    ['{"heal_loop": {"min_confidence_for_auto_apply": "0.4"}}', 'config/value@1:49', 'a number'],
    ['{"heal_loop": {"min_confidence_for_auto_apply": [0.4]}}', 'config/value@1:49', 'a number'],
    ['{"heal_loop": {"verify": "npm run  check"}}', 'config/verify@1:26', '[["npm", "run", "check"]]'],
    ['{"heal_loop": {"verify": ["npm test"]}}', 'config/verify@1:27', '[["npm", "test"]]'],
    ['{"heal_loop": {"verify": [[]]}}', 'config/value@1:27', '[["npm", "test"]]'],
    ['{"heal_loop": {"verify": [[1]]}}', 'config/value@1:28', 'text'],
    ['{"heal_loop": {"agent": "claude  -p"}}', 'config/agent@1:25', 'Write "agent": ["claude", "-p"]'],
    ['{"heal_loop": {"agent": {"command": []}}}', 'config/agent@1:25', '`agent` must be a list of arguments, or null.'],
    ['{"heal_loop": {"agent": []}}', 'config/value@1:25', 'The command of `agent` is empty. Write the command'],
    ['{"heal_loop": {"agent": ["claude", 1]}}', 'config/value@1:36', 'An entry of `agent` must be text.'],
  ])('%s', (text, place, words) => {
    const { code, line, column, message, help, file, severity } = problemOf(text);
    expect(`${code}@${line}:${column}`).toBe(place);
    expect(`${message} ${help}`).toContain(words);
    expect([file, severity]).toEqual(['.specflow/config.json', 'invalid']);
  });

  it('every mistake is told, with its place and remedy, in the order of the file', () => {
    const text = `{
  "exclud": [],
  "heal_loop": {
    "protect": ["/etc", "ok/**", "../x"],
    "max_iterations": "3",
    "verify": "npm test"
  },
  "contracts": [7, "a\\\\b.yml"],
  "max_file_bytes": 0
}`;
    const told = refusalOf(text).problems.map(({ code, line, column, help }) => `${code}@${line}:${column} ${help}`);
    expect(told).toEqual([
      'config/unknown-key@2:3 Did you mean `exclude`?',
      expect.stringMatching(/^config\/glob@4:17 Globs start at the project root/),
      expect.stringMatching(/^config\/glob@4:34 /),
      'config/value@5:23 null',
      'config/verify@6:15 Write "verify": [["npm", "test"]]',
      'config/value@8:17 null',
      expect.stringMatching(/^config\/glob@8:20 .*'a\/b\.yml'/),
      'config/value@9:21 null',
    ]);
  });

  it('not UTF-8, or no file at all', () => {
    expect(problemOf(Uint8Array.of(0x7b, 0xff, 0x7d)).code).toBe('config/unreadable');
    rmSync(join(root, '.specflow/config.json'));
    symlinkSync('/dev/zero', join(root, '.specflow/config.json'));
    expect(() => loadConfig(root)).toThrow(UsageError);
    rmSync(join(root, '.specflow/config.json'));
    mkdirSync(join(root, '.specflow/config.json'));
    expect(() => loadConfig(root)).toThrow('not a regular file');
  });

  it('any text is read or refused with a place', () => {
    const dense = fc.string({ unit: fc.constantFrom(...'{}[]",:01e.-truefalsn \n\\') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), dense, fc.json()), (text) => {
        try {
          load(text);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          expect(error.problem.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
