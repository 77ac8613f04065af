import { parseContract } from '../../../src/contract/parse-contract.js';
import { yamlErrors } from '../../../src/contract/yaml/yaml-errors.js';
import { enforce } from '../../../src/enforce.js';
import { type HealAnswer, healViolations } from '../../../src/heal/heal.js';
import type { CheckResult } from '../../../src/model/check-result.js';
import { DEFAULT_CONFIG } from '../../../src/model/config.js';
import type { Contract } from '../../../src/model/contract.js';
import type { FixPattern } from '../../../src/model/fix-pattern.js';
import { parseStore } from '../../../src/pattern-store/format/parse-store.js';
import type { FileRead } from '../../../src/platform/files/source-tree.js';
import { sieveTexts } from '../../../src/prescan/sieve-texts.js';
import { isCode } from '../../../src/syntax/is-code.js';
import type { Files } from './read-cases.js';

// A project that lives in a map, checked and healed by the real loader, engine and loop. No disk, clock or process.

export const TODAY = '2026-11-20';
const CONTRACT_FILE = 'contracts/contract.yml';

export interface Remedy {
  readonly contract: Contract;
  readonly patterns: readonly FixPattern[];
}

/** @throws Error when the contract or the store has any problem: the benchmark's own files must be right */
export function loadRemedy(contractText: string, storeText: string | null): Remedy {
  const parsed = parseContract(CONTRACT_FILE, contractText);
  const stored = storeText === null ? null : parseStore('.specflow/fix-patterns.json', storeText);
  const problems = [...parsed.problems, ...(stored?.problems ?? [])];
  if (!parsed.contract || problems.length > 0) {
    throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
  }
  return { contract: parsed.contract, patterns: stored?.store?.patterns ?? [] };
}

export interface Healed {
  readonly files: Files;
  readonly found: CheckResult;
  readonly answer: HealAnswer;
}

/** One check and one heal of the files, or its dry run; the map handed in is left as it is. */
export async function healInMemory(files: Files, { contract, patterns }: Remedy, dryRun = false): Promise<Healed> {
  const now = new Map(files);
  const found = checkInMemory(now, contract);
  const answer = await healViolations({
    runId: 'bench',
    violations: found.violations,
    rules: contract.rules,
    files: [...now.keys()].sort(),
    contractFiles: [CONTRACT_FILE],
    patterns,
    config: DEFAULT_CONFIG.healLoop,
    dryRun,
    today: TODAY,
    yamlErrors,
    speakersOf: sieveTexts(contract.rules),
    ports: {
      read: (path) => readFrom(now, path),
      write(path, expected, bom, next) {
        const mark = bom ? '\uFEFF' : '';
        if (now.get(path) !== mark + expected) return { kind: 'changed' };
        now.set(path, mark + next);
        return { kind: 'written' };
      },
    },
  });
  return { files: now, found, answer };
}

export function checkInMemory(files: Files, contract: Contract): CheckResult {
  const tree = { list: () => [...files.keys()].sort(), read: (path: string) => readFrom(files, path) };
  const contracts = { contracts: [contract], problems: [], findings: [], files: [CONTRACT_FILE] };
  return enforce({ tree, contracts, config: DEFAULT_CONFIG, today: TODAY, isCode });
}

function readFrom(files: Files, path: string): FileRead {
  const text = files.get(path);
  if (text === undefined) return { kind: 'gone' };
  return text.startsWith('\uFEFF')
    ? { kind: 'text', text: text.slice(1), bom: true }
    : { kind: 'text', text, bom: false };
}
