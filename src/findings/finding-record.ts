/**
 * Findings that an owner decides about: one file each, known by its content, so that two branches that find the same
 * thing have the same file. This folder turns findings into records and back; it prints nothing and reads no clock.
 */
import { createHash } from 'node:crypto';
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

export interface FindingRecord extends Finding {
  readonly id: string;
  /** The text it is about, secrets masked; null where there is none. */
  readonly evidence: string | null;
  /** ISO date. */
  readonly firstSeen: string;
  /** Null while it is open. */
  readonly decision: Decision | null;
}

/** From what a finding says and is about; neither lines nor counts in its message are part of it, for they move. */
export function findingId({ code, ruleId, file, message }: Finding): string {
  const said = message.replace(/\d+/g, '#');
  return createHash('sha256')
    .update(JSON.stringify([code, ruleId, file, said]))
    .digest('hex')
    .slice(0, 12);
}

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
