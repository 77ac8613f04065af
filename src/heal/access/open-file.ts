import type { Attempt, HealOutcome } from '../../model/heal-result.js';
import { proposalsFor, type Trade } from '../attempt-site.js';
import type { HealPorts, HealRead } from '../ports.js';
import { escalated } from '../site/locate.js';
import type { Site } from '../site/site.js';

export type OpenedFile =
  | { readonly kind: 'open'; readonly text: string; readonly bom: boolean }
  | { readonly kind: 'closed'; readonly outcomes: readonly HealOutcome[] };

/** @param barred why the file must not be written to, as a clause; null when it may */
export function openFile(
  path: string,
  sites: readonly Site[],
  barred: string | null,
  trade: Trade,
  read: HealPorts['read'],
): OpenedFile {
  const source = read(path);
  if (source.kind !== 'text') return { kind: 'closed', outcomes: escalateAll(sites, whyUnread(source), () => []) };
  if (barred === null) return { kind: 'open', text: source.text, bom: source.bom };
  const reason = `Heal never writes to this file: ${barred}. Mend it by hand.`;
  const outcomes = escalateAll(sites, reason, (site) => {
    const [first] = proposalsFor(site, { path, text: source.text }, trade);
    return first === undefined ? [] : [barredAttempt(first.candidate.source, barred)];
  });
  return { kind: 'closed', outcomes };
}

function barredAttempt(source: string, barred: string): Attempt {
  return { n: 1, source, outcome: 'out_of_scope', gate: 'protected-path', detail: `Protected: ${barred}.`, diff: null };
}

function whyUnread(source: Exclude<HealRead, { readonly kind: 'text' }>): string {
  if (source.kind === 'gone') return 'The file is gone. Run the check again.';
  return `The file could not be read: ${source.detail}.`;
}

function escalateAll(
  sites: readonly Site[],
  reason: string,
  attemptsOf: (site: Site) => readonly Attempt[],
): readonly HealOutcome[] {
  return sites.flatMap((site) => site.members.map(({ violation }) => escalated(violation, reason, attemptsOf(site))));
}
