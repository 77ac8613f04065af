import { randomBytes } from 'node:crypto';
import type { Session } from './session.js';

/** Sorts by time, down to milliseconds; the random end keeps two runs of one millisecond apart. */
export function newRunId({ clock }: Pick<Session, 'clock'>): string {
  const time = new Date(clock.now())
    .toISOString()
    .replace(/[-:.Z]/g, '')
    .replace('T', '-');
  return `${time}-${randomBytes(3).toString('hex')}`;
}
