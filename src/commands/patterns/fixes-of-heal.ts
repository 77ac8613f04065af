import { placesIn } from '../../heal/outcome/evidence.js';
import type { FixExample } from '../../learning/fix-example.js';
import { EVIDENCE_FILE } from '../../pattern-store/evidence/evidence-file.js';
import type { AppliedLine, EvidenceLine, OutcomeLine } from '../../pattern-store/evidence/evidence-line.js';
import { parseEvidence } from '../../pattern-store/evidence/parse-evidence.js';
import type { GitHistory } from '../../platform/git/git-history.js';

type Example = Pick<FixExample, 'rule' | 'path' | 'violation'>;

/**
 * Tells fixes of heal from those of people, which alone are a reason to trust a pattern: where a commit brings evidence
 * that heal mended a rule in a file, or any evidence names the very place, that was heal.
 * @param lines the evidence of the project
 */
export function fixesOfHeal(
  lines: readonly EvidenceLine[],
  history: Pick<GitHistory, 'fileAt'>,
): (example: Example, commit: string) => boolean {
  const broughtBy = new Map<string, readonly EvidenceLine[] | null>();
  return (example, commit) => {
    const [place = ''] = placesIn([example.violation]);
    if (fixesIn(lines, example).some(({ at = [] }) => at.includes(place))) return true;
    const brought = broughtBy.get(commit) ?? evidenceBroughtBy(commit, history);
    broughtBy.set(commit, brought);
    return brought === null || fixesIn(brought, example).length > 0;
  };
}

/** What a person made of a fix before it was applied is a person's. */
function fixesIn(lines: readonly EvidenceLine[], { rule, path }: Example): readonly (OutcomeLine | AppliedLine)[] {
  return lines.flatMap((line) => {
    if (line.kind !== 'applied' && line.kind !== 'success') return [];
    return line.ruleId === rule.id && line.file === path && line.source !== 'edited' ? [line] : [];
  });
}

/** Null where that cannot be told. */
function evidenceBroughtBy(commit: string, history: Pick<GitHistory, 'fileAt'>): readonly EvidenceLine[] | null {
  const [before, after] = [`${commit}^`, commit].map((ref) => evidenceIn(history.fileAt(ref, EVIDENCE_FILE)));
  if (!before || !after) return null;
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !known.has(id));
}

function evidenceIn(file: Buffer | null): readonly EvidenceLine[] | null {
  return file === null ? [] : parseEvidence(EVIDENCE_FILE, file.toString('utf8')).lines;
}
