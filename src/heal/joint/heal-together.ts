import { type Suspect, suspectsAt } from '../../fix/suspects.js';
import { applyEdits, type Edit, mapOffset } from '../../model/edit.js';
import { indexLines, type TextRange } from '../../model/position.js';
import type { FileNow } from '../attempt-site.js';
import type { Gate, Objection, Part, Trial } from '../gates/gate.js';
import { askGates } from '../gates/index.js';
import type { HealContext } from '../heal-context.js';
import { isImportEdit, JointEdits } from './joint-edits.js';
import { reduceTrial } from './reduce-trial.js';
import { whyApart } from './stands-together.js';

/**
 * As many of the fixes as every gate agrees to, on one joint text: asked once when all are good, and to find those that
 * are not, without the ones that an objection points at, or else by halves. What is not in the answer is to be tried by
 * itself.
 * @param parts fixes of the file as it is, clear of each other
 * @returns null when there is no fix that stands
 */
export async function healTogether(parts: readonly Part[], file: FileNow, context: HealContext): Promise<Trial | null> {
  const kept = await settle(null, parts, file, context);
  return kept === null ? null : reduceTrial(kept, context.gates);
}

/** Takes in as many candidates as stand together with what is kept already. */
async function settle(
  kept: Trial | null,
  candidates: readonly Part[],
  file: FileNow,
  context: HealContext,
): Promise<Trial | null> {
  const trial = jointTrial([...(kept?.parts ?? []), ...candidates], file, context);
  if (trial === null) return kept;
  const objection = await objectionTo(trial, context.gates);
  if (objection === null) return trial;
  const { lines = [], blamed, at = [] } = objection;
  const left = candidates.filter((part) => !blamed?.has(part));
  if (candidates.length === 1 || left.length === 0) return kept;
  const near = suspectsAt(at, left.flatMap(edited));
  const innocent = withoutSuspects(left, trial, lines).filter((part) => !near.has(part));
  if (innocent.length > 0 && innocent.length < candidates.length) return settle(kept, innocent, file, context);
  const half = candidates.length >> 1;
  const first = await settle(kept, candidates.slice(0, half), file, context);
  return settle(first, candidates.slice(half), file, context);
}

function edited(item: Part): readonly Suspect<Part>[] {
  return item.edits.map(({ range }) => ({ item, range, end: range.end }));
}

type Complaint = Pick<Objection, 'lines' | 'blamed'> & { readonly at?: readonly TextRange[] };

async function objectionTo(trial: Trial, gates: readonly Gate[]): Promise<Complaint | null> {
  // A fix is verified by itself when it is made.
  const apart = trial.parts.length > 1 ? whyApart(trial) : null;
  return apart ?? askGates(trial, gates);
}

/** @param lines of the new text, on which something is wrong */
function withoutSuspects(
  candidates: readonly Part[],
  { after, edits }: Trial,
  lines: readonly number[],
): readonly Part[] {
  if (lines.length === 0) return candidates;
  const index = indexLines(after);
  const isAtFault = ({ range, text }: Edit): boolean => {
    const end = mapOffset(range.end, edits);
    const first = index.positionAt(end - text.length).line;
    const last = index.positionAt(end).line;
    return lines.some((line) => first <= line && line <= last);
  };
  return candidates.filter((part) => !part.edits.some(isAtFault));
}

/** Null where there are none. */
export function jointTrial(
  parts: readonly Part[],
  file: FileNow,
  { typeChecker, yamlErrors }: HealContext,
): Trial | null {
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  const { path, text, history, rules, look } = file;
  const joint = new JointEdits((edit) => isImportEdit(path, text, edit));
  for (const { edits, candidate } of parts) {
    if (!joint.add(edits)) throw new Error(`a fix of ${path} by ${candidate.source} touches another one`);
  }
  const edits = joint.all();
  const after = applyEdits(text, edits);
  if (after === null) throw new Error(`the fixes of ${path} overlap or lie outside`);
  return { path, before: text, after, parts: [first, ...rest], edits, history, rules, look, typeChecker, yamlErrors };
}
