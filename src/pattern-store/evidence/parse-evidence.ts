import { isCalendarDate } from '../../model/calendar-date.js';
import { type Fields, isText, isTexts, parseFields } from '../../model/fields.js';
import type { Problem } from '../../model/problem.js';
import { type AppliedLine, type EvidenceLine, evidenceLine } from './evidence-line.js';

export interface ParsedEvidence {
  /** Null when a line cannot be read: trust is never computed from half the evidence. */
  readonly lines: readonly EvidenceLine[] | null;
  readonly problems: readonly Problem[];
}

/** @param file how problems name the evidence */
export function parseEvidence(file: string, text: string): ParsedEvidence {
  const lines: EvidenceLine[] = [];
  const isDay = onceEachDay();
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const line = readLine(written, isDay);
    if (typeof line === 'string') return { lines: null, problems: [unreadable(file, index + 1, line)] };
    lines.push(line);
  }
  return { lines, problems: [] };
}

function unreadable(file: string, line: number, wrong: string): Problem {
  return {
    code: 'evidence/line',
    severity: 'invalid',
    file,
    line,
    column: 1,
    message: `This line of evidence cannot be read: ${wrong}.`,
    help: 'Restore the line from version control; where a merge left its marks, keep the lines of both sides.',
  };
}

/** Lines of one day stand together by the hundred. */
function onceEachDay(): (day: string) => boolean {
  const known = new Map<string, boolean>();
  return (day) => {
    const answer = known.get(day) ?? isCalendarDate(day);
    known.set(day, answer);
    return answer;
  };
}

/** The line, or what is wrong with it as a clause. */
function readLine(written: string, isDay: (day: string) => boolean): EvidenceLine | string {
  const fields = parseFields(written);
  if (fields === null) return 'it is no JSON object';
  const { id, kind, pattern: patternId, day, run } = fields;
  const isUnowned = kind === 'applied' && patternId === null;
  if (!isText(id) || !(isText(patternId) || isUnowned)) return '"id" and "pattern" must be texts';
  if (typeof day !== 'string' || typeof run !== 'string') return '"day" and "run" must be texts';
  const isStart = kind === 'state' && day === '' && run === '';
  if (!isStart && (!isDay(day) || run === '')) return '"day" must be a date, and "run" not empty';
  const line = isText(patternId)
    ? bodyOf(fields, { patternId, day, run })
    : appliedOf(fields, { patternId: null, day, run });
  if (typeof line === 'string') return line;
  // An id that its content does not give would let one event count twice, or hide another.
  return line.id === id ? line : 'its "id" does not belong to what it says';
}

function bodyOf(fields: Fields, head: { readonly patternId: string; readonly day: string; readonly run: string }) {
  const { kind, rule, file, gate, places, source, at } = fields;
  switch (kind) {
    case 'state':
      return stateOf(fields, head);
    case 'success':
    case 'failure':
      if (!isText(rule) || !isText(file) || !isTextOrNull(gate)) return RULE_FILE_OR_GATE;
      if (source !== undefined && !isText(source)) return SOURCE;
      if (at !== undefined && !isTexts(at)) return AT;
      return evidenceLine({
        kind,
        ...head,
        ruleId: rule,
        file,
        gate,
        ...(source === undefined ? {} : { source }),
        ...placesOf(at),
      });
    case 'applied':
      return appliedOf(fields, head);
    case 'accepted':
    case 'rejected':
    case 'retired':
    case 'restored':
      if (!isTextOrNull(file) || !isTexts(places)) return '"file" or "places" is wrong';
      return evidenceLine({ kind, ...head, file, places });
    default:
      return '"kind" is none that is known';
  }
}

const RULE_FILE_OR_GATE = '"rule", "file" or "gate" is wrong';
const SOURCE = '"source" must be a text';
const AT = '"at" must be a list of texts';

/** Not there where nobody wrote it down. */
function placesOf(at: readonly string[] | undefined): Pick<AppliedLine, 'at'> {
  return at === undefined ? {} : { at };
}

function appliedOf(fields: Fields, head: Pick<AppliedLine, 'patternId' | 'day' | 'run'>): EvidenceLine | string {
  const { rule, file, gate, source, at } = fields;
  if (!isText(rule) || !isText(file) || gate !== null) return RULE_FILE_OR_GATE;
  if (!isText(source)) return SOURCE;
  if (at !== undefined && !isTexts(at)) return AT;
  return evidenceLine({ kind: 'applied', ...head, ruleId: rule, file, gate, source, ...placesOf(at) });
}

function stateOf(fields: Fields, head: { readonly patternId: string; readonly day: string; readonly run: string }) {
  const { confidence, applied, held, failed, last_used: lastUsed, accepted, retired } = fields;
  const hundredths = typeof confidence === 'number' ? Math.round(confidence * 100) : Number.NaN;
  if (!(hundredths >= 0 && hundredths <= 100)) return '"confidence" must be a number from 0 to 1';
  if (!isCount(applied) || !isCount(held) || !isCount(failed)) return 'a count must be a whole number from 0';
  if (!isTextOrNull(lastUsed) || (lastUsed !== null && !isCalendarDate(lastUsed))) return '"last_used" must be a date';
  if (typeof accepted !== 'boolean' || typeof retired !== 'boolean') return 'a mark must be true or false';
  const counts = { appliedCount: applied, successCount: held, failureCount: failed };
  return evidenceLine({ kind: 'state', ...head, hundredths, ...counts, lastUsed, accepted, retired });
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
