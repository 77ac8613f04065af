// A module that others use. Holes as in `statements.ts`; `@tick` is what `tick` is called where it is used.

/** One of each group is declared, by the name that the group has. */
export const DECLARATIONS: Readonly<Record<string, readonly string[]>> = {
  limit: ['const limit = {make num};', 'let limit = {make num};', 'var limit = {make num};'],
  mode: ["const mode = 'x';", "let mode = 'b';"],
  count: ['let count = 0;', 'var count = 1;'],
  tick: [
    'function tick(x) {\n  count += 1;\n  return [count, x];\n}',
    'function tick(x, by = 1) {\n  count = count + by;\n  return [count, x];\n}',
    'const tick = (x) => {\n  count++;\n  return count;\n};',
    'const tick = function (x) {\n  count++;\n  return [x, count];\n};',
  ],
  setMode: ['function setMode(x) { limit; return x; }', 'const setMode = (x) => ({ mode: x });'],
  total: [
    'const total = (list) => list.length;',
    'function total(list) { return list.length; }',
    'const total = function (list) { return list.length + count; };',
  ],
  load: [
    'function load(x) {\n  return x;\n}',
    'async function load(x) {\n  return x;\n}',
    'function load(x) {\n  return Promise.resolve(x);\n}',
    'const load = async (x) => {\n  await later(x);\n  return x;\n};',
  ],
  config: [
    "const config = { mode: 'x', items: [], get size() { return count; } };",
    "const config = { mode: '', items: ['x'], size: 1 };",
    'const config = Object.freeze({ mode: {make str}, items: [], size: 0 });',
  ],
  make: ['function make(a) {\n  return { a, count };\n}', 'const make = (a) => ({ a, limit });'],
  Counter: [
    'class Counter {\n  n = 0;\n  static all = 0;\n  next() { Counter.all++; return ++this.n; }\n}',
    'class Counter {\n  #n = limit;\n  static all = limit;\n  next() { return this.#n++; }\n}',
  ],
  reckon: ['function reckon(items, text, options, a) {\n{block}\n{block}\n  return {expression};\n}'],
  Mode: ['const Mode = { Off: 0, On: 1 };', "const Mode = Object.freeze({ Off: 0, On: 'on' });"],
};

/** What only TypeScript has. */
export const TYPED_DECLARATIONS: typeof DECLARATIONS = {
  ...DECLARATIONS,
  Mode: ['enum Mode { Off, On }', 'const enum Mode { Off, On }', "enum Mode { Off = 'off', On = 'on' }"],
};

/** In front of it. */
export const LIBRARY_PRELUDE = `const state = { last: null };
const keep = (x) => { state.last = x; return x; };
const isBig = (x) => x > 1;
const noted = (x, note, y) => [x, y];
const mark = (x) => x;
const pair = (x) => [x, 1];
const run = (given) => given(1, 2);
const same = (x) => x;
const fails = () => Promise.reject(new Error('no'));
const later = (x) => Promise.resolve(x);
const trace = () => undefined;
const ready = () => undefined;
class Box {
  constructor(a) { this.a = a; }
  get() { return this.a; }
  put(x) { this.a = x; return this; }
}
const boxed = (a) => new Box(a);
`;

export const LIBRARY_STATEMENTS: readonly string[] = [
  'log(@tick({any}));',
  '@tick({any});',
  'log([@tick({any}), @count]);',
  'log({list!}.map(@tick));',
  'log([@limit, @count, @mode]);',
  'const {new num} = @limit;',
  'const {new num} = @count;',
  'log(@mode === {any});',
  'log(@setMode({any}));',
  'log(@total({list!}));',
  'log({list!}.length > @limit ? @total({list!}) : @count);',
  'const {new any} = @load({any});',
  'log(@load({any}));',
  '@load({any});',
  'log(@config.size);',
  '@config.items.push({any});',
  "log(@config.mode || 'x');",
  'log({ ...@config });',
  'log(Object.keys(@config));',
  'log(@make({any}));',
  'log(@make({any}).a);',
  'const {new obj} = @make({any});',
  'const {new any} = new @Counter();',
  'log(new @Counter().next());',
  'log(@Counter.all);',
  'log([@Mode.On, @Mode.Off]);',
  'if ({any!} === @Mode.On) log({any});',
  'log(@reckon({list!}, {str!}, {obj!}, {any}));',
  'log(@reckon([{any}], {str}, { a: {any} }, {any}));',
];
