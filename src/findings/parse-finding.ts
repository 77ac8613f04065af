import { hash } from 'node:crypto';
import { isCalendarDate } from '../model/calendar-date.js';
import { type Fields, isText, parseFields } from '../model/fields.js';
import type { Decision, FindingRecord } from './finding-record.js';

/** The record a file holds, or why it holds none as a clause. */
export function parseFinding(text: string): FindingRecord | string {
  const fields = parseFields(text);
  if (fields === null) return 'it is not valid JSON';
  if (fields.finding_version !== 1) return '"finding_version" is not 1';
  const { id, code, rule, file, line, message, help, evidence, tried, first_seen: firstSeen } = fields;
  if (!isText(id) || !isText(code) || !isText(message)) return '"id", "code" or "message" is missing';
  if (!isTextOrNull(rule) || !isTextOrNull(file) || !isTextOrNull(help)) return '"rule", "file" or "help" is wrong';
  if (!isTextOrNull(evidence)) return '"evidence" is wrong';
  if (tried !== undefined && !isText(tried)) return '"tried" is wrong';
  if (line !== null && !(typeof line === 'number' && Number.isSafeInteger(line) && line > 0)) return '"line" is wrong';
  if (!isCalendarDate(firstSeen)) return '"first_seen" must be a date';
  const decision = readDecision(fields);
  if (typeof decision === 'string') return decision;
  const known = { id, code, ruleId: rule, file, line, message, help, evidence, firstSeen, decision };
  return tried === undefined ? known : { ...known, tried };
}

function readDecision(fields: Fields): Decision | null | string {
  const { status, decided, reason = null, until, promoted_to: ruleId } = fields;
  if (status === 'open') return null;
  if (!isCalendarDate(decided)) return '"decided" must be a date';
  if (!isTextOrNull(reason)) return '"reason" is wrong';
  switch (status) {
    case 'accepted':
      return { kind: 'accepted', day: decided, reason };
    case 'dismissed':
      return reason === null ? 'a dismissal needs a "reason"' : { kind: 'dismissed', day: decided, reason };
    case 'deferred':
      return isCalendarDate(until) ? { kind: 'deferred', day: decided, until, reason } : '"until" must be a date';
    case 'promoted':
      return isText(ruleId) ? { kind: 'promoted', day: decided, ruleId } : '"promoted_to" is missing';
    default:
      return '"status" is none of open, accepted, dismissed, deferred, promoted';
  }
}

/**
 * Fixed order of fields, a final newline: the same record is the same bytes everywhere.
 *
 * The last field says nothing. Git takes a file that went and one that came for one that was renamed where half of it
 * is the same, and then two branches that each closed one finding and raised another are in conflict. More than half of
 * each file is therefore like no other.
 */
export function printFinding(record: FindingRecord): string {
  const said = JSON.stringify(fieldsOf(record), null, 2);
  return `${said.slice(0, -2)},\n  "apart": "${unlike(said)}"\n}\n`;
}

/** What is said and decided, in few characters; the same for the same record. */
export function findingDigest(record: FindingRecord): string {
  return hash('sha256', JSON.stringify(fieldsOf(record))).slice(0, 8);
}

/** Longer than a text, and made of nothing but it. */
function unlike(text: string): string {
  const length = Buffer.byteLength(text) + 100;
  let noise = '';
  while (noise.length < length) noise += hash('sha256', `${noise.length} ${text}`);
  return noise.slice(0, length);
}

function fieldsOf(record: FindingRecord): Fields {
  const { id, code, ruleId, file, line, message, help, evidence, tried, firstSeen, decision } = record;
  const said = {
    finding_version: 1,
    id,
    code,
    rule: ruleId,
    file,
    line,
    message,
    help,
    evidence,
    ...(tried === undefined ? {} : { tried }),
    first_seen: firstSeen,
  };
  return { ...said, ...decisionFields(decision) };
}

function decisionFields(decision: Decision | null): Fields {
  if (decision === null) return { status: 'open' };
  const head = { status: decision.kind, decided: decision.day };
  switch (decision.kind) {
    case 'accepted':
    case 'dismissed':
      return { ...head, reason: decision.reason };
    case 'deferred':
      return { ...head, until: decision.until, reason: decision.reason };
    case 'promoted':
      return { ...head, promoted_to: decision.ruleId };
  }
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
