import { UsageError } from '../../model/problem.js';
import type { Reporter } from '../../reporters/report.js';
import { writeOutputs } from '../output/write-outputs.js';
import type { Session } from '../workspace/session.js';
import type { BlobReport } from './check-outputs.js';
import type { PresentOptions } from './present-check.js';

/** What people and agents read beside stderr, where the problem is told in any case. */
const READ_BESIDE_STDERR: ReadonlySet<string> = new Set(['pretty', 'compact', 'agent']);

/**
 * A look that ends before anything was judged still gives the reports that were asked for, with what stopped it: a
 * program gets no empty text to parse, and no file tells of an earlier run that was fine.
 * @throws UsageError what stopped it, and for a report that cannot be written
 */
export async function tellUnlooked<Looked>(
  look: () => Promise<Looked>,
  reporters: Readonly<Record<string, Reporter<BlobReport>>>,
  { format, output }: PresentOptions,
  session: Session,
): Promise<Looked> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { cwd, terminal, toolVersion } = session;
    const result = { files: 0, rules: 0, violations: [], problems: error.problems, findings: [] };
    const report = { result, outlooks: new Map(), toolVersion, blob: () => '' };
    const carries = (name: string): boolean => reporters[name]?.carriesProblems === true;
    if (carries(format) && !READ_BESIDE_STDERR.has(format)) {
      const style = { color: terminal.color, width: terminal.columns, quiet: false };
      terminal.out(reporters[format]?.render(report, style) ?? '');
    }
    const written = output.filter((each) => carries(each.format));
    try {
      writeOutputs(written, reporters, report, cwd);
    } catch (unwritten) {
      if (!(unwritten instanceof UsageError)) throw unwritten;
      throw new UsageError(error.problem, { cause: unwritten }, [...error.others, ...unwritten.problems]);
    }
    throw error;
  }
}
