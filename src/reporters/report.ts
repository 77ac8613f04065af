import type { CheckResult, HealOutlook } from '../model/check-result.js';
import type { Rule } from '../model/contract.js';
import type { Edit } from '../model/edit.js';
import type { HealResult } from '../model/heal-result.js';
import type { StrictFailure } from '../model/strict-failure.js';
import type { Violation } from '../model/violation.js';

/** What a check reporter turns into text. */
export interface CheckReport {
  readonly result: CheckResult;
  /** What rules about secrets that were not asked find in files with violations: it is not told, and no secret of it. */
  readonly beside?: readonly Violation[] | undefined;
  /** What heal would try, by violation; a violation that is not in it has nothing to try. */
  readonly outlooks: ReadonlyMap<Violation, HealOutlook>;
  /** What an earlier heal tried and left to a person: the id of the finding that says why. None where left out. */
  readonly left?: ReadonlyMap<Violation, string>;
  /** What makes heal look at the same, as words of a command line; null where nothing does. All when left out. */
  readonly healScope?: readonly string[] | null;
  readonly toolVersion: string;
  /** The rules that were checked, for formats that also name what holds; without it only broken rules are named. */
  readonly rules?: readonly Rule[];
  /** Texts of files with violations, by path, for line hashes and for the regions of fixes. */
  readonly sources?: ReadonlyMap<string, SourceText>;
  /** The fix heal would make, by violation. */
  readonly fixes?: ReadonlyMap<Violation, ProposedFix>;
  /** Keeps apart the reports of several packages of one repository. */
  readonly category?: string;
  /** Whether formats that can mark exempt violations carry them; they are left out otherwise. */
  readonly showExempt?: boolean;
  /** What a strict run fails by although no other would; left out where the run is not strict. */
  readonly strict?: readonly StrictFailure[] | undefined;
}

export interface SourceText {
  /** Without its byte order mark. */
  readonly text: string;
  readonly bom: boolean;
}

export interface ProposedFix {
  readonly file: string;
  readonly description: string;
  /** Sorted, disjoint, in offsets of the text of `file`. */
  readonly edits: readonly Edit[];
}

/** What a heal reporter turns into text. */
export interface HealReport {
  readonly result: HealResult;
  /** Root-relative path of the full report of this run; null where none was written. */
  readonly reportFile: string | null;
  /** What was to be healed, as words of a command line. All when left out. */
  readonly asked?: readonly string[];
  /** How many of the changed files `git diff` shows; all of them when left out. */
  readonly shownByGit?: number | undefined;
  /** What was written beside sources and report; nothing where left out. */
  readonly noted?: Noted;
  /** All violations a check found, for the secrets that diffs quote although nobody was to heal them. */
  readonly found?: readonly Violation[];
  /** Whether secrets stand in it in full; they are masked otherwise. */
  readonly showSecrets?: boolean;
}

/** What a heal leaves in `.specflow`, to be committed with its fixes. */
interface Noted {
  readonly findingsAdded: number;
  readonly findingsRemoved: number;
  /** Whether the evidence of fix patterns grew. */
  readonly isTaught: boolean;
}

/** How a report looks; machine formats ignore it. */
export interface ReportStyle {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where lines are broken too by which a log or a file would be searched; nowhere when left out. */
  readonly rowWidth?: number;
  /** One line a violation, and nothing at all where there is none. */
  readonly quiet: boolean;
}

export interface Reporter<Report> {
  /** One line for the help text. */
  readonly summary: string;
  /** False where problems must be printed beside the report, because the format has no place for them. */
  readonly carriesProblems: boolean;
  /** Whether it holds matched text unmasked, so that a file of it is for its owner alone. */
  readonly isPrivate?: boolean;
  /** The whole text, with a newline at its end; empty when there is nothing to say. */
  render(report: Report, style: ReportStyle): string;
}
