import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParsedContract, parseContract } from '../../src/contract/parse-contract.js';
import type { Rule } from '../../src/model/contract.js';

const root = path.resolve(import.meta.dirname, '../..');

export interface Pack {
  /** Root-relative. */
  readonly file: string;
  readonly text: string;
  readonly parsed: ParsedContract;
}

/** Every contract file of a folder of this repository. */
export function loadPacks(folder: string): readonly Pack[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`;
      const text = readFileSync(path.join(root, file), 'utf8');
      return { file, text, parsed: parseContract(file, text) };
    });
}

export function rulesOf(packs: readonly Pack[]): readonly Rule[] {
  return packs.flatMap(({ parsed }) => parsed.contract?.rules ?? []);
}
