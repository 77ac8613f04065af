import { enforce } from '../../src/enforce.js';
import type { Agent } from '../../src/heal/agent/agent.js';
import { type HealAnswer, healViolations } from '../../src/heal/heal.js';
import type { Person } from '../../src/heal/person/person.js';
import type { CommandEnd, HealPorts, HealRead, HealWrite } from '../../src/heal/ports.js';
import { DEFAULT_CONFIG, type HealConfig } from '../../src/model/config.js';
import type { Contract } from '../../src/model/contract.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import type { HealOutcome } from '../../src/model/heal-result.js';
import type { TypeChecker } from '../../src/semantics/types/type-checker.js';
import { isCode } from '../../src/syntax/is-code.js';
import { makeTree } from '../support/make-tree.js';
import { rulesOf } from './rules-of.js';

export const TODAY = '2026-01-15';
const CONTRACT = 'contracts/test.yml';

/** A small project in memory. `rules` is the YAML below `non_negotiable:`, unindented. */
export interface Project {
  readonly rules: string;
  readonly files: Readonly<Record<string, string>>;
  readonly patterns?: readonly FixPattern[];
  readonly config?: Partial<HealConfig>;
  readonly dryRun?: boolean;
  /** Keys of places. */
  readonly rejected?: ReadonlySet<string>;
  /** Files with a byte order mark. */
  readonly bom?: readonly string[];
  /** Stands in for the port that writes. */
  readonly write?: (path: string, disk: Map<string, string>) => HealWrite | null;
  /** Asked about each fix. */
  readonly person?: Person;
  /** Asked for what nothing else mends. */
  readonly agent?: Agent;
  readonly typeChecker?: TypeChecker;
  readonly command?: (argv: readonly string[], disk: ReadonlyMap<string, string>) => CommandEnd;
  /** What happens on disk between the check and the heal. */
  readonly meanwhile?: (disk: Map<string, string>) => void;
}

export interface Healed extends HealAnswer {
  /** The disk afterwards. */
  readonly disk: Readonly<Record<string, string>>;
  readonly writes: readonly string[];
  readonly outcomes: readonly HealOutcome[];
}

/** Checks the project for real, heals what was found for real; only the disk is a map. */
export async function healProject(project: Project): Promise<Healed> {
  const contract = contractOf(project.rules);
  const disk = new Map(Object.entries(project.files));
  const writes: string[] = [];
  const read = (path: string): HealRead => {
    const text = disk.get(path);
    return text === undefined ? { kind: 'gone' } : { kind: 'text', text, bom: project.bom?.includes(path) ?? false };
  };
  const write: HealPorts['write'] = (path, expected, bom, next) => {
    const instead = project.write?.(path, disk);
    if (instead) return instead;
    if (disk.get(path) !== expected) return { kind: 'changed' };
    if (bom !== (project.bom?.includes(path) ?? false)) throw new Error(`the byte order mark of ${path} was lost`);
    disk.set(path, next);
    writes.push(path);
    return { kind: 'written' };
  };
  const healLoop = { ...DEFAULT_CONFIG.healLoop, ...project.config };
  const checked = enforce({
    tree: makeTree(project.files),
    contracts: { contracts: [contract], problems: [], findings: [], files: [CONTRACT] },
    config: { ...DEFAULT_CONFIG, healLoop },
    today: TODAY,
    isCode,
  });
  project.meanwhile?.(disk);
  const { command } = project;
  const answer = await healViolations({
    runId: 'run-1',
    violations: checked.violations,
    rules: contract.rules,
    files: Object.keys(project.files).sort(),
    contractFiles: [CONTRACT],
    patterns: project.patterns ?? [],
    config: healLoop,
    dryRun: project.dryRun ?? false,
    rejected: project.rejected,
    today: TODAY,
    typeChecker: project.typeChecker,
    ports: {
      read,
      write,
      ...(project.person ? { person: project.person } : {}),
      ...(project.agent ? { agent: project.agent } : {}),
      ...(command ? { runCommand: async (argv) => command(argv, disk) } : {}),
    },
  });
  const open = checked.violations.filter(({ exemption }) => exemption === null);
  const lost = open.filter(({ fingerprint }) => {
    return answer.result.outcomes.filter(({ violation }) => violation.fingerprint === fingerprint).length !== 1;
  });
  if (lost.length > 0) throw new Error(`not exactly one outcome for ${lost.map(({ message }) => message).join(', ')}`);
  return { ...answer, disk: Object.fromEntries(disk), writes, outcomes: answer.result.outcomes };
}

function contractOf(rules: string): Contract {
  return {
    id: 'test',
    file: CONTRACT,
    version: '1',
    owner: null,
    rules: rulesOf(rules),
    advice: [],
    waivers: [],
  };
}

/** One line an outcome, for tables. */
export function summaryOf({ outcomes }: Healed): readonly string[] {
  return outcomes.map(({ violation, status, source, attempts }) => {
    const place = `${violation.rule.id} ${violation.file ?? '-'}:${violation.place?.line ?? '-'}`;
    const tried = attempts.map((each) => (each.gate === null ? each.outcome : `${each.outcome}/${each.gate}`));
    return [place, status, source, ...tried].filter((part) => part !== null).join(' ');
  });
}
