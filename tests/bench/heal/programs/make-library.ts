import type { Pen } from '../mutations/pen.js';
import { EXPRESSIONS } from './expressions.js';
import { DECLARATIONS, LIBRARY_PRELUDE, TYPED_DECLARATIONS } from './library-templates.js';
import { STATEMENTS } from './statements.js';
import { type Variable, Writer } from './writer.js';

export interface Library {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly isCommonJs: boolean;
  /** Where the others import it from. */
  readonly source: string;
}

/** What of it is the default. */
const DEFAULT = 'make';
const NAMES = Object.keys(DECLARATIONS);
const SCOPE: readonly Variable[] = [
  { name: 'items', kind: 'list', isSet: false },
  { name: 'text', kind: 'str', isSet: false },
  { name: 'options', kind: 'obj', isSet: false },
  { name: 'a', kind: 'any', isSet: false },
  { name: 'count', kind: 'num', isSet: true },
  { name: 'limit', kind: 'num', isSet: false },
];

/** A module of plain functions and values, by one of the ways in which a module says what it gives to others. */
export function makeLibrary(pen: Pen, isTyped: boolean): Library {
  const isCommonJs = !isTyped && pen.below(2) === 0;
  const writer = new Writer(pen, { isTyped, isAsync: false, statements: STATEMENTS, expressions: EXPRESSIONS });
  const groups = Object.entries(isTyped ? TYPED_DECLARATIONS : DECLARATIONS);
  const declared = groups.map(([name, group]) => ({
    name,
    text: writer.fill(pen.pick(group), name === 'reckon' ? [...SCOPE] : [], 1),
  }));
  const ending = isTyped ? 'ts' : 'js';
  const body = isCommonJs ? asCommonJs(pen, declared) : asModule(pen, declared);
  const kit = [`src/kit.${ending}`, `${LIBRARY_PRELUDE}\n${body}\n`] as const;
  if (isCommonJs || pen.below(3) > 0) return { files: [kit], isCommonJs, source: './kit.js' };
  const others = NAMES.filter((name) => name !== DEFAULT).join(', ');
  const handed = pen.pick(["export * from './kit.js';", `export { ${others} } from './kit.js';`]);
  const text = `${handed}\nexport { default } from './kit.js';\n`;
  return { files: [kit, [`src/index.${ending}`, text]], isCommonJs, source: './index.js' };
}

interface Declared {
  readonly name: string;
  readonly text: string;
}

function asModule(pen: Pen, declared: readonly Declared[]): string {
  const listed = declared.filter(({ name }) => name !== DEFAULT && pen.below(4) === 0).map(({ name }) => name);
  const lines = declared.map(({ name, text }) => {
    if (listed.includes(name)) return text;
    if (name !== DEFAULT) return `export ${text}`;
    return text.startsWith('function') && pen.below(2) === 0
      ? `export default ${text}`
      : `${text}\n${pen.pick([`export default ${name};`, `export { ${name} as default };`])}`;
  });
  return [...lines, ...(listed.length > 0 ? [`export { ${listed.join(', ')} };`] : [])].join('\n');
}

function asCommonJs(pen: Pen, declared: readonly Declared[]): string {
  const body = declared.map(({ text }) => text).join('\n');
  const names = declared.map(({ name }) => name);
  const each = (write: (name: string) => string): string => names.map(write).join('\n');
  const given = pen.pick([
    `module.exports = { ${names.join(', ')} };`,
    `module.exports = {\n${each((name) => `  ${name}: ${name},`)}\n  get now() { return count; },\n};`,
    each((name) => `exports.${name} = ${name};`),
    each((name) => `module.exports.${name} = ${name};`),
    `module.exports = ${DEFAULT};\n${each((name) => `module.exports.${name} = ${name};`)}`,
    `exports = module.exports = ${DEFAULT};\n${each((name) => `exports.${name} = ${name};`)}`,
  ]);
  return `${pen.pick(["'use strict';\n", ''])}${body}\n${given}`;
}

interface Imported {
  readonly lines: readonly string[];
  readonly nameOf: (name: string) => string;
}

/** One of the ways to bring it in, and what each of its names is called then. */
export function importLibrary(pen: Pen, { isCommonJs, source }: Library): Imported {
  const own = (name: string): string => name;
  const member = (name: string): string => `kit.${name}`;
  const others = NAMES.filter((name) => name !== DEFAULT);
  const required = `require('${pen.pick([source, source.replace('.js', '')])}')`;
  if (isCommonJs) {
    return pen.pick<Imported>([
      { lines: [`const kit = ${required};`], nameOf: member },
      { lines: ["'use strict';", `var kit = ${required};`], nameOf: member },
      { lines: [`const { ${NAMES.join(', ')} } = ${required};`], nameOf: own },
      { lines: NAMES.map((name) => `const ${name} = ${required}.${name};`), nameOf: own },
    ]);
  }
  return pen.pick<Imported>([
    { lines: [`import make, { ${others.join(', ')} } from '${source}';`], nameOf: own },
    { lines: [`import make from '${source}';`, `import { ${others.join(', ')} } from '${source}';`], nameOf: own },
    { lines: [`import * as kit from '${source}';`], nameOf: (name) => member(name === DEFAULT ? 'default' : name) },
    {
      lines: [
        `import { default as make, ${others.map((name) => `${name} as ${name}Of`).join(', ')} } from '${source}';`,
      ],
      nameOf: (name) => (name === DEFAULT ? name : `${name}Of`),
    },
  ]);
}
