import { maskSecrets } from '../model/mask-secrets.js';
import { diffText } from './diff-text.js';
import { paletteOf } from './palette.js';
import type { HealReport, Reporter } from './report.js';

/** What a run changed, or would change, and nothing else. Secrets are masked in it, so it is for reading. */
export const healDiff: Reporter<HealReport> = {
  summary: 'the unified diff of all changes',
  carriesProblems: false,
  render({ result }, { color }) {
    const mask = maskSecrets(result.outcomes.map(({ violation }) => violation));
    const palette = paletteOf(color);
    return result.changes.map(({ diff }) => diffText(mask.apply(diff), palette)).join('');
  },
};
