import { CHECK_REPORTERS } from '../../reporters/index.js';
import type { CheckReport, Reporter } from '../../reporters/report.js';

/** A report of `check`, which can also be written down for a merge. */
export interface BlobReport extends CheckReport {
  blob(): string;
}

/** The formats of `check`: those of every report, and what `report merge` reads. */
export const CHECK_OUTPUTS: Readonly<Record<string, Reporter<BlobReport>>> = {
  ...CHECK_REPORTERS,
  blob: {
    summary: 'what "specflow report merge" joins with that of other shards',
    carriesProblems: false,
    isPrivate: true,
    render: (report) => report.blob(),
  },
};
