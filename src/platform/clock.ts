export interface Clock {
  /** Today in local time, ISO date. */
  today(): string;
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = {
  today() {
    const now = new Date();
    const month = String(now.getMonth() + 1).padStart(2, '0');
    return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
  },
  now: () => Date.now(),
};
