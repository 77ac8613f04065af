import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { isExclusion } from '../globs/check-glob.js';
import { compileScope, normaliseGlob } from '../globs/compile-scope.js';
import { GLOB_OPTIONS } from '../globs/glob-options.js';
import { widenGlob } from '../globs/read-glob.js';
import type { Contract, Declaration, Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import { readText } from '../platform/files/read-text.js';
import { readTreeText } from '../platform/files/read-tree-text.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { linkedFolders, walkBelow } from '../platform/paths/linked-folders.js';
import { runBounded } from '../platform/runtime/run-bounded.js';
import { problemAt } from './contract-source.js';
import { parseContract } from './parse-contract.js';
import { type Complaint, complaints } from './problem-catalogue.js';
import {
  contractsBehindLinks,
  inertGlobs,
  type LinkedFolder,
  misspeltContracts,
  searchedFolders,
} from './unread-contracts.js';

// Finds the contract files of a project, reads them, and keeps ids unique over all of them: from the disk, or from
// the git index, so that an edit nobody staged cannot soften what staged code is judged by. The only file of this
// folder that touches the disk.

const MAX_BYTES = 1024 * 1024;

/** Some twenty times what the largest contract of ordinary rules takes. */
const LOAD_MS = 10_000;

/** A glob of many stars can take for ever on long names. */
const SEARCH_MS = 30_000;

const NOTHING = { kind: 'done', value: [] } as const;

export interface LoadedContracts {
  readonly contracts: readonly Contract[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  /** Every contract file found, readable or not; root-relative, sorted. */
  readonly files: readonly string[];
}

/**
 * The contracts of a project, ready to be judged by. It never throws for what is in a file: that is a problem.
 * @param root absolute path of the project
 * @param globs ordered as in a scope: the last one that matches a file decides
 * @param staged the git index: a contract in it is read from it, and one that is on disk alone is named in a finding;
 *   or a commit, which stands alone
 */
export function loadContracts(root: string, globs: readonly string[], staged?: SourceTree): LoadedContracts {
  const contracts: Contract[] = [];
  const indexed = new Set(staged ? compileScope(globs).select(staged.list()) : []);
  const isAlone = staged?.standsAlone === true;
  const { found, files, problems } = findFiles(root, globs, indexed, isAlone);
  const { listed, links } = isAlone ? NOTHING_AROUND : lookAround(root, globs);
  problems.push(...contractsBehindLinks(globs, links, new Set(files)));
  if (isAlone) problems.push(...unheldFolders(globs, staged));
  const findings: Finding[] = [...inertGlobs(globs.filter(isSearch), found), ...misspeltContracts(globs, listed)];
  staged?.prefetch?.([...indexed]);
  for (const file of files) {
    const inIndex = staged !== undefined && indexed.has(file);
    const read = inIndex ? readTreeText(staged, file, MAX_BYTES) : readText(join(root, file), MAX_BYTES);
    if (staged && !inIndex) findings.push(onDiskAlone(file));
    if (read.kind !== 'text') {
      problems.push(problemAt(startOf(file), whyUnread(read.kind, read.detail)));
      continue;
    }
    const answer = runBounded(() => parseContract(file, read.text), LOAD_MS);
    if (answer.kind === 'timeout') {
      problems.push(problemAt(startOf(file), complaints.tooBig(`it was not read within ${LOAD_MS / 1000} s`)));
      continue;
    }
    const parsed = answer.value;
    problems.push(...parsed.problems);
    findings.push(...parsed.findings);
    if (parsed.contract) contracts.push(parsed.contract);
  }
  const unique = keepFirstOfEachId(contracts);
  return { contracts: unique.contracts, problems: [...problems, ...unique.problems], findings, files };
}

/** Folders of contracts that a commit does not hold, though it says that there are some. */
function unheldFolders(globs: readonly string[], commit: SourceTree): readonly Problem[] {
  const searched = searchedFolders(globs);
  const inside = (commit.unlisted?.() ?? []).filter((path) => searched.some((folder) => path.startsWith(`${folder}/`)));
  return [...searched, ...inside].flatMap((folder) => {
    const read = commit.read(folder);
    return read.kind === 'skipped' ? [problemAt(startOf(folder), complaints.unreadable(read.detail))] : [];
  });
}

/** Whether it may select any number of files: one that is spelt out has to be there. */
function isSearch(glob: string): boolean {
  return fastGlob.isDynamicPattern(normaliseGlob(glob));
}

function onDiskAlone(file: string): Finding {
  return {
    code: 'contract/not-staged',
    ruleId: null,
    file,
    line: null,
    message: 'This contract is not in the git index, so it was judged by as it lies on disk.',
    help: 'git add it, so that everybody is judged by it.',
  };
}

function whyUnread(kind: string, detail: string): Complaint {
  return kind === 'too-big' ? complaints.tooBig(detail) : complaints.unreadable(detail);
}

function findFiles(
  root: string,
  globs: readonly string[],
  indexed: ReadonlySet<string>,
  isAlone: boolean,
): { readonly found: readonly string[]; readonly files: readonly string[]; readonly problems: Problem[] } {
  const found = new Set(indexed);
  const problems: Problem[] = [];
  for (const glob of globs.filter((each) => !isExclusion(each)).map(normaliseGlob)) {
    try {
      const listed = isAlone ? NOTHING : runBounded(() => search(root, widenGlob(glob)), SEARCH_MS);
      if (listed.kind === 'done') for (const file of listed.value) found.add(file);
      else problems.push(problemAt(startOf(glob), complaints.unreadable('searching for it took too long')));
    } catch (error) {
      // A file that is called like one of our folders holds no contracts.
      if (codeOf(error) === 'ENOTDIR') continue;
      problems.push(problemAt(startOf(glob), complaints.unreadable(`searching for it failed with ${codeOf(error)}`)));
    }
    if (!isSearch(glob) && !found.has(glob)) {
      problems.push(problemAt(startOf(glob), complaints.notFound(glob)));
    }
  }
  const all = [...found].sort();
  return { found: all, files: compileScope(globs).select(all), problems };
}

interface Around {
  readonly listed: readonly string[];
  readonly links: readonly LinkedFolder[];
}

const NOTHING_AROUND: Around = { listed: [], links: [] };

/** What lies in the folders that are searched, contract or not. */
function lookAround(root: string, globs: readonly string[]): Around {
  const walks = searchedFolders(globs).map((folder) => walkBelow(root, folder));
  const links = new Set(walks.flatMap((walk) => walk.links));
  return {
    listed: [...new Set(walks.flatMap(({ paths }) => paths))],
    links: linkedFolders(root, [...links]).map((link) => ({ link, files: walkBelow(root, link).paths })),
  };
}

/** Links are listed, so that one that leads nowhere is reported; folders are not contracts whatever their name. */
function search(root: string, glob: string): readonly string[] {
  return fastGlob
    .sync(glob, {
      ...GLOB_OPTIONS,
      cwd: root,
      onlyFiles: false,
      objectMode: true,
      followSymbolicLinks: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    })
    .filter((entry) => !entry.dirent.isDirectory())
    .map((entry) => entry.path);
}

/** Errors without a code are ours. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

function startOf(file: string): Declaration {
  return { file, line: 1, column: 1 };
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
      problems.push(problemAt(startOf(contract.file), complaints.duplicateContract(contract.id, taken.file)));
      continue;
    }
    const rules = contract.rules.filter((rule) => {
      const first = ruleIds.get(rule.id);
      if (!first) return true;
      const { file, line } = first.declaredAt;
      const complaint = complaints.duplicateRule(rule.id, `${file}:${line}`);
      problems.push(problemAt(rule.declaredAt, complaint));
      return false;
    });
    for (const rule of rules) ruleIds.set(rule.id, rule);
    contractIds.set(contract.id, { ...contract, rules });
  }
  return { contracts: [...contractIds.values()], problems };
}
