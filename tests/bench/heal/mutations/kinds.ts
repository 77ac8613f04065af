import type { Kind, Spoilt } from './kind.js';
import { planted } from './kind.js';
import { camel, type Pen, snake, upper } from './pen.js';

const END = ['password', 'secret', 'api-key'] as const;

interface Secret {
  /** The name as it is written in code, and as an environment variable. */
  readonly name: string;
  readonly variable: string;
  readonly value: string;
}

function secret(pen: Pen): Secret {
  const words = pen.words(...pen.pick(END).split('-'));
  const quote = pen.pick(['"', "'", '`']);
  const name = pen.pick([camel, snake, upper])(words);
  return {
    name,
    variable: `process.env.${upper(words)}`,
    value: `${quote}${camel(pen.words())}${pen.below(9999)}${quote}`,
  };
}

/** The same statement with the variable and with the value in it. */
function withSecret(pen: Pen, write: (name: string, value: string) => string): Spoilt {
  const { name, variable, value } = secret(pen);
  return { clean: write(name, variable), spoilt: write(name, value) };
}

/** Every place where the text of a secret is no value. */
const SECRET_DECOYS: Kind['decoys'] = [
  (pen) => line(pen, ({ name, value }) => `// ${name} = ${value}`),
  (pen) => line(pen, ({ name, value }) => `/* ${name}: ${value} */`),
  (pen) => line(pen, ({ name }) => `report("set ${name} = 'abc12345' first");`),
  (pen) => line(pen, ({ name }) => `report(\`\${1} ${name}: 'abc12345'\`);`),
  (pen) => line(pen, ({ name }) => `report(/${name} = 'abc12345'/);`),
  (pen) => line(pen, ({ name, value }) => `const open${name} = (${name} = ${value}) => ${name};`),
  (pen) => line(pen, ({ name, value }) => `const { ${name} = ${value} } = globalThis;`),
  (pen) => line(pen, ({ name, value }) => `const ${name} = ${value} + report();`),
  (pen) => line(pen, ({ name, value }) => `const ${name} = ${value} || report();`),
  (pen) => line(pen, ({ name, value }) => `const ${name} = ${value}.trim();`),
  (pen) => line(pen, ({ name, value }) => `report(globalThis.on ? globalThis.${name} : ${value});`),
];

function line(pen: Pen, write: (each: Secret) => string): string {
  return write(secret(pen));
}

const TYPED_SECRET_DECOYS: Kind['decoys'] = [
  ...SECRET_DECOYS,
  (pen) => line(pen, ({ name }) => `type T${name} = { ${name}: "abc12345" };`),
  (pen) => line(pen, ({ name }) => `interface I${name} { ${name}: 'abc12345' }`),
  (pen) => line(pen, ({ name }) => `enum E${name} { ${name} = 'abc12345' }`),
  (pen) => line(pen, ({ name }) => `const ${name} = "abc12345" as const;`),
  (pen) => line(pen, ({ name }) => `let ${name}: "abc12345" | undefined;`),
];

/** The words of a rule where nothing is code. */
function inText(code: string): Kind['decoys'] {
  const quoted = JSON.stringify(code);
  return [
    () => `// ${code}`,
    () => `/* was: ${code} */`,
    () => `report(${quoted});`,
    () => `report(\`\${1}: ${code}\`);`,
  ];
}

function inJsx(code: string): Kind['decoys'] {
  return [...inText(code), (pen) => `const ${camel(pen.words())} = <p title='${code}'>text</p>;`];
}

export const KINDS: readonly Kind[] = [
  {
    name: 'environment → literal in a variable',
    ruleId: 'SECRET',
    language: 'module',
    site: planted((pen) => {
      const keyword = pen.pick(['const', 'let', 'var']);
      const layout = pen.pick([' = ', ' =\n  ', '=']);
      return withSecret(pen, (name, value) => `${keyword} ${name}${layout}${value};`);
    }),
    decoys: SECRET_DECOYS,
  },
  {
    name: 'environment → literal in an annotated variable',
    ruleId: 'SECRET',
    language: 'ts',
    site: planted((pen) =>
      withSecret(pen, (name, value) => `const port = 1, ${name}: string = ${value}; // read once`),
    ),
    decoys: TYPED_SECRET_DECOYS,
  },
  {
    name: 'environment → literal in a property',
    ruleId: 'SECRET',
    language: 'any',
    site: planted((pen) => {
      const layout = pen.pick([
        (name: string, value: string) => `report({ region: "eu", ${name}: ${value}, retries: 3 });`,
        (name: string, value: string) => `report({\n  region: 'eu',\n  "${name}": ${value},\n});`,
        (name: string, value: string) => `report([{ a: { ${name}: ${value} } }, /x/]);`,
        (name: string, value: string) => `report(() => ({ ...base, ${name}: ${value} }));`,
      ]);
      return withSecret(pen, layout);
    }),
    decoys: SECRET_DECOYS,
  },
  {
    name: 'environment → literal in a class field',
    ruleId: 'SECRET',
    language: 'ts',
    site: planted((pen) => {
      const before = pen.pick(['', 'static ', 'private readonly ', '#']);
      const type = before === '#' ? '' : pen.pick(['', ': string']);
      const owner = camel(pen.words('Client'));
      return withSecret(pen, (name, value) => `class ${owner} {\n  ${before}${name}${type} = ${value};\n}`);
    }),
    decoys: TYPED_SECRET_DECOYS,
  },
  {
    name: 'environment → literal in a member assignment',
    ruleId: 'SECRET',
    language: 'any',
    site: planted((pen) => {
      const layout = pen.pick([
        (name: string, value: string) => `globalThis.app.${name} = ${value};`,
        (name: string, value: string) => `globalThis["${name}"] = ${value};`,
        (name: string, value: string) => `globalThis.a.b(1)\n  .${name} = ${value};`,
      ]);
      return withSecret(pen, layout);
    }),
    decoys: SECRET_DECOYS,
  },
  {
    name: 'environment → literal in an attribute',
    ruleId: 'SECRET',
    language: 'tsx',
    site: planted((pen) => {
      const { name, variable } = secret(pen);
      const owner = camel(pen.words());
      const write = pen.pick([
        (value: string) => `const ${owner} = <Client region="eu" ${name}=${value} />;`,
        (value: string) =>
          `const ${owner} = (\n  <Client\n    ${name}=${value}\n    on={() => 1}\n  >\n    text\n  </Client>\n);`,
      ]);
      return { clean: write(`{${variable}}`), spoilt: write(pen.pick(['"abc12345"', "'abc 12345'", '{"abc12345"}'])) };
    }),
    decoys: [
      ...SECRET_DECOYS,
      (pen) => line(pen, ({ name }) => `const p${name} = <p>{/* ${name}="abc" */} ${name}="abc12345"</p>;`),
      (pen) => line(pen, ({ name }) => `const p${name} = <p title="${name}='abc12345'" />;`),
    ],
  },
  {
    name: 'textContent → innerHTML',
    ruleId: 'INNER-HTML',
    language: 'any',
    site: planted((pen) => {
      const target = pen.pick(['globalThis.element', 'report(1).label', 'globalThis.rows[0]']);
      const value = pen.pick(['globalThis.user.bio', 'globalThis.user.name', `"${pen.text()}"`, "''"]);
      return { clean: `${target}.textContent = ${value};`, spoilt: `${target}.innerHTML = ${value};` };
    }),
    decoys: [
      ...inText('element.innerHTML = name;'),
      () => 'globalThis.element.innerHTML = "<b>bold</b>";',
      () => 'globalThis.element.innerHTML = `<li>${globalThis.name}</li>`;',
      () => 'globalThis.element.innerHTML += globalThis.name;',
      () => 'globalThis.element.innerHTML = globalThis.markdown.render(globalThis.name);',
      () => 'globalThis.element.innerHTML = globalThis.bodyHtml;',
      () => 'globalThis.element.innerHTML = "&nbsp;";',
    ],
  },
  {
    name: 'a debugger statement',
    ruleId: 'DEBUGGER',
    language: 'any',
    site: planted((pen) => ({ clean: '', spoilt: pen.pick(['debugger;', 'debugger; // look here']) })),
    decoys: [
      ...inText('debugger;'),
      () => 'if (globalThis.on) debugger;',
      () => 'for (const each of []) debugger;',
      () => 'globalThis.tools.debugger.attach();',
      () => 'report({ debugger: true });',
    ],
  },
  {
    name: 'a console.log of plain values',
    ruleId: 'CONSOLE',
    language: 'any',
    site: planted((pen) => ({
      clean: '',
      spoilt: pen.pick([
        `console.log("${pen.text()}");`,
        'console.log(`on ${globalThis.name}`, globalThis.user.id);',
        `console.log(\n  '${pen.text()}',\n  { a: [1, -2], b: globalThis.name },\n);`,
        `console.log("${pen.text()}" + globalThis.name); // (noise)`,
      ]),
    })),
    decoys: [
      ...inText('console.log(1);'),
      () => 'if (globalThis.on) console.log(1);',
      () => 'else_: for (;;) { console.log(report()); break else_; }',
      () => 'console.log(report());',
      () => 'console.log(globalThis.count++);',
      () => 'globalThis.on && console.log(1);',
      (pen) => `const ${camel(pen.words())} = console.log(1);`,
      (pen) => `const ${camel(pen.words())} = () => console.log(1);`,
      () => 'try { report(); } catch { console.log(1); }',
      () => 'console.log(`${report()}`);',
    ],
  },
  {
    name: 'a positive tabIndex',
    ruleId: 'TAB-INDEX',
    language: 'tsx',
    site: planted((pen) => {
      const owner = camel(pen.words());
      const write = pen.pick([
        (value: string) => `const ${owner} = <div tabIndex=${value} aria-level={2}>{items[3]}</div>;`,
        (value: string) =>
          `const ${owner} = (\n  <div\n    role="tab"\n    tabIndex=${value}\n    style={{ order: 4 }}\n  />\n);`,
      ]);
      return { clean: write('{0}'), spoilt: write(`{${1 + pen.below(20)}}`) };
    }),
    decoys: inJsx('tabIndex={3}'),
  },
  {
    name: 'an attribute that does not belong there',
    ruleId: 'AUTO-FOCUS',
    language: 'tsx',
    site: planted((pen) => {
      const owner = camel(pen.words());
      const inLine = (attribute: string) => `const ${owner} = <input type="search"${attribute} name="q" />;`;
      const onLines = (attribute: string) =>
        `const ${owner} = (\n  <input\n    type="search"${attribute}\n    name="q"\n  />\n);`;
      return pen.pick([
        { clean: inLine(''), spoilt: inLine(' autoFocus') },
        { clean: inLine(''), spoilt: inLine(' autoFocus={true}') },
        { clean: onLines(''), spoilt: onLines('\n    autoFocus') },
      ]);
    }),
    decoys: [
      ...inJsx('autoFocus'),
      (pen) => `const ${camel(pen.words())} = ({ autoFocus }) => report(autoFocus);`,
      (pen) => `const ${camel(pen.words())} = <Field {...{ a: globalThis.autoFocus }} />;`,
    ],
  },
  {
    name: 'Number.parseInt → parseInt',
    ruleId: 'PARSE-INT',
    language: 'any',
    site: planted((pen) => {
      const owner = camel(pen.words());
      const write = pen.pick([
        (call: string) => `const ${owner} = ${call}(globalThis.text, 10);`,
        (call: string) => `report(\`\${${call}(globalThis.text, 16) + 1} of \${2}\`);`,
        (call: string) => `report(globalThis.list.map((each) => ${call}(each)).filter(${call}(globalThis.a)));`,
      ]);
      return { clean: write('Number.parseInt'), spoilt: write('parseInt') };
    }),
    decoys: [
      ...inText('parseInt(text, 10)'),
      (pen) => `const ${camel(pen.words())} = { parseInt(text) { return text.length; } };`,
      (pen) => `const ${camel(pen.words())} = (parseInt, text) => parseInt(text);`,
    ],
  },
  {
    name: 'strict → loose equality of kinds',
    ruleId: 'TYPEOF',
    language: 'any',
    site: {
      kind: 'natural',
      spoil(node, tree) {
        if (node.type !== 'BinaryExpression' || node.operator !== '===') return null;
        const { left, right } = node;
        if (left.type !== 'UnaryExpression' || left.operator !== 'typeof' || right.type !== 'Literal') return null;
        const at = tree.text.indexOf('===', left.end);
        return { start: at, end: at + 3, text: '==' };
      },
    },
    decoys: [
      ...inText('a == b'),
      () => 'report(globalThis.value == null);',
      () => 'report(null == globalThis.value);',
      () => 'report(globalThis.value == undefined);',
      () => 'report(globalThis.value == 1);',
      () => 'report(globalThis.value == globalThis.other);',
      () => 'report(/a==b/);',
    ],
  },
  {
    name: 'Object.hasOwn → hasOwnProperty',
    ruleId: 'HAS-OWN',
    language: 'any',
    site: planted((pen) => {
      const [object, key] = [pen.pick(['options', 'seen', 'this']), pen.pick(['key', "'id'", '"a.b"', 'each.name'])];
      const write = pen.pick([
        (test: string) => `if (${test}) report(1);`,
        (test: string) => `const ${camel(pen.words())} = !${test} && 1;`,
        (test: string) => `report(${test} ? \`\${${test}}\` : 2);`,
      ]);
      const unique = pen.below(1e9);
      const [clean, spoilt] = [`Object.hasOwn(${object}, ${key})`, `${object}.hasOwnProperty(${key})`].map((test) =>
        write(test).replace(/const \w+/, `const own${unique}`),
      );
      return { clean: clean ?? '', spoilt: spoilt ?? '' };
    }),
    decoys: [
      ...inText('options.hasOwnProperty(key)'),
      () => 'report(globalThis.options.hasOwnProperty(globalThis.key));',
      () => 'report(globalThis.a.b.hasOwnProperty("id"));',
      () => 'report(class extends Object { has(key) { return super.hasOwnProperty(key); } });',
    ],
  },
  {
    name: 'throw new Error(text) → throw text',
    ruleId: 'THROW',
    language: 'any',
    site: {
      kind: 'natural',
      spoil(node, tree) {
        if (node.type !== 'ThrowStatement' || node.argument.type !== 'NewExpression') return null;
        const { callee, arguments: given, start, end } = node.argument;
        const [only] = given;
        if (callee.type !== 'Identifier' || callee.name !== 'Error' || given.length !== 1) return null;
        if (only?.type !== 'Literal' || typeof only.value !== 'string') return null;
        if (tree.text.slice(start, end) !== `new Error(${tree.text.slice(only.start, only.end)})`) return null;
        return { start, end, text: tree.text.slice(only.start, only.end) };
      },
    },
    decoys: [
      ...inText('throw text;'),
      () => 'if (globalThis.on) throw globalThis.reason;',
      () => 'if (globalThis.on) throw { status: 404 };',
      () => 'if (globalThis.on) throw "not " + globalThis.name;',
      () => 'if (globalThis.on) throw globalThis.wrap("x");',
      () => 'if (globalThis.on) throw `not ${globalThis.name}`;',
    ],
  },
  {
    name: 'sanitize(value) → value',
    ruleId: 'SANITIZE',
    language: 'module',
    imports: "import { sanitize } from './sanitize.js';",
    site: planted((pen) => {
      const value = pen.pick([
        'globalThis.bio',
        'report(globalThis.a, [1, (2)])',
        '`<b>${globalThis.name}</b>`',
        '"<i>" + globalThis.name + "</i>"',
        'globalThis.on ? globalThis.a : "(none)"',
        'report(globalThis.a, {\n    b: ")",\n  })',
        'globalThis.text.replace(/[)}]/g, "")',
      ]);
      const write = pen.pick([
        (text: string) => `report({ __html: ${text} });`,
        (text: string) => `report({\n  lang: 'en',\n  __html: ${text},\n});`,
      ]);
      return { clean: write(`sanitize(${value})`), spoilt: write(value) };
    }),
    decoys: [
      ...inText('{ __html: bio }'),
      () => 'report(({ __html: text }) => text);',
      () => 'report({ __html: (sanitize(globalThis.a)) });',
    ],
  },
  {
    name: 'node: protocol dropped',
    ruleId: 'NODE',
    language: 'module',
    site: {
      kind: 'natural',
      spoil(node) {
        if (
          node.type !== 'ImportDeclaration' ||
          !/^node:(fs|path|os|url|util|module|events|process)$/.test(node.source.value)
        ) {
          return null;
        }
        const { start } = node.source;
        return { start: start + 1, end: start + 1 + 'node:'.length, text: '' };
      },
    },
    decoys: [
      ...inText("import fs from 'fs'"),
      () => "report(`import * as path from 'path';`);",
      () => "report(/from 'fs'/);",
    ],
  },
  {
    name: 'node: protocol dropped from a require',
    ruleId: 'NODE',
    language: 'any',
    site: planted((pen) => {
      const owner = camel(pen.words());
      const name = pen.pick(['fs', 'path', 'os', 'util', 'fs/promises']);
      const quote = pen.pick(['"', "'"]);
      const write = (text: string) => `const ${owner} = require(${quote}${text}${quote});`;
      return { clean: write(`node:${name}`), spoilt: write(name) };
    }),
    decoys: [...inText("require('fs')"), () => 'report("const fs = require(\'fs\')");'],
  },
  {
    name: 'a required import taken away',
    ruleId: 'GUARD',
    language: 'module',
    site: {
      kind: 'imported',
      use: 'report(guardOf(globalThis.name));',
      write(pen, { quote, end }) {
        const write = (names: string) => `import ${names} from ${quote}./guards.js${quote}${end}`;
        return pen.pick([
          { where: 'last', clean: write('{ guardOf }'), spoilt: '' },
          { where: 'first', clean: write('{ allow, guardOf }'), spoilt: write('{ allow }') },
          { where: 'first', clean: write('guards, { guardOf }'), spoilt: write('guards') },
          { where: 'last', clean: write('{\n  allow,\n  guardOf,\n}'), spoilt: write('{\n  allow,\n}') },
        ]);
      },
    },
    decoys: [
      () => '// guardOf comes from elsewhere',
      () => 'report("guardOf(1)");',
      () => 'report({ guardOf: globalThis.guardOf });',
      () => 'report((guardOf) => guardOf(1));',
    ],
  },
  {
    name: 'slice → substr from a fixed start',
    ruleId: 'SUBSTR',
    language: 'any',
    site: {
      kind: 'natural',
      spoil(node, tree) {
        if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
        const { property } = node.callee;
        const [only] = node.arguments;
        if (property.type !== 'Identifier' || property.name !== 'slice' || node.arguments.length !== 1) return null;
        if (only?.type !== 'Literal' || typeof only.value !== 'number') return null;
        if (tree.text.slice(property.end, property.end + 1) !== '(') return null;
        return { start: property.start, end: property.end, text: 'substr' };
      },
    },
    decoys: [
      ...inText('name.substr(2)'),
      () => 'report(globalThis.name.substr(2, 3));',
      () => 'report(globalThis.name.substr(globalThis.at, 3));',
      () => 'report(globalThis.name.substr(-3, 2));',
      () => 'report(globalThis.name.substr(...globalThis.range));',
    ],
  },
  {
    name: 'an element that does not belong there',
    ruleId: 'LEGACY',
    language: 'any',
    site: planted((pen) => {
      const owner = camel(pen.words());
      const inLine = (items: string) => `const ${owner} = [${items}];`;
      const onLines = (items: readonly string[]) =>
        `const ${owner} = [\n${items.map((item) => `  ${item},\n`).join('')}];`;
      return pen.pick([
        { clean: inLine('"a", [1], "b"'), spoilt: inLine(`"a", [1], 'legacy-plugin', "b"`) },
        { clean: inLine('"a", "b"'), spoilt: inLine(`'legacy-plugin', "a", "b"`) },
        { clean: inLine('"a", "b"'), spoilt: inLine(`"a", "b", 'legacy-plugin'`) },
        { clean: onLines(['"a"', '"b"']), spoilt: onLines(['"a"', "'legacy-plugin'", '"b"']) },
        { clean: onLines(['"a"', '"b"']), spoilt: onLines(['"a"', '"b"', "'legacy-plugin'"]) },
      ]);
    }),
    decoys: [
      ...inText("use('legacy-plugin')").slice(0, 2),
      () => `report("use 'legacy-plugin' no more");`,
      () => `report('legacy-plugin', 2);`,
      (pen) => `const ${camel(pen.words())} = 'legacy-plugin';`,
      () => `if (globalThis.plugin === 'legacy-plugin') report(1);`,
      () => `report({ 'legacy-plugin': 1 });`,
    ],
  },
  {
    name: 'a property that does not belong there',
    ruleId: 'DEBUG-MODE',
    language: 'any',
    site: planted((pen) => {
      const inLine = (text: string) => `report({ entry: "a.ts"${text}, minify: report({}) });`;
      const onLines = (text: string) => `report({\n  entry: 'a.ts',${text}\n  minify: true,\n});`;
      return pen.pick([
        { clean: inLine(''), spoilt: inLine(', debugMode: true') },
        { clean: onLines(''), spoilt: onLines('\n  debugMode: true,') },
      ]);
    }),
    decoys: [
      ...inText('{ debugMode: true }'),
      () => 'report(globalThis.on ? globalThis.debugMode: true);',
      () => 'switch (globalThis.on) { case globalThis.debugMode: true; }',
    ],
  },
  {
    name: 'warn → warning',
    ruleId: 'WARN',
    language: 'any',
    site: planted((pen) => {
      const text = pen.text();
      const write = pen.pick([
        (name: string) => `log.${name}("${text}");`,
        (name: string) => `log.${name}(\n  '${text}',\n  { a: toast.warning(1) },\n);`,
        (name: string) => `report(log.${name}("${text}") ?? log.${name}(1));`,
      ]);
      return { clean: write('warn'), spoilt: write('warning') };
    }),
    decoys: [...inText('log.warning(1)'), () => 'toast.warning("log.warning(1)");'],
  },
];
