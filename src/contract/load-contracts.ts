import { join } from 'node:path';
import fastGlob from 'fast-glob';
import type { Contract, Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import { readText } from '../platform/read-text.js';
import { compileScope, normaliseGlob } from './compile-scope.js';
import { openSource } from './contract-source.js';
import { GLOB_OPTIONS } from './glob-options.js';
import { parseContract } from './parse-contract.js';
import { type Complaint, complaints } from './problem-catalogue.js';

// Finds the contract files of a project, reads them, and keeps ids unique over all of them. The only
// file of this folder that touches the disk.

const MAX_BYTES = 1024 * 1024;
const START = { start: 0, end: 0 };

export interface LoadedContracts {
  readonly contracts: readonly Contract[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  /** Every contract file found, readable or not; root-relative, sorted. */
  readonly files: readonly string[];
}

/**
 * @param root absolute path of the project
 * @param globs ordered as in a scope: the last one that matches a file decides
 */
export function loadContracts(root: string, globs: readonly string[]): LoadedContracts {
  const contracts: Contract[] = [];
  const { files, problems } = findFiles(root, globs);
  const findings: Finding[] = [];
  for (const file of files) {
    const read = readText(join(root, file), MAX_BYTES);
    if (read.kind !== 'text') {
      problems.push(openSource(file, '').problem(START, whyUnread(read.kind, read.detail)));
      continue;
    }
    const parsed = parseContract(file, read.text);
    problems.push(...parsed.problems);
    findings.push(...parsed.findings);
    if (parsed.contract) contracts.push(parsed.contract);
  }
  const unique = keepFirstOfEachId(contracts);
  return { contracts: unique.contracts, problems: [...problems, ...unique.problems], findings, files };
}

function whyUnread(kind: string, detail: string): Complaint {
  return kind === 'too-big' ? complaints.tooBig(detail) : complaints.unreadable(detail);
}

function findFiles(
  root: string,
  globs: readonly string[],
): { readonly files: readonly string[]; readonly problems: Problem[] } {
  const wanted = globs.filter((glob) => !/^!(?!\()/.test(glob)).map(normaliseGlob);
  // Links are listed, so that one that leads nowhere is reported; folders are not contracts whatever their name.
  const found = fastGlob
    .sync(wanted, {
      ...GLOB_OPTIONS,
      cwd: root,
      onlyFiles: false,
      objectMode: true,
      followSymbolicLinks: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    })
    .filter((entry) => !entry.dirent.isDirectory())
    .map((entry) => entry.path)
    .sort();
  const files = compileScope(globs).select(found);
  const missing = wanted.filter((glob) => !fastGlob.isDynamicPattern(glob) && !found.includes(glob));
  return {
    files,
    problems: missing.map((glob) => openSource(glob, '').problem(START, complaints.notFound(glob))),
  };
}

/** Of two things with one id only the first counts; the other is left out, and the run says so. */
function keepFirstOfEachId(contracts: readonly Contract[]): {
  readonly contracts: readonly Contract[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const contractIds = new Map<string, Contract>();
  const ruleIds = new Map<string, Rule>();
  for (const contract of contracts) {
    const taken = contractIds.get(contract.id);
    if (taken) {
      problems.push(
        openSource(contract.file, '').problem(START, complaints.duplicateContract(contract.id, taken.file)),
      );
      continue;
    }
    const rules = contract.rules.filter((rule) => {
      const first = ruleIds.get(rule.id);
      if (!first) return true;
      const { file, line } = first.declaredAt;
      const complaint = complaints.duplicateRule(rule.id, `${file}:${line}`);
      problems.push({ ...openSource(contract.file, '').problem(START, complaint), ...rule.declaredAt });
      return false;
    });
    for (const rule of rules) ruleIds.set(rule.id, rule);
    contractIds.set(contract.id, { ...contract, rules });
  }
  return { contracts: [...contractIds.values()], problems };
}
