import { usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { EVIDENCE_FILE } from '../../pattern-store/evidence/evidence-file.js';
import { parseEvidence } from '../../pattern-store/evidence/parse-evidence.js';
import { parseStore } from '../../pattern-store/format/parse-store.js';
import type { SharedStore } from '../../pattern-store/merge-stores.js';
import { PATTERN_FILE } from '../../pattern-store/pattern-file.js';
import { EMPTY_STORE } from '../../pattern-store/store.js';
import { compareTrust, type TrustChange } from '../../pattern-store/trust/compare-trust.js';
import { openGit } from '../../platform/git/git.js';
import { printJson } from '../../reporters/print-json.js';
import { type Palette, paletteOf } from '../../reporters/text/palette.js';
import type { ShapeChoice } from '../options/options.js';
import { needsGit } from '../workspace/needs-git.js';
import type { Session } from '../workspace/session.js';
import { openShelf } from './pattern-shelf.js';

export interface DiffOptions extends ShapeChoice {
  readonly failOnMore?: true;
}

/** What changed between a commit and now in what may be applied, and why. */
export function patternsDiff(ref: string, options: DiffOptions, session: Session): void {
  const { terminal, clock } = session;
  const shelf = openShelf(session);
  const changes = compareTrust(storeAt(ref, shelf.root), shelf, clock.today(), shelf.config.healLoop.minConfidence);
  const isMore = changes.some(({ trust }) => trust === 'more');
  session.conclude(options.failOnMore && isMore ? 1 : 0);
  if (options.format === 'json') terminal.out(printJson({ schemaVersion: 1, ref, changes }));
  else if (changes.length === 0) terminal.out(`Nothing about fix patterns changed since ${sanitize(ref)}.\n`);
  else terminal.out(changes.map((change) => changeText(change, paletteOf(terminal.color))).join(''));
}

function storeAt(ref: string, root: string): SharedStore {
  const git = openGit(root);
  if (git === null) throw needsGit(root, `Comparing with ${ref}`, 'Compare where the history is.');
  const text = git.history.fileAt(ref, PATTERN_FILE)?.toString('utf8');
  const { store } = text === undefined ? { store: EMPTY_STORE } : parseStore(`${ref}:${PATTERN_FILE}`, text);
  const { lines } = parseEvidence(
    `${ref}:${EVIDENCE_FILE}`,
    git.history.fileAt(ref, EVIDENCE_FILE)?.toString('utf8') ?? '',
  );
  if (store !== null && lines !== null) return { store, lines };
  throw usageError('usage/broken-ref', `The store is broken at ${ref}.`, 'Compare with a commit where it was sound.');
}

function changeText({ patternId, ruleId, trust, changes }: TrustChange, palette: Palette): string {
  const mark = { more: palette.yellow('trust +'), less: palette.green('trust -'), same: palette.dim('trust =') }[trust];
  return `${mark}  ${palette.bold(sanitize(patternId))}  ${sanitize(ruleId)}\n${changes.map((each) => `         ${sanitize(each)}\n`).join('')}`;
}
