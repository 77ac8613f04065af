import { filesToJudge } from '../../enforce.js';
import { healViolations } from '../../heal/heal.js';
import type { LoneFix } from '../../heal/outcome/lone-fixes.js';
import type { Violation } from '../../model/violation.js';
import { readStore } from '../../pattern-store/read-store.js';
import type { SourceTree } from '../../platform/files/source-tree.js';
import type { CheckReport, ProposedFix, SourceText } from '../../reporters/report.js';
import { healBasis } from '../heal/heal-basis.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';

/** Code scanning keeps no more results than this; proving fixes for others would be time for nobody. */
const MOST_FIXES = 5000;

/**
 * A report with the texts of its files, and with the fixes that heal would make: those every gate agrees to, found by
 * a heal that writes nothing and runs no command. Fixes are judged by all rules, so with a broken contract there are none.
 * @param tree what was judged; a file that holds something else by now gets neither text nor fix
 */
export async function withFixes<Report extends CheckReport>(
  report: Report,
  tree: SourceTree,
  workspace: Workspace,
  session: Session,
): Promise<Report> {
  const { violations, problems } = report.result;
  const sources = sourcesOf(violations, tree);
  const isBroken = problems.some(({ severity }) => severity === 'invalid');
  const fixable = violations.filter((violation) => {
    return report.outlooks.has(violation) && (violation.file === null || sources.has(violation.file));
  });
  if (isBroken || fixable.length === 0) return { ...report, sources };
  const fixes = new Map<Violation, ProposedFix>();
  // What had no file is given one to be mended in, and is another object since.
  const byFingerprint = new Map(fixable.map((violation) => [violation.fingerprint, violation]));
  const found = await dryHeal(fixable.slice(0, MOST_FIXES), tree, workspace, session);
  for (const { file, source, edits, violations: mended } of found) {
    const read = sources.get(file) ?? sourceOf(file, tree);
    if (read === null) continue;
    sources.set(file, read);
    for (const { fingerprint } of mended) {
      const violation = byFingerprint.get(fingerprint);
      if (violation) fixes.set(violation, { file, description: `specflow heal: ${source}`, edits });
    }
  }
  return { ...report, sources, fixes };
}

function sourcesOf(violations: readonly Violation[], tree: SourceTree): Map<string, SourceText> {
  const sources = new Map<string, SourceText>();
  for (const file of new Set(violations.flatMap((violation) => violation.file ?? []))) {
    const source = sourceOf(file, tree);
    if (source) sources.set(file, source);
  }
  for (const { file, place } of violations) {
    if (file === null || place === null) continue;
    const { start, end } = place.range;
    if (sources.get(file)?.text.slice(start, end) !== place.match) sources.delete(file);
  }
  return sources;
}

function sourceOf(file: string, tree: SourceTree): SourceText | null {
  const read = tree.read(file);
  return read.kind === 'text' ? { text: read.text, bom: read.bom } : null;
}

async function dryHeal(
  violations: readonly Violation[],
  tree: SourceTree,
  workspace: Workspace,
  session: Session,
): Promise<readonly LoneFix[]> {
  const { root, config, loaded } = workspace;
  const answer = await healViolations({
    ...healBasis(workspace, readStore(root), session),
    runId: 'report',
    violations,
    files: filesToJudge(tree, loaded, config),
    dryRun: true,
    ports: { read: (path) => tree.read(path), write: () => ({ kind: 'refused', reason: 'this is a report' }) },
  });
  return answer.fixes;
}
