import { randomBytes } from 'node:crypto';
import type { Session } from './session.js';

/** Sorts by time; the random end keeps two runs of one second apart. */
export function newRunId({ clock }: Pick<Session, 'clock'>): string {
  const time = new Date(clock.now())
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:]/g, '')
    .replace('T', '-');
  return `${time}-${randomBytes(3).toString('hex')}`;
}
