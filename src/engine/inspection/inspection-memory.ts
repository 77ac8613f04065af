import { checkKey } from '../check-key.js';
import type { Inspect, Inspection } from './inspection.js';
import { replay } from './replay.js';

/** Remembers what was seen of each file, as long as neither the file nor the rules changed. */
export interface InspectionMemory {
  /** Asks `look` only about files that are not remembered, or not for all that is asked now. */
  through(look: Inspect): Inspect;
  /** Whether nothing is remembered of any file. */
  isEmpty(): boolean;
  /** Drops files, and everything below folders, root-relative. */
  forget(paths: Iterable<string>): void;
}

interface Remembered {
  readonly seen: Inspection;
  /** Keys of the checks that were asked. */
  readonly asked: ReadonlySet<string>;
}

export function inspectionMemory(): InspectionMemory {
  const files = new Map<string, Remembered>();
  return {
    through: (look) => (path, rules, wants) => {
      const asked = new Set(
        rules.flatMap((rule) =>
          rule.checks.filter((check) => wants(rule, check)).map((check) => checkKey(rule, check)),
        ),
      );
      const known = files.get(path);
      // A pattern that an earlier file satisfied was not asked of this one then, and may be now.
      if (known && [...asked].every((key) => known.asked.has(key))) {
        return replay(new Map([[path, known.seen]]))(path, rules, wants);
      }
      const seen = look(path, rules, wants);
      // What could not be judged may be judged the next time: neither rights nor time are in the file.
      const isWhole = seen.kind === 'text' && seen.problems.length === 0 && seen.undecided.length === 0;
      if (isWhole) files.set(path, { seen, asked });
      else files.delete(path);
      return seen;
    },
    isEmpty: () => files.size === 0,
    forget(paths) {
      for (const path of paths) {
        if (files.delete(path)) continue;
        for (const file of files.keys()) if (file.startsWith(`${path}/`)) files.delete(file);
      }
    },
  };
}
