// Classes of which functions make instances (kind `inst`). Holes as in `statements.ts`; what begins with `this.` is a field.

/** What a class holds, and what each begins with: a declared field, or one that the constructor sets. */
export const FIELDS = [
  { name: 'a', kind: 'any' },
  { name: 'items', kind: 'list' },
  { name: 'label', kind: 'str' },
  { name: 'count', kind: 'num' },
  { name: '#n', kind: 'num' },
] as const;

/** One of each group is a member. */
export const MEMBERS: readonly (readonly string[])[] = [
  [
    'put(x) { this.a = x; return this; }',
    'put(x) {\n  this.a = x;\n  this.count++;\n  return this;\n}',
    'put(x) {\n{block}\n  return this;\n}',
  ],
  ['get() { return this.a; }', 'get() {\n{block}\n  return {expression};\n}', 'get = () => this.a;'],
  [
    'get total() { return this.count + this.#n; }\nset total(x) { this.#n = x; }',
    'get total() {\n  return this.#n;\n}\nset total(x) {\n  this.#n = x || {num};\n}',
  ],
  [
    'step(x) {\n{block}\n  this.#n += 1;\n  return [x, this.#n];\n}',
    'step = (x) => {\n{block}\n  return {expression};\n};',
    'step = function (x) {\n  return [x, this.count];\n};',
    'step(x) { return this.#move(x); }\n#move(x) { this.#n = this.count; return x; }',
  ],
  [
    'visit() { return this.items.map(function (x) { return [x, this.label]; }, this); }',
    'visit() { return this.items.map(function (x) { return [x, this.label]; }.bind(this)); }',
    'visit() { return this.items.map((x) => this.step(x)); }',
    'visit() { return this.items.filter((x) => x !== this.a); }',
    'visit() {\n  const self = this;\n  return this.items.map(function (x) { return [x, self.count]; });\n}',
  ],
  ['static of(x) { return new this(x); }', 'static of(x) { return new Store(x); }', 'static of = (x) => new Store(x);'],
  [
    'isPlain() { return this.constructor === Store; }',
    'isPlain() { return !(this instanceof Special); }',
    'isPlain() { return this.constructor.made > 1; }',
  ],
  [
    'toString() { return this.label; }',
    'toJSON() { return this.a; }',
    '*[Symbol.iterator]() { yield* this.items; }',
    'x;',
  ],
  [
    'async load(x) { return this.put(x); }',
    'async load(x) {\n  await later(x);\n  this.a = await later({any});\n  return x;\n}',
  ],
  ['clear() { this.items = []; }', 'clear() { this.items.length = 0; }', 'clear() { delete this.a; }'],
];

/** Of the class that extends it. */
export const OVERRIDES: readonly string[] = [
  'extra = {make any};',
  'extra;',
  'put(x) { super.put(x); return this; }',
  'put(x) { this.extra = x; return super.put(x); }',
  'get() { return [super.get?.(), this.extra]; }',
  'get() {\n{block}\n  return this.a;\n}',
  'get total() { return super.total + 1; }\nset total(x) { super.total = x; }',
  'step(x) { return [x, this.label]; }',
  'static made = 5;',
  'static label = Store.name;',
  'items = [];',
];

export const CONSTRUCTORS: readonly string[] = [
  '',
  'constructor(a) { super(a); }',
  'constructor(a) {\n  super(a);\n  this.extra = a;\n}',
  'constructor(a) {\n  super(a);\n{block}\n}',
  'constructor(...all) {\n  super(...all);\n  this.count = all.length;\n}',
];

export const CLASS_STATEMENTS: readonly string[] = [
  'const {new inst} = {make inst};',
  'const {new inst} = {make inst};',
  'const {new inst} = {make inst};',
  '{inst!}.put({any});',
  '{inst!}.put({any}).put({any});',
  '{inst!}.total = {num};',
  '{inst!}.clear();',
  '{inst!}.a = {any};',
  '{inst!}.items.push({any});',
  'Store.made = {num};',
  'const {new fn} = {inst!}.step;',
  'const {new fn} = {inst!}.get;',
  'const { items: {new list}, label: {new str} } = {inst!};',
  'const {new list} = {inst!}.items;',
  '{inst!}.load({any}).then(log);',
  'if ({inst!}.isPlain()) log({any});',
];

export const CLASS_EXPRESSIONS: readonly string[] = [
  '{inst!}',
  '{inst!}.get()',
  '{inst!}.total',
  '{inst!}.step({any})',
  '{inst!}.step.length',
  '{inst!}.visit()',
  '{inst!}.isPlain()',
  '{inst!}.clear()',
  '{list!}.map({inst!}.step)',
  '{x:list!}.map({y:inst!}.step, {y})',
  '{list!}.map((x) => {inst!}.step(x))',
  '{list!}.map((x) => {inst!}.put(x))',
  'run((x) => {inst!}.step(x))',
  'run({x:inst!}.step.bind({x}))',
  '{x:inst!}.get.call({x})',
  'Store.of({any})',
  'Special.of({any})',
  'Store.made + Special.made',
  '{inst!} instanceof Store',
  '{inst!}.constructor === Store',
  '{inst!}.constructor.name',
  'Object.keys({inst!})',
  "'items' in {inst!}",
  "{inst!}.hasOwnProperty('total')",
  "{inst!}.hasOwnProperty('step')",
  'Object.assign({}, {inst!})',
  'Object.assign({inst!}, {obj!})',
  '{ ...{inst!} }',
  'JSON.stringify({inst!})',
  'String({inst!})',
  "{inst!} + 'px'",
  '[...{inst!}.items]',
  'Object.create({inst!}).a',
  'new ({inst!}.constructor)({any})',
].map((each) => (each.startsWith('{ ') ? `(${each})` : each));
