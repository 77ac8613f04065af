/** One part of the benchmark: it measures, and tells whether what must hold does hold. */
export interface Part {
  readonly name: string;
  /** One line for `--help`. */
  readonly summary: string;
  run(options: Options): Promise<PartResult>;
}

export interface Options {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute path of this benchmark. */
  readonly here: string;
  readonly seed: number;
  /** Mutants a kind. */
  readonly mutants: number;
  /** Generated programs. */
  readonly programs: number;
  /** Absolute path of the folder with the real projects; null when none was given. */
  readonly projects: string | null;
  /** The names of those real projects that are asked for; null for all. */
  readonly chosen: readonly string[] | null;
  /** Shows what is going on, one line at a time. */
  say(line: string): void;
}

export interface PartResult {
  readonly table: Table;
  readonly targets: readonly Target[];
  /** Everything measured, for the JSON report. */
  readonly data: unknown;
  /** What went wrong, for a person. */
  readonly details: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface Target {
  readonly claim: string;
  readonly measured: string;
  readonly holds: boolean;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)}%`;
}
