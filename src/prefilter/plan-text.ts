import type { ByteClass } from './byte-class.js';
import type { PlannedPattern, PlannedWindow, ScanPlan, WindowUse } from './plan-scan.js';
import { SPACES } from './surroundings.js';

/** What a class of bytes is called in the text of a plan: its place among all of them. */
type ClassNumber = number;

interface WrittenPlan {
  /** Eight words each; the first one stands for white space of any length. */
  readonly classes: readonly (readonly number[])[];
  readonly windows: readonly {
    readonly classes: readonly ClassNumber[];
    /** Pattern, what stands before, what stands behind. */
    readonly uses: readonly (readonly [number, readonly ClassNumber[], readonly ClassNumber[]])[];
  }[];
  readonly patterns: readonly (PlannedPattern | null)[];
}

/** A plan as one line of text. */
export function printPlan({ windows, patterns }: ScanPlan): string {
  const numbers = new Map<string, ClassNumber>([['', 0]]);
  const classes: (readonly number[])[] = [[...SPACES]];
  const numberOf = (set: ByteClass): ClassNumber => {
    const key = set === SPACES ? '' : set.join();
    const number = numbers.get(key) ?? classes.push([...set]) - 1;
    numbers.set(key, number);
    return number;
  };
  const written: WrittenPlan = {
    windows: windows.map((window) => ({
      classes: window.classes.map(numberOf),
      uses: window.uses.map(({ pattern, around }) => [
        pattern,
        around.before.map(numberOf),
        around.behind.map(numberOf),
      ]),
    })),
    patterns,
    classes,
  };
  return JSON.stringify(written);
}

/** @param text of `printPlan`: whoever kept it knows that it is whole */
export function parsePlan(text: string): ScanPlan | null {
  const written: unknown = JSON.parse(text);
  if (!isWrittenPlan(written)) return null;
  const classes = written.classes.map((words, number) => (number === 0 ? SPACES : Uint32Array.from(words)));
  const classOf = (number: ClassNumber): ByteClass => classes[number] ?? SPACES;
  const useOf = ([pattern, before, behind]: WrittenPlan['windows'][number]['uses'][number]): WindowUse => ({
    pattern,
    around: { before: before.map(classOf), behind: behind.map(classOf) },
  });
  const windows = written.windows.map(
    (window): PlannedWindow => ({
      classes: window.classes.map(classOf),
      uses: window.uses.map(useOf),
    }),
  );
  return { windows, patterns: written.patterns };
}

function isWrittenPlan(value: unknown): value is WrittenPlan {
  return typeof value === 'object' && value !== null && 'classes' in value && 'windows' in value && 'patterns' in value;
}
