import type { FileDecision, FileReason, RuleReach } from '../../model/file-reason.js';
import { plural } from '../../model/plural.js';
import { sanitize } from '../../model/sanitize.js';
import type { ReportStyle } from '../report.js';
import type { Palette } from './palette.js';
import { partsText } from './parts-text.js';
import { tableText } from './table-text.js';
import { wrapText } from './wrap-text.js';

/** Why a file is judged or not, and what each rule's scope says of it. */
export function fileReasonText(
  { path, decision, rules }: FileReason,
  palette: Palette,
  { width, rowWidth }: Pick<ReportStyle, 'width' | 'rowWidth'>,
): string {
  const isJudged = decision.kind === 'judged';
  const verdict = { text: isJudged ? 'judged' : 'not judged', paint: isJudged ? palette.green : palette.yellow };
  const parts = [{ text: `${sanitize(path)}:`, paint: () => `${palette.bold(sanitize(path))}:` }, verdict];
  const reason = wrapText(sanitize(reasonText(decision, rules)), width - 2).map((line) => `  ${line}\n`);
  const rows = rules.map((rule) => [rule.ruleId, rule.isInScope ? 'in scope' : 'outside', globText(rule)]);
  const table = rows.length === 0 ? '' : `\n${tableText(['RULE', 'SCOPE', 'DECIDED BY'], rows, palette, rowWidth)}`;
  return `${partsText(parts, { width: rowWidth, gap: ' ' })}\n${reason.join('')}${table}`;
}

function globText({ glob }: RuleReach): string {
  return glob ?? 'no glob matches it';
}

function reasonText(decision: FileDecision, rules: readonly RuleReach[]): string {
  switch (decision.kind) {
    case 'judged': {
      const wanted = rules.filter(({ isInScope }) => isInScope);
      return `It lies in the scope of ${plural(wanted.length, 'rule')}.`;
    }
    case 'unscoped':
      return 'It lies in the scope of no rule.';
    case 'contract':
      return 'It is a contract: contracts hold the forbidden words, so they are never judged.';
    case 'own-state':
      return 'It is state of specflow itself, which is never judged.';
    case 'excluded':
      return `"exclude" in .specflow/config.json leaves it out: ${decision.glob}`;
    case 'unlisted':
      return unlistedText(decision);
    case 'skipped':
      return decision.isHarmless
        ? `It is no text: ${decision.detail}. A check is complete without it.`
        : `It cannot be judged, because ${decision.detail}. A check that wants it is incomplete.`;
  }
}

function unlistedText({ by, within }: Extract<FileDecision, { kind: 'unlisted' }>): string {
  if (by !== null) return `git ignores it: ${by}`;
  if (within?.kind === 'link') return `It lies behind ${within.path}, a link to a folder, which is not followed.`;
  return within === null
    ? 'It is not listed: it lies in .git, node_modules or a folder that cannot be read.'
    : `It lies in ${within.path}, a repository of its own, such as a submodule.`;
}
