import type { Pen } from '../mutations/pen.js';
import { EXPRESSIONS, type Kind, MAKERS } from './expressions.js';
import { chooseParameters, type Parameter } from './parameters.js';
import { AWAITING, PRELUDE, STATEMENTS } from './statements.js';

export interface Program {
  readonly file: string;
  readonly text: string;
  readonly functions: readonly ProgramFunction[];
}

export interface ProgramFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

const FUNCTIONS = 5;
/** How deep statements stand in one another. */
const DEPTH = 2;

/** A module of functions that do what comes, with variables of the kinds that it asks for: one in two is of TypeScript. */
export function makeProgram(pen: Pen): Program {
  const isTyped = pen.below(2) === 0;
  const made = Array.from({ length: FUNCTIONS }, (_, index) => makeFunction(pen, `f${index}`, isTyped));
  return {
    file: isTyped ? 'src/program.ts' : 'src/program.mjs',
    text: [PRELUDE, ...made.map(({ text }) => text)].join('\n'),
    functions: made,
  };
}

function makeFunction(pen: Pen, name: string, isTyped: boolean): ProgramFunction & { readonly text: string } {
  const parameters = chooseParameters(isTyped, pen);
  const isAsync = pen.below(5) === 0;
  const writer = new Writer(pen, isAsync, isTyped);
  const scope = parameters.map((each) => ({ name: each.name, kind: each.kind, isSet: false }));
  const body = [...writer.block(scope, 0, 2 + pen.below(4)), `return ${writer.fill('{expression}', scope, 0)};`];
  const declared = parameters.map((each) => (each.type === null ? each.name : `${each.name}: ${each.type}`));
  const head = `export ${isAsync ? 'async ' : ''}function ${name}(${declared.join(', ')}) {`;
  return { name, parameters, text: `${head}\n${indented(body)}\n}\n` };
}

interface Variable {
  readonly name: string;
  readonly kind: Kind;
  /** Whether it may be given another value. */
  readonly isSet: boolean;
}

/** The kinds whose values are of several types: of a variable that is set again, its first value must not tell its type. */
const WIDE: ReadonlySet<Kind> = new Set<Kind>(['any', 'list', 'obj']);

/** Thrown where a hole asks for a variable that there is not; another template is taken then. */
class NoSuchVariable extends Error {}

class Writer {
  readonly #pen: Pen;
  readonly #isAsync: boolean;
  readonly #isTyped: boolean;
  #named = 0;

  constructor(pen: Pen, isAsync: boolean, isTyped: boolean) {
    this.#pen = pen;
    this.#isAsync = isAsync;
    this.#isTyped = isTyped;
  }

  /** @param scope gains what the statements declare */
  block(scope: Variable[], depth: number, length: number): readonly string[] {
    return Array.from({ length }, () => this.#statement(scope, depth));
  }

  /** @param scope gains what the template declares */
  fill(template: string, scope: Variable[], depth: number): string {
    const known = new Map<string, string>();
    const declared: Variable[] = [];
    const text = template.replace(/\{(?:(\w+):)?([a-z]+(?: [a-z]+)?!?)\}/g, (_, label: string | undefined, hole) => {
      const same = known.get(hole);
      if (same !== undefined) return same;
      const filled = this.#hole(hole, scope, declared, depth);
      if (label !== undefined) known.set(label, filled);
      return filled;
    });
    scope.push(...declared);
    return text;
  }

  #statement(scope: Variable[], depth: number): string {
    const all = this.#isAsync && depth === 0 ? [...STATEMENTS, ...AWAITING] : STATEMENTS;
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
    if (hole === 'expression') return this.#firstThatFits(EXPRESSIONS, [...scope], depth);
    if (hole === 'block') return indented(this.block([...scope, ...declared], depth + 1, 1 + this.#pen.below(2)));
    const [, word, name, isVariable] = /^(?:(new|let|set|make) )?(\w+)(!?)$/.exec(hole) ?? [];
    const kind = name as Kind;
    switch (word) {
      case 'new':
      case 'let': {
        const variable = { name: `${kind}${++this.#named}`, kind, isSet: word === 'let' };
        declared.push(variable);
        return variable.isSet && this.#isTyped && WIDE.has(kind) ? `${variable.name}: any` : variable.name;
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

function indented(lines: readonly string[]): string {
  return lines.join('\n').replace(/^/gm, '  ');
}
