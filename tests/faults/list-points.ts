import type { Call, Point, Stage } from './run-point.js';

/** How the system says no to what changes something. */
const REFUSALS = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'];

/** Every call of a stage met by every fault that can meet it. */
export function pointsOf({ verify, isRecovery, calls }: Stage): readonly Point[] {
  return calls.flatMap((call, index) =>
    faultsOf(call).map((fault) => ({ verify, isRecovery, fault, at: index + 1, isEdited: false })),
  );
}

/** Every kill, with somebody who saves a file before the next run. */
export function editedPointsOf(stage: Stage): readonly Point[] {
  return pointsOf(stage)
    .filter(({ fault }) => fault === 'kill-after')
    .map((point) => ({ ...point, isEdited: true }));
}

function faultsOf({ name, changes }: Call): readonly string[] {
  return [
    'kill-before',
    'kill-after',
    ...(changes ? REFUSALS.map((code) => `fail:${code}`) : ['fail:EIO']),
    ...(changes ? ['stay:ENOSPC', 'stay:EROFS'] : []),
    ...(name === 'writeSync' ? ['short', 'torn'] : []),
  ];
}

/** So many of them, evenly spread, the same ones each time. */
export function sample<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, n) => all[Math.floor(((n + 0.5) * all.length) / count)]).filter(
    (each) => each !== undefined,
  );
}
