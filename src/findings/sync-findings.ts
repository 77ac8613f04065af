import type { Finding } from '../model/finding.js';
import { type FindingRecord, findingId, openFinding } from './finding-record.js';

/** A finding with the text it is about; null where there is none. */
export interface Raised {
  readonly finding: Finding;
  readonly evidence: string | null;
  /** As `FindingRecord.tried`. */
  readonly tried?: string;
}

/** The records of what is raised and not known yet, each once. @param today ISO date */
export function newRecords(
  known: readonly FindingRecord[],
  raised: readonly Raised[],
  today: string,
): readonly FindingRecord[] {
  const ids = new Set(known.map(({ id }) => id));
  const before = new Set(ids);
  return raised.flatMap(({ finding, evidence, tried }) => {
    const record = {
      ...openFinding(asNew(finding, before), evidence, today),
      ...(tried === undefined ? {} : { tried }),
    };
    if (ids.has(record.id)) return [];
    ids.add(record.id);
    return [record];
  });
}

/** What is known of places that heal tried again with another `auto_fix`, in vain: as told now, and decided as it was. */
export function triedAgain(known: readonly FindingRecord[], raised: readonly Raised[]): readonly FindingRecord[] {
  const told = new Map(raised.flatMap((each) => (each.tried === undefined ? [] : [[findingId(each.finding), each]])));
  return known.flatMap((record) => {
    const now = told.get(record.id);
    if (now?.tried === undefined || now.tried === record.tried) return [];
    const { message, help, line } = now.finding;
    return [{ ...record, message, help, line, evidence: now.evidence, tried: now.tried }];
  });
}

/**
 * A secret that is taken out where one was taken out before is another secret, whatever was decided about that one: it
 * is raised by nothing but taking it out, and nothing that may be kept tells the two apart.
 */
function asNew(finding: Finding, known: ReadonlySet<string>): Finding {
  let each = finding;
  for (let turn = 1; finding.code === 'secret/rotate' && known.has(findingId(each)); turn++) {
    each = { ...finding, about: `${finding.about ?? finding.message}\0${turn} before it` };
  }
  return each;
}

/** Findings an owner need not hear of: dismissed ones, promoted ones, and deferred ones until their day. */
export function withoutDecided(
  findings: readonly Finding[],
  records: readonly FindingRecord[],
  today: string,
): readonly Finding[] {
  const silent = new Set(records.filter((record) => isSilent(record, today)).map(({ id }) => id));
  return silent.size === 0 ? findings : findings.filter((finding) => !silent.has(findingId(finding)));
}

function isSilent({ decision }: FindingRecord, today: string): boolean {
  if (decision === null || decision.kind === 'accepted') return false;
  return decision.kind !== 'deferred' || decision.until > today;
}

/**
 * Why a decision is overdue, as a clause; null where it is not.
 * @param days how long a finding may stay open
 */
export function overdue({ decision, firstSeen }: FindingRecord, today: string, days: number): string | null {
  if (decision?.kind === 'deferred') return decision.until <= today ? `it was deferred until ${decision.until}` : null;
  if (decision !== null) return null;
  const due = new Date(Date.parse(`${firstSeen}T00:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return due <= today ? `it is open since ${firstSeen}, and ${days} days are allowed` : null;
}
