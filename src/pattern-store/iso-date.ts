const DAY = 24 * 60 * 60 * 1000;

/** A real calendar date written `YYYY-MM-DD`; `2026-02-30` is not one. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one ISO date to another; 0 when `to` is not later (a clock may have been set back). */
export function daysBetween(from: string, to: string): number {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
  return Math.max(0, days);
}
