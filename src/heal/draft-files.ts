import type { Coverage } from '../engine/cover.js';
import type { TypeChecker } from '../fix/types/type-checker.js';
import { withoutLimit } from '../model/bounded.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { groupBy } from '../model/group-by.js';
import type { HealOutcome } from '../model/heal-result.js';
import type { SecretMask } from '../model/mask-secrets.js';
import type { Violation } from '../model/violation.js';
import { openFile } from './access/open-file.js';
import { protectedReason } from './access/protected-path.js';
import { GATES } from './gates/index.js';
import type { HealRequest } from './heal.js';
import { type FileDraft, healFile } from './heal-file.js';
import { type Evidence, learn } from './outcome/evidence.js';
import { PROPOSERS } from './proposers/index.js';
import { settlesWithin } from './proposers/settles.js';
import { placeKeys } from './site/place-names.js';
import type { Site } from './site/site.js';

export interface DraftsRequest {
  readonly request: HealRequest;
  /** By file. */
  readonly sites: ReadonlyMap<string, readonly Site[]>;
  readonly coverage: Coverage;
  readonly contractFiles: ReadonlySet<string>;
  readonly nameOf: (violation: Violation) => string;
  readonly mask: SecretMask;
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
export async function draftFiles(asked: DraftsRequest): Promise<Drafts> {
  const { request, sites } = asked;
  const { typeChecker, ports } = request;
  const files = [...sites].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, own]) => ({ path, sites: own }));
  const draft = drafterOf(asked);
  const isAnswered = ports.person !== undefined || ports.agent !== undefined;
  const isAtOnce = typeChecker !== undefined && !isAnswered && files.length > 1;
  const inOrder = await draftInOrder(request, files, (file, patterns, done) => {
    ports.progress?.(done, files.length);
    return draft(file, patterns, isAtOnce ? undefined : typeChecker);
  });
  const settled = isAtOnce ? await withTypes(request, files, inOrder, typeChecker, draft) : inOrder;
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

type Draft = (
  file: FileToHeal,
  patterns: readonly FixPattern[],
  typeChecker: TypeChecker | undefined,
) => Promise<Drafted>;

/** @param draft given the patterns as the files before have left them */
async function draftInOrder(
  { patterns: stored, today }: HealRequest,
  files: readonly FileToHeal[],
  draft: (file: FileToHeal, patterns: readonly FixPattern[], done: number) => Promise<Drafted>,
): Promise<readonly Drafted[]> {
  const all: Drafted[] = [];
  let patterns = stored;
  for (const [done, file] of files.entries()) {
    const drafted = await draft(file, patterns, done);
    all.push(drafted);
    if (drafted.kind === 'draft') patterns = learn(patterns, drafted.draft.evidence, today);
  }
  return all;
}

/** Drafts that were made without asking for types, with types asked. */
async function withTypes(
  request: HealRequest,
  files: readonly FileToHeal[],
  assumed: readonly Drafted[],
  typeChecker: TypeChecker,
  draft: Draft,
): Promise<readonly Drafted[]> {
  const changes = assumed.flatMap((each) => (each.kind === 'draft' ? [each.draft] : []));
  const doubtful = typeChecker.doubtful(changes.filter(({ before, after }) => before !== after));
  const assumedOf = new Map(files.map((file, at) => [file, assumed[at]]));
  // What one file teaches may be another lesson than was assumed; those behind it were healed by patterns that differ.
  let isAsAssumed = true;
  return draftInOrder(request, files, async (file, patterns) => {
    const known = assumedOf.get(file);
    if (known !== undefined && isAsAssumed && !doubtful.has(file.path)) return judged(known, typeChecker);
    const anew = await draft(file, patterns, typeChecker);
    isAsAssumed &&= lessonsOf(known) === lessonsOf(anew);
    return anew;
  });
}

/** The same draft, of which fixes that are made anew are asked for types. */
function judged(drafted: Drafted, typeChecker: TypeChecker): Drafted {
  if (drafted.kind === 'closed') return drafted;
  const { draft } = drafted;
  return { kind: 'draft', draft: { ...draft, task: { ...draft.task, trade: { ...draft.task.trade, typeChecker } } } };
}

/** What was learnt about patterns, as a text to be compared. */
function lessonsOf(drafted: Drafted | undefined): string {
  const evidence: readonly Evidence[] = drafted?.kind === 'draft' ? drafted.draft.evidence : [];
  return JSON.stringify(evidence.filter(({ patternId }) => patternId !== null));
}

function drafterOf({ request, coverage, contractFiles, nameOf, mask }: DraftsRequest): Draft {
  const { config, ports, today, within, types } = request;
  const reported = groupBy(request.violations, ({ file }) => file);
  const settles = settlesWithin(within ?? withoutLimit);
  const isRejected = rejectedIn(request.rejected, nameOf);
  return async ({ path, sites }, patterns, typeChecker) => {
    const context = { patterns, config, today, isRejected, settles, agent: ports.agent, mask };
    const trade = { proposers: PROPOSERS, gates: GATES, context, within, types, typeChecker, person: ports.person };
    const barred = protectedReason(path, contractFiles, config.protect);
    const opened = openFile(path, sites, barred, trade, ports.read);
    if (opened.kind === 'closed') return { kind: 'closed', outcomes: opened.outcomes };
    const { text, bom } = opened;
    const rules = coverage.rulesOf(path);
    const draft = await healFile({ path, text, bom, sites, reported: reported.get(path) ?? [], rules, trade });
    return { kind: 'draft', draft };
  };
}

function rejectedIn(
  rejected: ReadonlySet<string> | undefined,
  nameOf: (violation: Violation) => string,
): (violation: Violation) => boolean {
  if (rejected === undefined || rejected.size === 0) return () => false;
  // Older stores know places by their fingerprints alone.
  return (violation) => [violation.fingerprint, ...placeKeys(violation, nameOf)].some((key) => rejected.has(key));
}
