/**
 * Findings that an owner decides about: one file each, known by its content, so that two branches that find the same
 * thing have the same file. This folder turns findings into records and back; it prints nothing and reads no clock.
 */
import { hash } from 'node:crypto';
import type { Finding } from '../model/finding.js';

export type Decision =
  /** It is right, and somebody sees to it. */
  | { readonly kind: 'accepted'; readonly day: string; readonly reason: string | null }
  /** It is not worth anything: never raised again. */
  | { readonly kind: 'dismissed'; readonly day: string; readonly reason: string }
  /** Not before that day. */
  | { readonly kind: 'deferred'; readonly day: string; readonly until: string; readonly reason: string | null }
  /** It became a rule of a contract. */
  | { readonly kind: 'promoted'; readonly day: string; readonly ruleId: string };

export interface FindingRecord extends Omit<Finding, 'about'> {
  readonly id: string;
  /** The text it is about, secrets masked; null where there is none. */
  readonly evidence: string | null;
  /** What heal left to a person: which `auto_fix` it had for it, as a digest; absent where a finding is about no such thing. */
  readonly tried?: string;
  /** ISO date. */
  readonly firstSeen: string;
  /** Null while it is open. */
  readonly decision: Decision | null;
}

/**
 * From what a finding is about. Where only its message tells, counts in it are not part of the id, for they move; digits
 * of a name or a glob are.
 */
export function findingId({ code, ruleId, file, message, about }: Finding): string {
  const subject = about === undefined ? message.replace(COUNT, '#') : { about };
  return hash('sha256', JSON.stringify([code, ruleId, file, subject])).slice(0, 12);
}

/** A number that is a word of its own. */
const COUNT = /(?<![^\s(])\d+(?:[.,:]\d+)*(?=[.,;:)%]*(?:\s|$))/g;

/** @param today ISO date */
export function openFinding(finding: Finding, evidence: string | null, today: string): FindingRecord {
  const { code, ruleId, file, line, message, help } = finding;
  return {
    id: findingId(finding),
    code,
    ruleId,
    file,
    line,
    message,
    help,
    evidence,
    firstSeen: today,
    decision: null,
  };
}

/** Whether heal left it for a person to mend; anything else is for a person to know. */
export function isEscalation({ code }: FindingRecord): boolean {
  return code === 'heal/escalated' || code === 'heal/suggested';
}
