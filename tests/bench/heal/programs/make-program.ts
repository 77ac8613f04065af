import type { Pen } from '../mutations/pen.js';
import { CLASS_EXPRESSIONS, CLASS_STATEMENTS } from './class-templates.js';
import { EXPRESSIONS } from './expressions.js';
import { LIBRARY_STATEMENTS } from './library-templates.js';
import { makeClasses } from './make-classes.js';
import { importLibrary, makeLibrary } from './make-library.js';
import { chooseParameters, type Parameter } from './parameters.js';
import { PRELUDE, STATEMENTS } from './statements.js';
import { indented, Writer } from './writer.js';

export interface Program {
  /** The text of each file by its path; the first one has the functions. */
  readonly files: ReadonlyMap<string, string>;
  readonly functions: readonly ProgramFunction[];
}

export interface ProgramFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

interface Written extends ProgramFunction {
  readonly text: string;
}

const FUNCTIONS = 5;

/**
 * A module of functions that do what comes, with variables of the kinds that they ask for: one in two is of TypeScript, one
 * in four has classes, and one in four uses a second module.
 */
export function makeProgram(pen: Pen): Program {
  const isTyped = pen.below(2) === 0;
  const shape = pen.pick(['functions', 'functions', 'classes', 'modules'] as const);
  if (shape === 'modules') return makeModules(pen, isTyped);
  const classes = shape === 'classes' ? [makeClasses(pen, isTyped)] : [];
  const own = shape === 'classes' ? OF_CLASSES : PLAIN;
  const made = makeFunctions(pen, isTyped, own);
  const text = [PRELUDE, ...classes, ...made.map((each) => `export ${each.text}`)].join('\n');
  return { files: new Map([[`src/program.${isTyped ? 'ts' : 'mjs'}`, text]]), functions: made };
}

function makeModules(pen: Pen, isTyped: boolean): Program {
  const library = makeLibrary(pen, isTyped);
  const { isCommonJs } = library;
  const { lines, nameOf } = importLibrary(pen, library);
  const named = LIBRARY_STATEMENTS.map((each) => each.replace(/@(\w+)/g, (_, name: string) => nameOf(name)));
  const made = makeFunctions(pen, isTyped && !isCommonJs, { ...PLAIN, statements: named });
  const written = made.map(({ text }) => (isCommonJs ? text : `export ${text}`));
  const names = made.map(({ name }) => name);
  const given = isCommonJs
    ? pen.pick([
        `module.exports = { ${names.join(', ')} };`,
        names.map((each) => `exports.${each} = ${each};`).join('\n'),
      ])
    : '';
  const text = [...lines, PRELUDE, ...written, given].join('\n');
  const ending = isCommonJs || !isTyped ? 'js' : 'ts';
  return { files: new Map([[`src/program.${ending}`, text], ...library.files]), functions: made };
}

/** What only some programs have. */
interface Templates {
  readonly first: readonly string[];
  readonly statements: readonly string[];
  readonly expressions: readonly string[];
  readonly last: string;
}

const PLAIN: Templates = { first: [], statements: [], expressions: [], last: 'return {expression};' };
const OF_CLASSES: Templates = {
  first: ['const {new inst} = {make inst};'],
  statements: CLASS_STATEMENTS,
  expressions: CLASS_EXPRESSIONS,
  last: 'return [{expression}, {inst!}];',
};
/** How often it is written, for what all have. */
const SHARE = 4;

function makeFunctions(pen: Pen, isTyped: boolean, own: Templates): readonly Written[] {
  return Array.from({ length: FUNCTIONS }, (_, index) => makeFunction(pen, `f${index}`, isTyped, own));
}

function makeFunction(pen: Pen, name: string, isTyped: boolean, own: Templates): Written {
  const parameters = chooseParameters(isTyped, pen);
  const isAsync = pen.below(5) === 0;
  const writer = new Writer(pen, {
    isTyped,
    isAsync,
    statements: [...STATEMENTS, ...repeated(own.statements)],
    expressions: [...EXPRESSIONS, ...repeated(own.expressions)],
  });
  const scope = parameters.map((each) => ({ name: each.name, kind: each.kind, isSet: false }));
  const first = own.first.map((each) => writer.fill(each, scope, 0));
  const body = [...first, ...writer.block(scope, 0, 2 + pen.below(4)), writer.fill(own.last, scope, 0)];
  const declared = parameters.map((each) => (each.type === null ? each.name : `${each.name}: ${each.type}`));
  const head = `${isAsync ? 'async ' : ''}function ${name}(${declared.join(', ')}) {`;
  return { name, parameters, text: `${head}\n${indented(body)}\n}\n` };
}

function repeated(templates: readonly string[]): readonly string[] {
  return Array.from({ length: SHARE }, () => templates).flat();
}
