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
import { lineWidth } from '../../platform/terminal.js';
import { printJson } from '../../reporters/print-json.js';
import { type Palette, paletteOf } from '../../reporters/text/palette.js';
import { partsText } from '../../reporters/text/parts-text.js';
import { wrapIndented } from '../../reporters/text/wrap-text.js';
import type { ShapeChoice } from '../options/options.js';
import { say } from '../output/say.js';
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
  else if (changes.length === 0) say(`Nothing about fix patterns changed since ${sanitize(ref)}.\n`, terminal);
  else {
    const palette = paletteOf(terminal.color);
    terminal.out(changes.map((change) => changeText(change, palette, lineWidth(terminal))).join(''));
  }
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

function changeText({ patternId, ruleId, trust, changes }: TrustChange, palette: Palette, width: number): string {
  const { sign, paint } = {
    more: { sign: '+', paint: palette.yellow },
    less: { sign: '-', paint: palette.green },
    same: { sign: '=', paint: palette.dim },
  }[trust];
  const parts = [
    { text: `trust ${sign}`, paint },
    { text: sanitize(patternId), paint: palette.bold },
    { text: sanitize(ruleId) },
  ];
  const lines = changes.flatMap((each) => wrapIndented(`${' '.repeat(INDENT)}${sanitize(each)}`, width, 2));
  return [partsText(parts, { width, hanging: INDENT }), ...lines].map((line) => `${line}\n`).join('');
}

/** Columns before the name of a pattern. */
const INDENT = 9;
