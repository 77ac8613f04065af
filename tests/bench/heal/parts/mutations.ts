import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkInMemory, loadRemedy, type Remedy } from '../heal-in-memory.js';
import { judgeMutant } from '../mutations/judge-mutant.js';
import type { Kind } from '../mutations/kind.js';
import { KINDS } from '../mutations/kinds.js';
import { type Mutant, makeMutant } from '../mutations/make-mutant.js';
import { makePen } from '../mutations/pen.js';
import { PACKAGES, packageVersion, readSources, type Source } from '../mutations/sources.js';
import { type Options, type Part, percent } from './part.js';

export interface Family {
  readonly kind: Kind;
  readonly remedy: Remedy;
  readonly mutants: readonly Mutant[];
}

/** The same mutants for the same seed, number and versions of packages. */
export function makeFamilies({ root, here, seed, mutants }: Options): readonly Family[] {
  const read = (file: string): string => readFileSync(path.join(here, 'mutations', file), 'utf8');
  const whole = loadRemedy(read('contract.yml'), read('fix-patterns.json'));
  const sources = readSources(root);
  return KINDS.map((kind, index) => {
    const rules = whole.contract.rules.filter(({ id }) => id === kind.ruleId);
    const remedy = { ...whole, contract: { ...whole.contract, rules } };
    return { kind, remedy, mutants: breed(kind, cleanUnder(remedy, sources), seed * 1000 + index, mutants) };
  });
}

/** Sources in which the rule finds nothing yet, so that the original is the known answer. */
function cleanUnder({ contract }: Remedy, sources: readonly Source[]): readonly Source[] {
  const forbidden = contract.rules.every(({ checks }) => checks.every(({ kind }) => kind === 'forbidden-pattern'));
  if (!forbidden) return sources;
  return sources.filter(
    ({ path: file, text }) => checkInMemory(new Map([[file, text]]), contract).violations.length === 0,
  );
}

function breed(kind: Kind, sources: readonly Source[], seed: number, count: number): readonly Mutant[] {
  const pen = makePen(seed);
  const mutants: Mutant[] = [];
  // Many sources have no place for a kind; this many tries find all there is.
  for (let tries = 0; mutants.length < count && tries < count * 40 && sources.length > 0; tries++) {
    const mutant = makeMutant(kind, pen.pick(sources), pen);
    if (mutant) mutants.push(mutant);
  }
  return mutants;
}

export const mutationsPart: Part = {
  name: 'mutations',
  summary: 'seeded violations in clean sources of installed packages, with as many look-alikes',
  async run(options) {
    const rows: (readonly (string | number)[])[] = [];
    const details: string[] = [];
    const kinds: object[] = [];
    const sum = { mutants: 0, exact: 0, equivalent: 0, escalated: 0, wrong: 0, decoys: 0 };
    for (const { kind, remedy, mutants } of makeFamilies(options)) {
      const own = { mutants: mutants.length, exact: 0, equivalent: 0, escalated: 0, wrong: 0, decoys: 0 };
      for (const mutant of mutants) {
        const verdict = await judgeMutant(mutant, remedy);
        if (verdict.kind === 'byte-for-byte') own.exact++;
        else own[verdict.kind]++;
        if (verdict.decoyTouched) own.decoys++;
        if (verdict.decoyTouched || verdict.kind !== 'byte-for-byte') {
          details.push(
            `${kind.name}: ${verdict.kind}${verdict.decoyTouched ? `, decoy touched: ${mutant.decoy}` : ''} in ${mutant.path}\n${verdict.detail}`,
          );
        }
      }
      rows.push([kind.name, own.mutants, own.exact, own.equivalent, own.escalated, own.wrong, own.decoys]);
      kinds.push({ name: kind.name, ruleId: kind.ruleId, ...own });
      for (const key of ['mutants', 'exact', 'equivalent', 'escalated', 'wrong', 'decoys'] as const)
        sum[key] += own[key];
    }
    rows.push(['total', sum.mutants, sum.exact, sum.equivalent, sum.escalated, sum.wrong, sum.decoys]);
    const same = sum.exact + sum.equivalent;
    return {
      table: {
        header: ['kind', 'mutants', 'byte for byte', 'equivalent', 'escalated', 'wrong', 'decoys touched'],
        rows,
      },
      targets: [
        { claim: 'kinds: at least 14', measured: String(kinds.length), holds: kinds.length >= 14 },
        {
          claim: 'restored byte for byte: at least 98%',
          measured: percent(sum.exact, sum.mutants),
          holds: sum.exact >= 0.98 * sum.mutants,
        },
        {
          claim: 'restored equivalently: at least 99.5%',
          measured: percent(same, sum.mutants),
          holds: same >= 0.995 * sum.mutants,
        },
        { claim: 'look-alikes touched: none', measured: `${sum.decoys} of ${sum.mutants}`, holds: sum.decoys === 0 },
      ],
      data: {
        seed: options.seed,
        sources: PACKAGES.map(({ name, glob }) => ({ name, glob, version: packageVersion(options.root, name) })),
        kinds,
        total: sum,
      },
      details,
    };
  },
};
