import { healInMemory, type Remedy } from '../heal-in-memory.js';
import { judgeText, type Verdict } from './judge-text.js';
import type { Mutant } from './make-mutant.js';

export async function judgeMutant(mutant: Mutant, remedy: Remedy): Promise<Verdict> {
  const { files, answer } = await healInMemory(new Map([[mutant.path, mutant.spoilt]]), remedy);
  const reasons = answer.result.outcomes.map(({ status, attempts }) => attempts.at(-1)?.gate ?? status).join(', ');
  return judgeText(mutant, files.get(mutant.path) ?? '', reasons);
}
