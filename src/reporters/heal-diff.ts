import { healMask } from './heal-mask.js';
import type { HealReport, Reporter } from './report.js';
import { diffText } from './text/diff-text.js';
import { paletteOf } from './text/palette.js';

/**
 * What a run changed, or would change, and nothing else. With secrets masked it is for reading only; with them, and not
 * painted for a terminal, it is for `git apply`, to the last byte: nothing in it is made visible that is not.
 */
export const healDiff: Reporter<HealReport> = {
  summary: 'the unified diff of all changes',
  carriesProblems: false,
  render(report, { color }) {
    const mask = healMask(report);
    const palette = paletteOf(color);
    const { changes } = report.result;
    if (report.showSecrets === true && !color) return changes.map(({ diff }) => diff).join('');
    return changes.map(({ diff }) => diffText(mask.apply(diff), palette)).join('');
  },
};
