import type { Coverage } from '../engine/selection/cover.js';
import { groupBy } from '../model/group-by.js';
import type { HealOutcome } from '../model/heal-result.js';
import type { Violation } from '../model/violation.js';
import type { TypeChecker } from '../semantics/types/type-checker.js';
import { openFile } from './access/open-file.js';
import { protectedReason } from './access/protected-path.js';
import { type FileDraft, isChanged } from './file-draft.js';
import type { HealContext } from './heal-context.js';
import { healFile } from './heal-file.js';
import { type Evidence, learn } from './outcome/evidence.js';
import type { HealPorts } from './ports.js';
import type { Site } from './site/site.js';

export interface DraftsTask {
  /** By file. */
  readonly sites: ReadonlyMap<string, readonly Site[]>;
  /** Every violation reported, the ones nobody heals included. */
  readonly reported: readonly Violation[];
  readonly coverage: Coverage;
  readonly contractFiles: ReadonlySet<string>;
  readonly ports: HealPorts;
}

export interface Drafts {
  readonly drafts: readonly FileDraft[];
  /** Of the files that were not opened. */
  readonly closed: readonly HealOutcome[];
}

/**
 * Heals file after file in memory. What one taught is known to the next: a pattern that fell stops there. Types are asked
 * of all files at once, which takes one program for all; those that may have gained errors are healed anew, with the
 * types gate among the others. A person or an agent answers what the gates say, so that there each file is asked in turn.
 */
export async function draftFiles(task: DraftsTask, context: HealContext): Promise<Drafts> {
  const { typeChecker, person, agent } = context;
  const files = [...task.sites].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sites]) => ({ path, sites }));
  const draft = drafterOf(task);
  const isAnswered = person !== undefined || agent !== undefined;
  const isAtOnce = typeChecker !== undefined && !isAnswered && files.length > 1;
  const first = isAtOnce ? { ...context, typeChecker: undefined } : context;
  const inOrder = await draftInOrder(files, first, (file, now, done) => {
    task.ports.progress?.(done, files.length);
    return draft(file, now);
  });
  const settled = isAtOnce ? await withTypes(files, inOrder, context, typeChecker, draft) : inOrder;
  return {
    drafts: settled.flatMap((each) => (each.kind === 'draft' ? [each.draft] : [])),
    closed: settled.flatMap((each) => (each.kind === 'closed' ? each.outcomes : [])),
  };
}

interface FileToHeal {
  readonly path: string;
  readonly sites: readonly Site[];
}

type Drafted =
  | { readonly kind: 'draft'; readonly draft: FileDraft }
  | { readonly kind: 'closed'; readonly outcomes: readonly HealOutcome[] };

type Draft = (file: FileToHeal, context: HealContext) => Promise<Drafted>;

/** @param draft given the context with the patterns as the files before have left them */
async function draftInOrder(
  files: readonly FileToHeal[],
  first: HealContext,
  draft: (file: FileToHeal, context: HealContext, done: number) => Promise<Drafted>,
): Promise<readonly Drafted[]> {
  const all: Drafted[] = [];
  let context = first;
  for (const [done, file] of files.entries()) {
    const drafted = await draft(file, context, done);
    all.push(drafted);
    if (drafted.kind === 'closed') continue;
    context = { ...context, patterns: learn(context.patterns, drafted.draft.evidence, context.today) };
  }
  return all;
}

/** Drafts that were made without asking for types, with types asked. */
async function withTypes(
  files: readonly FileToHeal[],
  assumed: readonly Drafted[],
  context: HealContext,
  typeChecker: TypeChecker,
  draft: Draft,
): Promise<readonly Drafted[]> {
  const changes = assumed.flatMap((each) => (each.kind === 'draft' ? [each.draft] : []));
  const doubtful = typeChecker.doubtful(changes.filter(isChanged));
  const assumedOf = new Map(files.map((file, at) => [file, assumed[at]]));
  // What one file teaches may be another lesson than was assumed; those behind it were healed by patterns that differ.
  let isAsAssumed = true;
  return draftInOrder(files, context, async (file, now) => {
    const known = assumedOf.get(file);
    if (known !== undefined && isAsAssumed && !doubtful.has(file.path)) return judged(known, typeChecker);
    const anew = await draft(file, now);
    isAsAssumed &&= lessonsOf(known) === lessonsOf(anew);
    return anew;
  });
}

/** The same draft, of which fixes that are made anew are asked for types. */
function judged(drafted: Drafted, typeChecker: TypeChecker): Drafted {
  if (drafted.kind === 'closed') return drafted;
  const { draft } = drafted;
  const context = { ...draft.task.context, typeChecker };
  return { kind: 'draft', draft: { ...draft, task: { ...draft.task, context } } };
}

/** What was learnt about patterns, as a text to be compared. */
function lessonsOf(drafted: Drafted | undefined): string {
  const evidence: readonly Evidence[] = drafted?.kind === 'draft' ? drafted.draft.evidence : [];
  return JSON.stringify(evidence.filter(({ patternId }) => patternId !== null));
}

function drafterOf({ reported, coverage, contractFiles, ports }: DraftsTask): Draft {
  const reportedIn = groupBy(reported, ({ file }) => file);
  return async ({ path, sites }, context) => {
    const barred = protectedReason(path, contractFiles, context.config.protect);
    const opened = openFile(path, sites, barred, context, ports.read);
    if (opened.kind === 'closed') return { kind: 'closed', outcomes: opened.outcomes };
    const { text, bom } = opened;
    const rules = coverage.rulesOf(path);
    const draft = await healFile({ path, text, bom, sites, reported: reportedIn.get(path) ?? [], rules, context });
    return { kind: 'draft', draft };
  };
}
