import type { Finding } from '../../model/finding.js';
import { indexLines } from '../../model/position.js';
import type { Problem } from '../../model/problem.js';

/** Collects what there is to say about one state file, turning offsets into places. */
export class StoreNotes {
  readonly problems: Problem[] = [];
  readonly findings: Finding[] = [];
  private readonly lines;

  constructor(
    private readonly file: string,
    text: string,
  ) {
    this.lines = indexLines(text);
  }

  invalid(code: string, offset: number, message: string, help: string | null): void {
    this.problems.push({ code, severity: 'invalid', file: this.file, ...this.lines.positionAt(offset), message, help });
  }

  warning(code: string, offset: number, message: string, help: string | null): void {
    this.problems.push({ code, severity: 'warning', file: this.file, ...this.lines.positionAt(offset), message, help });
  }

  finding(code: string, offset: number, ruleId: string | null, message: string, help: string | null): void {
    const { line } = this.lines.positionAt(offset);
    this.findings.push({ code, ruleId, file: this.file, line, message, help });
  }
}
