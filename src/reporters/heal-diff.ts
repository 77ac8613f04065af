import { diffText } from './diff-text.js';
import { healMask } from './heal-mask.js';
import { paletteOf } from './palette.js';
import type { HealReport, Reporter } from './report.js';

/** What a run changed, or would change, and nothing else. With secrets masked it is for reading only. */
export const healDiff: Reporter<HealReport> = {
  summary: 'the unified diff of all changes',
  carriesProblems: false,
  render(report, { color }) {
    const mask = healMask(report);
    const palette = paletteOf(color);
    return report.result.changes.map(({ diff }) => diffText(mask.apply(diff), palette)).join('');
  },
};
