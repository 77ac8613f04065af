import type { Pen } from '../mutations/pen.js';
import { type Kind, MAKERS } from './expressions.js';
import { AWAITING } from './statements.js';

/** How deep statements stand in one another. */
const DEPTH = 2;

export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  /** Whether it may be given another value. */
  readonly isSet: boolean;
}

/** The kinds whose values are of several types: of a variable that is set again, its first value must not tell its type. */
const WIDE: ReadonlySet<Kind> = new Set<Kind>(['any', 'list', 'obj']);

/** Thrown where a hole asks for a variable that there is not; another template is taken then. */
class NoSuchVariable extends Error {}

/** What a program is written in, and of. */
export interface Style {
  readonly isTyped: boolean;
  readonly isAsync: boolean;
  readonly statements: readonly string[];
  readonly expressions: readonly string[];
}

/** Fills templates; the variables that it names are numbered, so that no name stands for two. */
export class Writer {
  readonly #pen: Pen;
  readonly #style: Style;
  #named = 0;

  constructor(pen: Pen, style: Style) {
    this.#pen = pen;
    this.#style = style;
  }

  /** @param scope gains what the statements declare */
  block(scope: Variable[], depth: number, length: number): readonly string[] {
    return Array.from({ length }, () => this.#statement(scope, depth));
  }

  /** @param scope gains what the template declares */
  fill(template: string, scope: Variable[], depth: number): string {
    const known = new Map<string, string>();
    const within = hasOwnThis(template) ? scope.filter(({ name }) => !name.startsWith('this.')) : scope;
    const declared: Variable[] = [];
    const text = template.replace(/\{(?:(\w+):)?([a-z]+(?: [a-z]+)?!?)\}/g, (_, label: string | undefined, hole) => {
      const same = known.get(hole);
      if (same !== undefined) return same;
      const filled = this.#hole(hole, within, declared, depth);
      if (label !== undefined) known.set(label, filled);
      return filled;
    });
    scope.push(...declared);
    return text;
  }

  #statement(scope: Variable[], depth: number): string {
    const { isAsync, statements } = this.#style;
    const all = isAsync && depth === 0 ? [...statements, ...AWAITING] : statements;
    const usable = depth < DEPTH ? all : all.filter((each) => !each.includes('{block}'));
    return this.#firstThatFits(usable, scope, depth);
  }

  #firstThatFits(templates: readonly string[], scope: Variable[], depth: number): string {
    for (;;) {
      const template = this.#pen.pick(templates);
      try {
        // What a statement with a block declares is known in the block alone.
        return this.fill(template, template.includes('{block}') ? [...scope] : scope, depth);
      } catch (error) {
        if (!(error instanceof NoSuchVariable)) throw error;
      }
    }
  }

  #hole(hole: string, scope: readonly Variable[], declared: Variable[], depth: number): string {
    if (hole === 'expression') return this.#firstThatFits(this.#style.expressions, [...scope], depth);
    if (hole === 'block') return indented(this.block([...scope, ...declared], depth + 1, 1 + this.#pen.below(2)));
    const [, word, name, isVariable] = /^(?:(new|let|set|make) )?(\w+)(!?)$/.exec(hole) ?? [];
    const kind = name as Kind;
    switch (word) {
      case 'new':
      case 'let': {
        const variable = { name: `${kind}${++this.#named}`, kind, isSet: word === 'let' };
        declared.push(variable);
        return variable.isSet && this.#style.isTyped && WIDE.has(kind) ? `${variable.name}: any` : variable.name;
      }
      case 'set':
        return this.#variable(
          scope.filter((each) => each.isSet && each.kind === kind),
          kind,
        );
      case 'make':
        return this.fill(this.#pen.pick(MAKERS[kind]), [...scope], depth);
      default:
        return isVariable ? this.#variable(scope, kind) : this.#value(scope, kind);
    }
  }

  #variable(scope: readonly Variable[], kind: Kind): string {
    const fitting = kind === 'any' ? scope : scope.filter((each) => each.kind === kind);
    if (fitting.length === 0) throw new NoSuchVariable();
    return this.#pen.pick(fitting).name;
  }

  #value(scope: readonly Variable[], kind: Kind): string {
    const fitting = kind === 'any' ? scope : scope.filter((each) => each.kind === kind);
    if (fitting.length > 0 && this.#pen.below(5) > 0) return this.#pen.pick(fitting).name;
    const plain = MAKERS[kind === 'any' ? 'str' : kind].filter((each) => !/\{\w+\}/.test(each));
    return this.#pen.pick(plain);
  }
}

/** In whose functions the members of an instance are not found by `this`. */
function hasOwnThis(template: string): boolean {
  return /\bfunction\b/.test(template) && !template.includes('bind(this)');
}

export function indented(lines: readonly string[]): string {
  return lines.join('\n').replace(/^/gm, '  ');
}
