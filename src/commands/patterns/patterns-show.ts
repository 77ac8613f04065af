import type { FixPattern } from '../../model/fix-pattern.js';
import { plural } from '../../model/plural.js';
import { OUTDATED_STANDING } from '../../pattern-store/is-outdated-lift.js';
import { outcomeText } from '../../pattern-store/outcome-text.js';
import { type PatternStats, patternStats } from '../../pattern-store/pattern-stats.js';
import { printHundredths, standing } from '../../pattern-store/trust/standing.js';
import { tierText } from '../../pattern-store/trust/tier-text.js';
import { lineWidth } from '../../platform/terminal.js';
import { printJson } from '../../reporters/print-json.js';
import { type Field, fieldsText } from '../../reporters/text/fields-text.js';
import type { Session } from '../workspace/session.js';
import { isOutdatedHere } from './is-outdated-here.js';
import { patternCourse, patternJson, patternSource } from './pattern-json.js';
import { openShelf, patternOf } from './pattern-shelf.js';

export async function patternsShow(id: string, asJson: boolean, session: Session): Promise<void> {
  const { terminal, clock } = session;
  const shelf = openShelf(session);
  const pattern = patternOf(shelf, id);
  const minimum = shelf.config.healLoop.minConfidence;
  const now = standing(pattern, clock.today(), minimum);
  const why = (await isOutdatedHere(shelf, pattern)) ? OUTDATED_STANDING : now.why;
  const stats = patternStats(pattern, shelf.lines, clock.today());
  session.conclude(0);
  if (asJson) {
    const worth = { ...patternJson(pattern, clock.today(), minimum), standing: why };
    const shown = { ...worth, ...patternSource(pattern), ...patternCourse(stats) };
    terminal.out(printJson({ schemaVersion: 1, pattern: shown }));
    return;
  }
  const fields: readonly Field[] = [
    { name: 'id', value: pattern.id },
    { name: 'rule', value: pattern.ruleId },
    { name: 'description', value: pattern.description },
    { name: 'match', value: pattern.match, isCode: true },
    { name: 'replacement', value: outcomeText(pattern), isCode: true },
    {
      name: 'confidence',
      value: `${printHundredths(now.hundredths)} today, ${printHundredths(pattern.hundredths)} at last use`,
    },
    { name: 'tier', value: tierText(pattern, now) },
    { name: 'standing', value: why },
    { name: 'record', value: recordText(pattern, now.wilson) },
    { name: 'last used', value: pattern.lastUsed ?? 'never' },
    { name: 'created', value: pattern.created },
    { name: 'provenance', value: `${pattern.provenance}${pattern.accepted ? ', accepted by a person' : ''}` },
    { name: 'evidence', value: evidenceText(stats) },
  ];
  terminal.out(fieldsText(fields, lineWidth(terminal)));
}

function recordText({ successCount, failureCount }: FixPattern, wilson: number): string {
  return `${successCount} held, ${failureCount} failed; at least ${wilson.toFixed(2)} of its fixes hold (95% bound)`;
}

function evidenceText({ lines, fixes, files, refusals, agrees }: PatternStats): string {
  if (lines === 0) return 'none yet: the figures are those of the store';
  const refused = refusals.map(({ by, count }) => `${by} ${count === 1 ? 'once' : `${count} times`}`).join(', ');
  const sum = agrees !== false ? 'adds up to these figures' : 'adds up to other figures: they were edited';
  return `${plural(lines, 'line')} of ${plural(fixes, 'fix', 'fixes')} over ${plural(files, 'file')}, ${sum}${refused === '' ? '' : `; refused by ${refused}`}`;
}
