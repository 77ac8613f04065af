const DAY = 24 * 60 * 60 * 1000;

/** Whole days from one ISO date to another; 0 when `to` is not later (a clock may have been set back). */
export function daysBetween(from: string, to: string): number {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
  return Math.max(0, days);
}
