import { checkGlob } from '../globs/check-glob.js';
import { type Config, DEFAULT_CONFIG } from '../model/config.js';
import { type JsonNode, memberValue, parseJson, plainValue } from '../model/json-document.js';
import { ConfigError, type ConfigMistake } from './config-error.js';
import { validateConfig } from './config-validator.js';
import { explainConfigError } from './explain-config-error.js';

/** The configuration as its file spells it, once the schema has passed it. */
interface WrittenConfig {
  readonly contracts?: readonly string[];
  readonly exclude?: readonly string[];
  readonly max_file_bytes?: number;
  readonly time_limits?: { readonly rule_ms?: number; readonly run_ms?: number };
  readonly suppressions?: { readonly allow_non_negotiable?: boolean };
  readonly heal_loop?: {
    readonly max_iterations?: number;
    readonly auto_fix_enabled?: boolean;
    readonly min_confidence_for_auto_apply?: number;
    readonly verify?: readonly (readonly string[])[];
    readonly verify_types?: 'auto' | 'on' | 'off';
    readonly protect?: readonly string[];
    readonly agent?: readonly string[] | null;
    readonly agent_env?: readonly string[];
    readonly agent_timeout_seconds?: number;
    readonly agent_mode?: 'file' | 'worktree';
    readonly agent_attempts?: number;
  };
  readonly findings?: { readonly decide_within_days?: number };
}

/** @throws ConfigError for all that is wrong */
export function parseConfig(text: string): Config {
  const parsed = parseJson(text);
  if (parsed.kind === 'failed') {
    const message = `The configuration is not JSON: ${parsed.message}.`;
    throw new ConfigError([{ offset: parsed.offset, code: 'config/json', message, help: jsonHelp(text) }]);
  }
  const values = plainValue(parsed.node);
  const isShaped = isValid(values);
  const misshapen = (validateConfig.errors ?? []).map((error) => explainConfigError(error, parsed.node));
  const mistakes = [...misshapen, ...wrongGlobs(parsed.node)];
  if (!isShaped || mistakes.length > 0) throw new ConfigError(mistakes.sort((a, b) => a.offset - b.offset));
  const heal = values.heal_loop ?? {};
  const { healLoop } = DEFAULT_CONFIG;
  return {
    contracts: values.contracts?.length ? values.contracts : DEFAULT_CONFIG.contracts,
    exclude: values.exclude ?? DEFAULT_CONFIG.exclude,
    maxFileBytes: values.max_file_bytes ?? DEFAULT_CONFIG.maxFileBytes,
    timeLimits: {
      ruleMs: values.time_limits?.rule_ms ?? DEFAULT_CONFIG.timeLimits.ruleMs,
      runMs: values.time_limits?.run_ms ?? DEFAULT_CONFIG.timeLimits.runMs,
    },
    suppressions: {
      allowNonNegotiable: values.suppressions?.allow_non_negotiable ?? DEFAULT_CONFIG.suppressions.allowNonNegotiable,
    },
    healLoop: {
      maxIterations: heal.max_iterations ?? healLoop.maxIterations,
      autoFixEnabled: heal.auto_fix_enabled ?? healLoop.autoFixEnabled,
      minConfidence: Math.round((heal.min_confidence_for_auto_apply ?? healLoop.minConfidence / 100) * 100),
      verify: heal.verify ?? healLoop.verify,
      verifyTypes: heal.verify_types ?? healLoop.verifyTypes,
      protect: heal.protect ?? healLoop.protect,
      agent: heal.agent ?? healLoop.agent,
      agentEnv: heal.agent_env ?? healLoop.agentEnv,
      agentTimeoutMs: heal.agent_timeout_seconds ? heal.agent_timeout_seconds * 1000 : healLoop.agentTimeoutMs,
      agentMode: heal.agent_mode ?? healLoop.agentMode,
      agentAttempts: heal.agent_attempts ?? healLoop.agentAttempts,
    },
    findings: {
      decideWithinDays: values.findings?.decide_within_days ?? DEFAULT_CONFIG.findings.decideWithinDays,
    },
  };
}

function isValid(values: unknown): values is WrittenConfig {
  return validateConfig(values);
}

function jsonHelp(text: string): string {
  return /^\s*(\/\/|\/\*)/m.test(text)
    ? 'JSON has no comments; delete them.'
    : 'Keys and texts stand in double quotes, entries are separated by commas, and none follows the last.';
}

/** The lists of globs, wherever they stand. */
const GLOB_LISTS = ['contracts', 'exclude', 'heal_loop.protect'];

function wrongGlobs(root: JsonNode): readonly ConfigMistake[] {
  return GLOB_LISTS.flatMap((path) => {
    const list = path.split('.').reduce<JsonNode | null>((node, key) => node && memberValue(node, key), root);
    return (list?.kind === 'array' ? list.items : []).flatMap((item): readonly ConfigMistake[] => {
      const mistake = item.kind === 'string' ? checkGlob(item.value) : null;
      if (item.kind !== 'string' || !mistake) return [];
      const message = `The glob \`${item.value}\` ${mistake.reason}.`;
      return [{ offset: item.offset, code: 'config/glob', message, help: mistake.help }];
    });
  });
}
