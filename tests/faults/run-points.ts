import type { Subject } from '../guarantees/harness/subject.js';
import { flawsOf, type Point, type Stage } from './run-point.js';

export interface Tally {
  readonly passed: number;
  readonly failures: readonly { readonly point: Point; readonly flaws: readonly string[] }[];
}

/** As many processes as the machine has cores to give. */
const AT_ONCE = 2;

/**
 * @param enough stops after so many failures
 * @param told how it stands after each point
 */
export async function runPoints(
  subject: Subject,
  work: readonly (readonly [Stage, Point])[],
  enough: number = Number.POSITIVE_INFINITY,
  told?: (tally: Tally) => void,
): Promise<Tally> {
  const failures: { point: Point; flaws: readonly string[] }[] = [];
  let passed = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = work[next++]; item !== undefined && failures.length < enough; item = work[next++]) {
      const [stage, point] = item;
      const flaws = await flawsOf(subject, stage, point);
      if (flaws.length > 0) failures.push({ point, flaws });
      else passed++;
      told?.({ passed, failures });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { passed, failures };
}

/** The counts, and the first of what failed. */
export function tallyText({ passed, failures }: Tally): string {
  const shown = failures.slice(0, 20).map(({ point, flaws }) => `  ${JSON.stringify(point)}: ${flaws.join('; ')}\n`);
  return `${passed} passed, ${failures.length} failed\n${shown.join('')}`.trimEnd();
}
