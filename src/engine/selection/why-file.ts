import type { ClosedFolder } from '../../model/closed-folder.js';
import type { Rule, Scope } from '../../model/contract.js';
import type { FileDecision, FileReason } from '../../model/file-reason.js';
import { isHarmless } from '../blind-spots/report-skipped.js';
import type { Inspection } from '../inspection/inspection.js';
import { decidingGlob, reachOf } from './reach-of.js';

export interface WhyRequest {
  readonly path: string;
  /** Everything the tree lists. */
  readonly listed: readonly string[];
  /** Those of them that rules may look at. */
  readonly judged: readonly string[];
  readonly contractFiles: readonly string[];
  /** Globs of the configuration. */
  readonly exclude: readonly string[];
  readonly rules: readonly Rule[];
  readonly compileScope: (globs: readonly string[]) => Scope;
  /** Asked of a path that is not listed: what ignores it, as one clause. */
  ignoredBy(): string | null;
  /** Asked of a path that is not listed: the folder around it that nobody enters; null where there is none. */
  closedAbove(): Pick<ClosedFolder, 'path' | 'kind'> | null;
  /** Asked of a path that a rule wants: why it cannot be looked at; null where it can. */
  whySkipped(): Omit<Extract<Inspection, { kind: 'skipped' }>, 'kind'> | null;
}

/** What decides whether rules look at a file, and for each rule whether its scope holds the file. */
export function whyFile(request: WhyRequest): FileReason {
  const { path, listed, rules, compileScope } = request;
  // A path that is not listed is asked about as if it were.
  const files = listed.includes(path) ? listed : [...listed, path].sort();
  const reach = rules.map((rule) => reachOf(path, rule, files, compileScope));
  const wanted = reach.filter(({ isInScope }) => isInScope).length;
  return { path, decision: decide(request, wanted), rules: reach };
}

function decide(request: WhyRequest, wanted: number): FileDecision {
  const { path, listed, judged, contractFiles, exclude, compileScope } = request;
  if (path.startsWith('.specflow/') && !contractFiles.includes(path)) return { kind: 'own-state' };
  if (contractFiles.includes(path)) return { kind: 'contract' };
  if (!listed.includes(path)) return { kind: 'unlisted', by: request.ignoredBy(), within: request.closedAbove() };
  if (!judged.includes(path)) {
    return { kind: 'excluded', glob: decidingGlob(path, exclude, listed, compileScope) ?? '' };
  }
  if (wanted === 0) return { kind: 'unscoped' };
  const skipped = request.whySkipped();
  if (skipped === null) return { kind: 'judged' };
  return { kind: 'skipped', ...skipped, isHarmless: isHarmless({ path, rules: wanted, ...skipped }) };
}
