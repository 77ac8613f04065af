import { join } from 'node:path';
import type { Violation } from '../../model/violation.js';
import type { Selection } from '../../runs/journal.js';
import { ruleWords } from '../options/rule-choice.js';

/** The options of heal that say what to heal and how boldly. */
export interface SelectOptions {
  readonly from?: string;
  readonly agent?: true;
  readonly includeBaseline?: true;
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly maxIterations?: number;
  readonly minConfidence?: number;
}

/**
 * What a run is asked to heal, for whoever has to go on with it.
 * @param paths root-relative
 */
export function selectionOf(
  paths: readonly string[],
  options: SelectOptions,
  violations: readonly Violation[],
): Selection {
  const how = {
    maxIterations: options.maxIterations ?? null,
    minConfidence: options.minConfidence ?? null,
    includesBaseline: options.includeBaseline === true,
  };
  if (options.from === undefined) return { paths, rules: options.rule, contracts: options.contract, ...how };
  // The output of a test run may be gone by then, or came from a pipe: what it named is what counts.
  const files = violations.flatMap(({ file }) => file ?? []);
  const rules = violations.map(({ rule }) => rule.id);
  return { paths: [...new Set(files)], rules: [...new Set(rules)], contracts: [], ...how };
}

/** The same as words of a command line, to ask for it again. @param paths as typed */
export function selectionWords(paths: readonly string[], options: SelectOptions): readonly string[] {
  const { from, agent, includeBaseline, maxIterations, minConfidence } = options;
  return [
    ...(from === undefined ? [] : ['--from', from]),
    ...(agent ? ['--agent'] : []),
    ...(includeBaseline ? ['--include-baseline'] : []),
    ...ruleWords(options),
    ...(maxIterations === undefined ? [] : ['--max-iterations', String(maxIterations)]),
    ...(minConfidence === undefined ? [] : ['--min-confidence', String(minConfidence / 100)]),
    ...paths,
  ];
}

/** What is asked for now: as an interrupted run was asked, but for what is said anew. Absolute paths. */
export function resumed<Options extends SelectOptions>(
  selection: Selection,
  root: string,
  paths: readonly string[],
  options: Options,
): { readonly paths: readonly string[]; readonly options: Options } {
  const saysWhat = paths.length + options.rule.length + options.contract.length > 0 || options.from !== undefined;
  const what = saysWhat ? {} : { rule: selection.rules, contract: selection.contracts };
  const { maxIterations, minConfidence, includesBaseline } = selection;
  return {
    paths: saysWhat ? paths : selection.paths.map((path) => join(root, path)),
    options: {
      ...(maxIterations === null ? {} : { maxIterations }),
      ...(minConfidence === null ? {} : { minConfidence }),
      ...(includesBaseline ? { includeBaseline: true } : {}),
      ...options,
      ...what,
    },
  };
}
