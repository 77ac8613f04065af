import type { Contract } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import { checkKeys, TOP_LEVEL_KEYS } from './check-keys.js';
import { checkShape } from './check-shape.js';
import { compileRules } from './compile/compile-rules.js';
import { readWaivers } from './compile/read-waivers.js';
import { type ContractSource, openSource } from './contract-source.js';
import { canonical } from './dialects/canonical.js';
import { frame, isPartOfRule } from './dialects/dialect.js';
import { dialectOf, rulesOf } from './dialects/index.js';
import { complaints } from './problem-catalogue.js';
import { readYaml } from './yaml/yaml-document.js';
import { fieldOf, textOf, type YamlMap, type YamlNode } from './yaml/yaml-node.js';

// YAML text → compiled contract: read, recognise, check the shape, compile each rule on its own. What
// the YAML looked like stays behind here. Never runs a check, never reads a file.

export interface ParsedContract {
  /** Null when the file could not be read as a contract or holds nothing to enforce. */
  readonly contract: Contract | null;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/**
 * One contract file, validated and compiled.
 * @param file root-relative path, for places and for the id of a contract without one
 * @returns a contract with every rule that is right; those that are wrong are left out, each with its
 * problems. Never throws, whatever the text.
 */
export function parseContract(file: string, text: string): ParsedContract {
  const source = openSource(file, text.replace(/^\uFEFF/, ''));
  const read = readYaml(source);
  if (read.kind === 'refused') return failed(read.problem);
  if (!read.root) return failed(source.problem({ start: 0, end: 0 }, complaints.empty()));
  const root = frame(read.root);
  if (root.kind !== 'map' || !dialectOf(root)) return failed(unrecognised(root, source));
  return readContract(root, source);
}

function failed(problem: Problem): ParsedContract {
  return { contract: null, problems: [problem], findings: [] };
}

function unrecognised(root: YamlNode, source: ContractSource): Problem {
  const entries = root.kind === 'map' ? root.entries : [];
  const part = entries.find(isPartOfRule);
  if (part) return source.problem(part.keyRange, complaints.fragment(part.key));
  const keys = entries.map((entry) => entry.key);
  return source.problem(entries[0]?.keyRange ?? root.range, complaints.unrecognised(keys, TOP_LEVEL_KEYS));
}

function readContract(root: YamlMap, source: ContractSource): ParsedContract {
  const ruleSources = rulesOf(root);
  const { id, isGiven } = identify(root, source);
  const meta = fieldOf(root, 'contract_meta');
  const scope = fieldOf(meta, 'scope') ?? fieldOf(root, 'scope');
  const { rules, advice, findings, ...compiled } = compileRules(ruleSources, { source, contractId: id, scope });
  const { waivers, ...waiving } = readWaivers(root, source);
  const problems = [
    ...checkShape(root, new Set(ruleSources.map((rule) => rule.node)), source),
    ...checkKeys(root, source),
    ...compiled.problems,
    ...waiving.problems,
  ];
  const isEmpty = rules.length + advice.length + waivers.length === 0;
  if (isEmpty && !problems.some((problem) => problem.severity === 'invalid')) {
    return { contract: null, problems, findings: [...findings, prose(root, source)] };
  }
  if (!isGiven && rules.length > 0) problems.push(source.problem(root.range, complaints.missingContractId(id)));
  const contract: Contract = {
    id,
    file: source.file,
    version: textOf(meta, 'version'),
    owner: textOf(meta, 'owner'),
    rules,
    advice,
    waivers,
  };
  return { contract, problems, findings };
}

/** Files without `contract_meta.id` are called after their journey, their feature or themselves. */
function identify(root: YamlMap, source: ContractSource): { readonly id: string; readonly isGiven: boolean } {
  const given = textOf(fieldOf(root, 'contract_meta'), 'id') ?? textOf(fieldOf(root, 'journey_meta'), 'id');
  const named = given ?? textOf(root, 'feature_name', 'journey_name', 'feature', 'contract_id');
  if (named) return { id: named, isGiven: true };
  const name = source.file.slice(source.file.lastIndexOf('/') + 1);
  return { id: name.replace(/\.ya?ml$/i, '') || name, isGiven: false };
}

function prose(root: YamlMap, source: ContractSource): Finding {
  const dialect = dialectOf(root);
  if (!dialect) throw new Error('a file without a dialect was read as a contract');
  return source.finding(null, {
    code: dialect === canonical ? 'contract/no-rule' : 'contract/nothing-enforceable',
    ruleId: null,
    message: `This is ${dialect.name}; nothing in it can be enforced: ${dialect.whyProse}.`,
    help: null,
  });
}
