import type { Rule } from '../../model/contract.js';
import { NO_REST, type SilentRest } from './silent-rest.js';

/** Which files each rule looks at, and which rules look at each file. */
export interface Coverage {
  /** In the order of the listing. One array for all rules whose scopes are written alike. */
  filesOf(rule: Rule): readonly string[];
  /** How many that are, with those that are not listed. */
  countOf(rule: Rule): number;
  /** In the order of the rules. One array for all files that the same rules look at. */
  rulesOf(file: string): readonly Rule[];
}

/**
 * Rules whose scopes are written alike share one selection, and files that lie in the same scopes share one list.
 * @param rest files that are not among those listed
 */
export function cover(rules: readonly Rule[], files: readonly string[], rest: SilentRest = NO_REST): Coverage {
  const selections = new Map<string, readonly string[]>();
  const groups = new Groups(files.length);
  const places = new Map(files.map((file, place) => [file, place]));
  for (const { scope } of rules) {
    const key = scope.globs.join('\0');
    if (selections.has(key)) continue;
    const selected = scope.select(files);
    selections.set(key, selected);
    groups.split(key, selected.length === files.length ? null : placesOf(selected, files));
  }
  const listed = new Map<number, readonly Rule[]>();
  // Mostly they are asked about one after the other.
  let next = 0;
  const placeOf = (file: string): number | undefined => {
    const place = files[next] === file ? next : places.get(file);
    if (place !== undefined) next = place + 1;
    return place;
  };
  const filesOf = ({ scope }: Rule): readonly string[] => selections.get(scope.globs.join('\0')) ?? [];
  return {
    filesOf,
    countOf: (rule) => filesOf(rule).length + rest.selectedBy(rule.scope.globs),
    rulesOf(file) {
      const place = placeOf(file);
      if (place === undefined) return [];
      const group = groups.of(place);
      const known = listed.get(group) ?? rules.filter((rule) => groups.keysOf(group).has(rule.scope.globs.join('\0')));
      listed.set(group, known);
      return known;
    },
  };
}

/** @param selected some of the files, in their order */
function placesOf(selected: readonly string[], files: readonly string[]): readonly number[] {
  const places: number[] = [];
  for (let place = 0; places.length < selected.length && place < files.length; place++) {
    if (files[place] === selected[places.length]) places.push(place);
  }
  return places;
}

/** Sorts files into groups, by the scopes they lie in. */
class Groups {
  readonly #groupOf: Uint32Array;
  /** For each group the keys of its scopes. */
  #keys: ReadonlySet<string>[] = [new Set()];

  constructor(files: number) {
    this.#groupOf = new Uint32Array(files);
  }

  of(place: number): number {
    return this.#groupOf[place] ?? 0;
  }

  keysOf(group: number): ReadonlySet<string> {
    return this.#keys[group] ?? new Set();
  }

  /** @param places of the files in one more scope; null for all */
  split(key: string, places: readonly number[] | null): void {
    if (places === null) {
      this.#keys = this.#keys.map((keys) => new Set([...keys, key]));
      return;
    }
    const inside = new Map<number, number>();
    for (const place of places) {
      const group = this.of(place);
      let next = inside.get(group);
      if (next === undefined) {
        next = this.#keys.length;
        this.#keys.push(new Set([...this.keysOf(group), key]));
        inside.set(group, next);
      }
      this.#groupOf[place] = next;
    }
  }
}
