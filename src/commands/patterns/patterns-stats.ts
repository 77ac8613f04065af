import { plural } from '../../model/plural.js';
import { sanitize } from '../../model/sanitize.js';
import { type OtherFixes, otherFixes } from '../../pattern-store/evidence/other-fixes.js';
import { countTiers, type PatternStats, patternStats } from '../../pattern-store/pattern-stats.js';
import { decayedHundredths } from '../../pattern-store/trust/score.js';
import { printHundredths, standing } from '../../pattern-store/trust/standing.js';
import { tierText } from '../../pattern-store/trust/tier-text.js';
import { lineWidth } from '../../platform/terminal.js';
import { printJson } from '../../reporters/print-json.js';
import { paletteOf } from '../../reporters/text/palette.js';
import { tableText } from '../../reporters/text/table-text.js';
import { say } from '../output/say.js';
import type { Session } from '../workspace/session.js';
import { patternCourse, patternJson } from './pattern-json.js';
import { openShelf } from './pattern-shelf.js';

const TREND = { up: '↗', down: '↘', level: '→' } as const;

/** What the store has learnt: tiers, and each pattern's course. Exits with 1 where figures and evidence disagree. */
export function patternsStats(asJson: boolean, session: Session): void {
  const { terminal, clock } = session;
  const { store, lines, reviews, config } = openShelf(session);
  const today = clock.today();
  const minimum = config.healLoop.minConfidence;
  const stats = store.patterns.map((pattern) => patternStats(pattern, lines, today));
  const astray = stats.filter(({ agrees }) => agrees === false);
  session.conclude(astray.length > 0 ? 1 : 0);
  const tiers = countTiers(store.patterns, today);
  const waiting = reviews.length;
  const others = otherFixes(lines, new Set(store.patterns.map(({ id }) => id)));
  if (asJson) {
    const patterns = stats.map((each) => ({ ...patternJson(each.pattern, today, minimum), ...patternCourse(each) }));
    terminal.out(printJson({ schemaVersion: 1, tiers, events: lines.length, waiting, patterns, otherFixes: others }));
    return;
  }
  const counted = Object.entries(tiers).map(([tier, count]) => `${count} ${tier}`);
  const table = tableText(
    HEADING,
    stats.map((each) => rowOf(each, today, minimum)),
    paletteOf(terminal.color),
    lineWidth(terminal),
  );
  say(`${plural(store.patterns.length, 'pattern')}: ${counted.join(', ')}\n`, terminal);
  say(`${plural(lines.length, 'line')} of evidence, ${waiting} waiting for review\n`, terminal);
  if (stats.length > 0) terminal.out(`\n${table}`);
  if (others.length > 0) {
    const rest = tableText(OTHERS, others.map(otherRow), paletteOf(terminal.color), lineWidth(terminal));
    terminal.out(`\nFixes of no pattern\n\n${rest}`);
  }
  for (const { pattern } of astray) {
    say(`\n${sanitize(pattern.id)}: its figures were edited; they are not what its evidence adds up to.\n`, terminal);
  }
}

const OTHERS = ['RULE', 'BY', 'FIXES', 'FILES', 'LAST'];

function otherRow({ ruleId, source, fixes, files, last }: OtherFixes): readonly string[] {
  return [ruleId, source, String(fixes), String(files), last];
}

const HEADING = ['PATTERN', 'TIER', 'NOW', 'TREND', 'HELD', 'FIXES', 'FILES', 'REFUSED BY', 'LAST USED'];

function rowOf(
  { pattern, trend, fixes, files, refusals }: PatternStats,
  today: string,
  minimum: number,
): readonly string[] {
  const now = decayedHundredths(pattern, today);
  const held = `${pattern.successCount}/${pattern.successCount + pattern.failureCount}`;
  const refused = refusals.map(({ by, count }) => `${by} ${count}`).join(', ');
  const tier = tierText(pattern, standing(pattern, today, minimum));
  return [
    pattern.id,
    tier,
    printHundredths(now),
    TREND[trend],
    held,
    String(fixes),
    String(files),
    refused || '-',
    pattern.lastUsed ?? 'never',
  ];
}
