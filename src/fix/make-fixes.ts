import { type Edit, inOrder, isSameEdit } from '../model/edit.js';
import type { FixAnswer, FixInstruction, FixSite } from '../model/fix-site.js';
import { isRefusal } from '../model/refusal.js';
import { splitApart } from '../model/split-apart.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { checkDraft } from './checks/check-draft.js';
import { type Unsound, verifyEdits } from './checks/verify-edits.js';
import { clash, holds, type Joined, joined, mayBlame, sees, sharesStatement } from './clash.js';
import { draftFix } from './draft-fix.js';
import type { SyntaxDraft } from './draft-syntax.js';
import { type Suspect, suspectsAt } from './suspects.js';

export interface FixRequest {
  readonly site: FixSite;
  readonly instruction: FixInstruction;
}

/**
 * The answers that `makeFix` would give to each request by itself, in their order, for the price of one parse
 * where the fixes keep clear of each other.
 * @param requests all of one path and text
 */
export function makeFixes(requests: readonly FixRequest[]): readonly FixAnswer[] {
  const answers: FixAnswer[] = [];
  const drafts: Joined[] = [];
  const twins = new TwinFixes();
  for (const [index, { site, instruction }] of requests.entries()) {
    const drafted = draftFix(site, instruction);
    if (isRefusal(drafted)) answers[index] = drafted;
    else if (drafted.kind === 'text') answers[index] = fixOf(instruction, drafted.edits);
    else if (!twins.take(index, drafted)) drafts.push(joined(index, drafted));
  }
  for (const group of splitApart(drafts, clash)) {
    for (const [{ index }, answer] of judge(group)) answers[index] = answer;
  }
  for (const [index, first] of twins.all) {
    const answer = answers[first];
    if (answer) answers[index] = answer;
  }
  return answers;
}

/** Fixes by one instruction that change the very same places, as those of a name do that is renamed wherever it stands. */
class TwinFixes {
  readonly all = new Map<number, number>();
  readonly #first = new Map<FixInstruction, Map<string, number>>();

  /** Whether one like this was drafted before, whose answer is the answer to both. */
  take(index: number, { judged, task: { instruction } }: SyntaxDraft): boolean {
    if (judged.length < 2) return false;
    const known = this.#first.get(instruction) ?? new Map<string, number>();
    this.#first.set(instruction, known);
    const key = JSON.stringify(judged.map(({ range: { start, end }, text }) => [start, end, text]));
    const first = known.get(key);
    if (first === undefined) known.set(key, index);
    else this.all.set(index, first);
    return first !== undefined;
  }
}

function fixOf({ safety }: FixInstruction, edits: readonly Edit[]): FixAnswer {
  return { kind: 'fix', fix: { edits: inOrder(edits), applicability: safety } };
}

type Answers = ReadonlyMap<Joined, FixAnswer>;

/** Where the joint text is refused, those are asked apart at whose edits that shows: one bad fix must not cost the others theirs. */
function judge(company: readonly Joined[]): Answers {
  const [leading] = company;
  if (!leading) return new Map();
  const { tree } = leading.draft.task;
  const all = editsOf(company);
  const after = verifyEdits(tree, all);
  if (isRefusal(after)) return company.length === 1 ? new Map([[leading, after]]) : judgeApart(tree, company, after);
  const answers = withoutBlame(company, new Map(company.map((each) => [each, answerOf(each.draft, after, all)])));
  const kept = company.filter((each) => answers.get(each)?.kind === 'fix');
  // Those that stand were seen beside some that do not.
  if (kept.length < company.length) return new Map([...answers, ...judge(kept)]);
  const apart = judgeHolders(company);
  const others = company.filter((each) => (apart.get(each) ?? answers.get(each))?.kind === 'fix');
  return others.length === company.length ? answers : new Map([...answers, ...apart, ...judge(others)]);
}

/** Where others change what a fix compares, it may have passed for their sake: it has to do so without them as well. */
function judgeHolders(company: readonly Joined[]): Answers {
  const holders = company.filter((each) => company.some((other) => holds(each, other)));
  const groups = splitApart(holders, (one, other) => holds(one, other) || holds(other, one));
  return new Map(groups.flatMap((group) => [...judge(group)]));
}

/** Each suspect by itself, until the others are sound; by halves where nobody can be suspected, or where that proved wrong. */
function judgeApart(tree: SyntaxTree, company: readonly Joined[], unsound: Unsound): Answers {
  const answers = new Map<Joined, FixAnswer>();
  let left = company;
  for (
    let objection: SyntaxTree | Unsound = unsound;
    isRefusal(objection);
    objection = verifyEdits(tree, editsOf(left))
  ) {
    const { at, condition } = objection;
    const suspects = suspectsAt(at, left.flatMap(edited));
    if (suspects.size === 0 || suspects.size * 2 > left.length) return new Map([...answers, ...judgeHalves(left)]);
    const said = [...suspects].flatMap((suspect) => [...judge([suspect])]);
    for (const [suspect, answer] of said) answers.set(suspect, answer);
    left = left.filter((each) => !suspects.has(each));
    const isProved = said.some(([, answer]) => answer.kind === 'refused' && answer.condition === condition);
    if (!isProved) return new Map([...answers, ...judgeHalves(left)]);
  }
  return new Map([...answers, ...judge(left)]);
}

function editsOf(company: readonly Joined[]): readonly Edit[] {
  return distinct(company.flatMap(({ draft }) => draft.judged));
}

function edited(item: Joined): readonly Suspect<Joined>[] {
  return item.spots.map(({ edit: { range }, around }) => ({ item, range, end: around().end }));
}

function judgeHalves(company: readonly Joined[]): Answers {
  const half = company.length >> 1;
  return new Map([...judge(company.slice(0, half)), ...judge(company.slice(half))]);
}

/**
 * What its neighbours do to the same statement, or to one around it, must not be held against a fix: it is asked once
 * more, among those that may have been blamed as well, or else among those that have nothing to do with each other.
 * @param first what was said of each in company
 */
function withoutBlame(company: readonly Joined[], first: Answers): Answers {
  const refused = company.filter((each) => first.get(each)?.kind !== 'fix');
  const apart = refused.filter((each) => company.some((other) => sharesStatement(each, other)));
  const blamed = refused.filter((each) => !apart.includes(each) && refused.some((other) => sees(each, other)));
  const again = blamed.length < company.length ? [blamed] : splitApart(blamed, mayBlame);
  return new Map([...first, ...[...again, ...splitApart(apart, mayBlame)].flatMap((group) => [...judge(group)])]);
}

function answerOf(draft: SyntaxDraft, after: SyntaxTree, all: readonly Edit[]): FixAnswer {
  // An edit that several fixes share stands in the joint text once, as the first of them wrote it.
  const judged = draft.judged.map((edit) => all.find((each) => isSameEdit(each, edit)) ?? edit);
  const refusal = checkDraft({ ...draft, judged }, after, all);
  return refusal ?? fixOf(draft.task.instruction, draft.edits);
}

function distinct(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit, index) => edits.findIndex((each) => isSameEdit(each, edit)) === index);
}
