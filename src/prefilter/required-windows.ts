// What every match of a regex must contain, from its syntax: short runs of bytes, of which one at least is in the match.
// A file that holds none of them cannot match. Nothing is guessed: whatever is not understood requires nothing.
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { type ByteClass, byteClass, joinClasses } from './byte-class.js';
import { bestWindow, holdsWindow, type Run } from './rate-window.js';
import { SPACES, type Surroundings } from './surroundings.js';

/** Bytes of UTF-8 that stand in every match, or in every match that has none of the other windows. */
export interface Window {
  /** Two to eight. */
  readonly classes: readonly ByteClass[];
  /** How many UTF-16 units of a match may come before it, white space not counted; null where there is no limit. */
  readonly before: number | null;
  /** What stands right around it in such a match. */
  readonly around: Surroundings;
}

/** At least one of the windows is in every match. */
export interface Requirement {
  readonly windows: readonly Window[];
  /** About how often one of them begins at a position of ordinary source code. */
  readonly rarity: number;
}

/** More alternatives than this are not spelt out. */
const MAX_SPELLINGS = 48;
const MAX_REPEATS = 12;
/** What begins oftener than that is in nearly every file, and says nothing. */
const MAX_RARITY = 1 / 200;

/** What one part of a pattern contributes. */
interface Part {
  /** Everything it can match, each as one class a byte; null where that is not a short list. */
  readonly spellings: readonly (readonly ByteClass[])[] | null;
  /** Of each list, one run at least is in every match of this part. */
  readonly options: readonly (readonly Run[])[];
  /** The most UTF-16 units it can match, those that can be nothing but white space left out. */
  readonly width: number;
  /** Of something short, repeated: how it begins as well as ends, and the width of what may be besides one of the two. */
  readonly repeated?: { readonly unit: readonly (readonly ByteClass[])[]; readonly others: number };
}

const EMPTY: Part = { spellings: [[]], options: [], width: 0 };
/** Any number of white space characters, as far as anything is said of them. */
const WHITE: Part = { spellings: [[SPACES]], options: [], width: 0 };
const UNKNOWN: Part = { spellings: null, options: [], width: Number.POSITIVE_INFINITY };

let parser: RegExpParser | null = null;

/** @returns null where nothing can be said of its matches, or only what begins more often than `maxRarity` */
export function requiredWindows(regex: RegExp, maxRarity = MAX_RARITY): Requirement | null {
  if (/[uv]/.test(regex.flags)) return null;
  const { source } = regex;
  parser ??= new RegExpParser({ ecmaVersion: 2025 });
  let pattern: AST.Pattern;
  try {
    pattern = parser.parsePattern(source, 0, source.length, { unicode: false, unicodeSets: false });
  } catch {
    // The engine knows a syntax that the parser does not: then nothing is known of the pattern.
    return null;
  }
  const reader = new PatternReader(regex.ignoreCase);
  const requirement = cheapest(reader.alternatives(pattern.alternatives));
  return requirement !== null && requirement.rarity <= maxRarity ? requirement : null;
}

class PatternReader {
  readonly #ignoreCase: boolean;

  constructor(ignoreCase: boolean) {
    this.#ignoreCase = ignoreCase;
  }

  alternatives(alternatives: readonly AST.Alternative[]): Part {
    const parts = alternatives.map(({ elements }) => this.#sequence(elements));
    const [only] = parts;
    if (parts.length === 1 && only) return only;
    const width = Math.max(...parts.map((part) => part.width));
    const isSpelt = parts.every((part) => part.spellings !== null);
    const spellings = parts.flatMap((part) => [...(part.spellings ?? [])]);
    if (isSpelt && spellings.length <= MAX_SPELLINGS) return { spellings, options: [], width };
    const best = parts.map(bestOption);
    const known = best.filter((option) => option !== null);
    return { spellings: null, options: known.length === best.length ? [known.flat()] : [], width };
  }

  #sequence(elements: readonly AST.Element[]): Part {
    const runs = new RunCollector();
    for (const element of elements) runs.add(this.#element(element));
    return runs.part();
  }

  #element(element: AST.Element): Part {
    switch (element.type) {
      case 'Assertion':
        return EMPTY;
      case 'Character':
        return this.#character(element.value);
      case 'CharacterSet':
      case 'CharacterClass': {
        if (isSpace(element)) return WHITE;
        const set = this.#asciiSet(element);
        return set ? { spellings: [[set]], options: [], width: 1 } : { spellings: null, options: [], width: 1 };
      }
      case 'Group':
      case 'CapturingGroup':
        // What a modifier such as `(?i:…)` changes is not followed.
        if (element.type === 'Group' && element.modifiers) return UNKNOWN;
        return this.alternatives(element.alternatives);
      case 'Quantifier':
        return this.#quantified(element);
      default:
        return UNKNOWN;
    }
  }

  #character(unit: number): Part {
    if (unit < 0x80) return { spellings: [[byteClass(this.#cases(unit))]], options: [], width: 1 };
    // Half a character has no bytes of its own, and case beyond ASCII is not spelt out.
    const isHalf = unit >= 0xd800 && unit < 0xe000;
    if (isHalf || this.#ignoreCase) return { spellings: null, options: [], width: 1 };
    const bytes = [...Buffer.from(String.fromCharCode(unit))];
    return { spellings: [bytes.map((byte) => byteClass([byte]))], options: [], width: 1 };
  }

  /** Without the flags u and v no character beyond ASCII folds to one within. */
  #cases(unit: number): readonly number[] {
    const isLetter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
    return this.#ignoreCase && isLetter ? [unit, unit ^ 0x20] : [unit];
  }

  /** What a class can match, if all of it is ASCII. */
  #asciiSet(node: AST.CharacterSet | AST.CharacterClass | AST.Character | AST.CharacterClassRange): ByteClass | null {
    switch (node.type) {
      case 'Character':
        return node.value < 0x80 ? byteClass(this.#cases(node.value)) : null;
      case 'CharacterClassRange': {
        if (node.max.value >= 0x80) return null;
        const units = Array.from({ length: node.max.value - node.min.value + 1 }, (_, index) => node.min.value + index);
        return byteClass(units.flatMap((unit) => this.#cases(unit)));
      }
      case 'CharacterSet':
        if (node.kind === 'digit' && !node.negate) return byteClass(DIGITS);
        return node.kind === 'word' && !node.negate ? byteClass(WORD_BYTES) : null;
      case 'CharacterClass': {
        if (node.negate || node.unicodeSets) return null;
        const sets = node.elements.map((element) =>
          element.type === 'Character' || element.type === 'CharacterClassRange' || element.type === 'CharacterSet'
            ? this.#asciiSet(element)
            : null,
        );
        const known = sets.filter((set) => set !== null);
        return known.length === sets.length && known.length > 0 ? known.reduce(joinClasses) : null;
      }
    }
  }

  #quantified({ min, max, element }: AST.Quantifier): Part {
    if (max === 0) return EMPTY;
    const part = this.#element(element);
    if (part === WHITE) return WHITE;
    const width = widthOf(part, max);
    const { spellings } = part;
    if (min === 0) {
      const isOptional = max === 1 && spellings !== null && spellings.length < MAX_SPELLINGS;
      return isOptional
        ? { spellings: [[], ...spellings], options: [], width }
        : { spellings: null, options: [], width };
    }
    if (spellings === null) {
      // The first copy holds it as well as any other.
      return { spellings: null, options: part.options, width };
    }
    const unit = repeat(spellings, min);
    if (min === max && unit) return { spellings: unit, options: [], width };
    if (!unit) return { spellings: null, options: [spellings.map((classes) => ({ classes, before: 0 }))], width };
    return { spellings: null, options: [], width, repeated: { unit, others: widthOf(part, max - min) } };
  }
}

function isSpace(element: AST.CharacterSet | AST.CharacterClass): boolean {
  return element.type === 'CharacterSet' && element.kind === 'space' && !element.negate;
}

/** The most units that so many copies of a part take. */
function widthOf({ width }: Part, times: number): number {
  return width === 0 || times === 0 ? 0 : width * times;
}

const DIGITS = [...Buffer.from('0123456789')];
const WORD_BYTES = [...Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_')];

/** Collects the runs of parts that follow each other. */
class RunCollector {
  /** What is known to stand right before this point. */
  #current: readonly (readonly ByteClass[])[] = [[]];
  /** How many units may precede `#current`. */
  #before = 0;
  #isSpelt = true;
  #width = 0;
  readonly #options: (readonly Run[])[] = [];

  add(part: Part): void {
    if (part.spellings) this.#extend(part.spellings);
    else if (part.repeated) {
      this.#isSpelt = false;
      this.#extend(part.repeated.unit);
      this.#flush();
      // Of many copies the last ones stand right before what follows.
      this.#current = part.repeated.unit;
      this.#before = this.#width + part.repeated.others;
    } else {
      this.#isSpelt = false;
      this.#flush();
      for (const runs of part.options) {
        this.#options.push(runs.map((run) => ({ classes: run.classes, before: this.#width + run.before })));
      }
      this.#current = [[]];
      this.#before = this.#width + part.width;
    }
    this.#width += part.width;
  }

  part(): Part {
    if (this.#isSpelt) return { spellings: this.#current, options: [], width: this.#width };
    this.#flush();
    return { spellings: null, options: this.#options, width: this.#width };
  }

  #extend(spellings: readonly (readonly ByteClass[])[]): void {
    const longer = cross(this.#current, spellings);
    if (longer) {
      this.#current = longer;
      return;
    }
    this.#isSpelt = false;
    this.#flush();
    this.#current = spellings;
    this.#before = this.#width;
  }

  #flush(): void {
    if (this.#current.some((classes) => classes.length === 0)) return;
    this.#options.push(this.#current.map((classes) => ({ classes, before: this.#before })));
  }
}

function cross(
  heads: readonly (readonly ByteClass[])[],
  tails: readonly (readonly ByteClass[])[],
): readonly (readonly ByteClass[])[] | null {
  if (heads.length * tails.length > MAX_SPELLINGS) return null;
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
}

function repeat(spellings: readonly (readonly ByteClass[])[], times: number): readonly (readonly ByteClass[])[] | null {
  if (times > MAX_REPEATS) return null;
  let longer: readonly (readonly ByteClass[])[] | null = [[]];
  for (let i = 0; i < times && longer; i++) longer = cross(longer, spellings);
  return longer;
}

/** Searching behind an unlimited lead costs a run over the whole text; a limited one a few tries at each place. */
const UNLIMITED_COST = 100;

function costOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => {
    const lead = Number.isFinite(run.before) ? 1 + run.before / 4 : UNLIMITED_COST;
    return sum + bestWindow(run).rarity * Math.min(lead, UNLIMITED_COST);
  }, 0);
}

function optionsOf(part: Part): readonly (readonly Run[])[] {
  const options = part.spellings ? [part.spellings.map((classes) => ({ classes, before: 0 }))] : part.options;
  return options.filter((runs) => runs.length > 0 && runs.every(({ classes }) => holdsWindow(classes)));
}

function bestOption(part: Part): readonly Run[] | null {
  let best: readonly Run[] | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const runs of optionsOf(part)) {
    const cost = costOf(runs);
    if (cost < bestCost) [best, bestCost] = [runs, cost];
  }
  return best;
}

function cheapest(part: Part): Requirement | null {
  const runs = bestOption(part);
  if (runs === null) return null;
  const picked = runs.map(bestWindow);
  return {
    windows: picked.map(({ window }) => window),
    rarity: picked.reduce((sum, { rarity }) => sum + rarity, 0),
  };
}
