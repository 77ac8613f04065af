import { describe, expect, test } from 'vitest';
import { type Instruction, mend } from './mend.js';

const around = (template: string, target?: 'match' | 'value'): Instruction => ({
  strategy: 'wrap',
  template,
  ...(target ? { target: { kind: target } } : {}),
});

describe('the whole expression is wrapped', () => {
  test.each([
    ['a call', 'x = fetchIt(a)', /fetchIt\(/, 'String(${MATCH})', 'x = String(fetchIt(a))'],
    ['a call named without its bracket', 'x = fetchIt(a)', /fetchIt/, 'String(${MATCH})', 'x = String(fetchIt(a))'],
    [
      'many lines and brackets',
      'x = f(\n  [1, (2)],\n  { a: [3] }, // three\n);',
      /f\(/,
      'String(${MATCH})',
      'x = String(f(\n  [1, (2)],\n  { a: [3] }, // three\n));',
    ],
    ['the head of a chain', 'x = f(a).b.c(d)', /f\(/, 'Object(${MATCH})', 'x = Object(f(a)).b.c(d)'],
    ['a chain that is promised', 'x = f(a).b', /f\(/, 'Promise.resolve(${MATCH})', 'x = Promise.resolve(f(a).b)'],
    ['a non-null chain', 'x = a.b!.c', /a\.b/, 'String(${MATCH})', 'x = String(a.b!.c)'],
    [
      'a chain of members',
      'x = a.b.c.find(d)',
      /\ba\b/,
      'Promise.resolve(${MATCH})',
      'x = Promise.resolve(a.b.c.find(d))',
    ],
    ['what a text is asked for', 'x = q.id.trim()', /q\.id/, 'String(${MATCH})', 'x = String(q.id).trim()'],
    [
      'a chain of methods of its own',
      'x = z.string().min(1).email()',
      /z\.string\(\)/,
      'Promise.resolve(${MATCH})',
      'x = Promise.resolve(z.string().min(1).email())',
    ],
    [
      'a query over lines',
      'x = db\n  .select()\n  .from(users)',
      /db\s*\.select\(/,
      'Promise.resolve(${MATCH})',
      'x = Promise.resolve(db\n  .select()\n  .from(users))',
    ],
    [
      'the head that is made',
      'x = new Date(1).getTime()',
      /new Date/,
      'Object(${MATCH})',
      'x = Object(new Date(1)).getTime()',
    ],
    ['what goes on behind it', 'x = dayjs(a).day()', /dayjs\(a\)/, '${MATCH}.utc()', 'x = dayjs(a).utc().day()'],
    ['a chain that is cleaned', 'x = f(a).b.c(d)', /f\(/, 'encodeURI(${MATCH})', 'x = encodeURI(f(a).b.c(d))'],
    ['an optional chain that is cleaned', 'x = a?.b(c).d', /b\(/, 'encodeURI(${MATCH})', 'x = encodeURI(a?.b(c).d)'],
    ['a chain of which only the beginning matched', 'x = a.b.c(d)', /a\./, 'String(${MATCH})', 'x = String(a.b.c(d))'],
    [
      'a chain that runs later, up to what catches',
      'x = f(a).then(b).catch(c)',
      /f\(/,
      'Promise.resolve().then(() => ${MATCH})',
      'x = Promise.resolve().then(() => f(a).then(b)).catch(c)',
    ],
    [
      'a chain of promises',
      'x = f(a).then(b).then(c, d)',
      /f\(/,
      'Promise.resolve(${MATCH})',
      'x = Promise.resolve(f(a).then(b)).then(c, d)',
    ],
    ['an argument of another call', 'g(1, f(a), 2)', /f\(/, 'String(${MATCH})', 'g(1, String(f(a)), 2)'],
    ['an operand', 'x = f(a) + 1', /f\(/, 'Number(${MATCH})', 'x = Number(f(a)) + 1'],
    ['a member', 'x = o.amount * 2', /amount/, 'Number(${MATCH})', 'x = Number(o.amount) * 2'],
    ['a whole binary expression', 'x = (a + b) * 2', /a \+ b/, 'Number(${MATCH})', 'x = (Number(a + b)) * 2'],
    ['an arrow body', 'const f = () => g(a)', /g\(/, 'String(${MATCH})', 'const f = () => String(g(a))'],
    ['a template expression', 'x = `a ${f(b)}`', /f\(/, 'String(${MATCH})', 'x = `a ${String(f(b))}`'],
    [
      'into a closure',
      'x = f(a)',
      /f\(/,
      'Promise.resolve().then(() => ${MATCH})',
      'x = Promise.resolve().then(() => f(a))',
    ],
    [
      'what has a context of its own, into a function',
      'x = f(import.meta.url, function () { return this; }, class { a = this; })',
      /f\(/,
      'Promise.resolve(function () { return ${MATCH}; })',
      'x = Promise.resolve(function () { return f(import.meta.url, function () { return this; }, class { a = this; }); })',
    ],
    [
      'the awaited call where only it can be meant',
      'const x = async () => { await f(a); };',
      /f\(/,
      'Promise.resolve().then(() => ${MATCH})',
      'const x = async () => { await Promise.resolve().then(() => f(a)); };',
    ],
    [
      'the await that matched',
      'const x = async () => String(await f(a));',
      /await f/,
      'Number(${MATCH})',
      'const x = async () => String(Number(await f(a)));',
    ],
    [
      'a statement',
      'f();\nlog(a);\ng();',
      /log\(/,
      'if (process.env.DEBUG) { ${MATCH} }',
      'f();\nif (process.env.DEBUG) { log(a); }\ng();',
    ],
  ])('%s', (_, text, pattern, template, after) => {
    expect(mend({ text, pattern, fix: around(template) })).toBe(after);
  });

  test.each([
    ['of a key', 'x = { html: a.b(c) }', /html:/, 'x = { html: String(a.b(c)) }'],
    ['of an assignment', 'el.innerHTML = a + b', /innerHTML =/, 'el.innerHTML = String(a + b)'],
    ['of throw', 'throw "x"', /throw/, 'throw String("x")'],
    ['of an export', 'export default a.b(c);', /export default/, 'export default String(a.b(c));'],
    [
      'of an export, seen to its bracket',
      'export default {\n  a,\n};',
      /export default \{/,
      'export default String({\n  a,\n});',
    ],
    ['of a key, seen to its bracket', 'x = { html: [a] }', /html: \[/, 'x = { html: String([a]) }'],
  ])('the value %s', (_, text, pattern, after) => {
    expect(mend({ text, pattern, fix: around('String(${VALUE})') })).toBe(after);
  });

  test.each(['function f() {}', 'async function () {}', 'class A {}', 'interface A {}'])(
    'an exported %s is no value',
    (text) => {
      const fix = around('String(${VALUE})', 'value');
      expect(mend({ text: `export default ${text}`, pattern: /export default/, fix })).toMatch(/^</);
    },
  );

  test.each([
    'interface A {}',
    'type A = 1;',
    'enum A {}',
    "import type { A } from './a';",
    "import { type A } from './a';",
  ])('a name of %s that is exported is no value', (declared) => {
    const fix = around('String(${VALUE})', 'value');
    expect(mend({ text: `${declared}\nexport default A;`, pattern: /export default/, fix })).toMatch(/^</);
  });

  test('the value of a quoted attribute gets braces', () => {
    const text = 'const a = <p title="x" />';
    expect(mend({ path: 'a.tsx', text, pattern: /title=/, fix: around('String(${VALUE})', 'value') })).toBe(
      'const a = <p title={String("x")} />',
    );
  });

  test('a global is given more, and one of the file itself is not', () => {
    const fix: Instruction = { strategy: 'wrap', template: '${MATCH}, {}', target: { kind: 'group', name: 'url' } };
    const given = (text: string) => mend({ text, pattern: /fetch\((?<url>\w+)\)/, fix });
    expect(given('x = fetch(a)')).toBe('x = fetch(a, {})');
    expect(given("import fetch from 'node-fetch';\nx = fetch(a)")).toContain('fetch(a, {})');
    expect(given("import { fetch } from './net';\nx = fetch(a)")).toBe('<name-shadowed>');
    expect(given('const f = (fetch) => fetch(a)')).toBe('<name-shadowed>');
    expect(given('x = prefetch(a)')).toBe('<name-shadowed>');
  });

  test('only the borders are rewritten', () => {
    const text = 'x = f(\r\n  "😀",\t1\r\n)';
    expect(mend({ text, pattern: /f\(/, fix: around('String(${MATCH})') })).toBe('x = String(f(\r\n  "😀",\t1\r\n))');
  });
});

describe('a match that is the head of what is read', () => {
  const run = (text: string, wrapper: string, target?: 'match') =>
    mend({
      text: `import { ${wrapper} } from 'w';\n${text}`,
      pattern: /req\.body/,
      fix: around(`${wrapper}(\${MATCH})`, target),
    }).replace(/^import.*\n/, '');

  test.each([
    ['x = req.body.id', 'x = wrap(req.body).id'],
    ['x = req.body!.id', 'x = wrap(req.body!).id'],
    ['x = req.body.load()', 'x = wrap(req.body).load()'],
    ['x = req.body?.id', '<edit-bounded>'],
    ['req.body.id = 1', '<same-result>'],
    ['delete req.body.id', '<same-result>'],
    ['req.body.list.push(1)', '<same-result>'],
    ['Object.assign(req.body, a)', '<same-result>'],
    ['x = Object.assign(req.body, a)', 'x = Object.assign(wrap(req.body), a)'],
  ])('is wrapped alone where the rule says so: %s', (text, after) => {
    expect(run(text, 'wrap', 'match')).toBe(after);
  });

  test.each([
    ['validate', 'x = validate(req.body).id'],
    ['parseBody', 'x = parseBody(req.body).id'],
    ['wrap', '<match-is-whole>'],
    ['escapeHtml', 'x = escapeHtml(req.body.id)'],
  ])('is told by what the wrapper does: %s', (wrapper, after) => {
    expect(run('x = req.body.id', wrapper)).toBe(after);
  });

  test.each(['Number', 'parseInt', 'Math.round', 'JSON.stringify', 'encodeURIComponent'])(
    'is wrapped with what is read of it where %s gives nothing to read of',
    (wrapper) => {
      const text = 'x = req.query.page';
      const after = `x = ${wrapper}(req.query.page)`;
      expect(mend({ text, pattern: /req\.query/, fix: around(`${wrapper}(\${MATCH})`) })).toBe(after);
    },
  );

  test('what is left out further on is left out as before', () => {
    const run = (text: string) => mend({ text, pattern: /f\(/, fix: around('Object(${MATCH})') });
    expect(run('x = f(a).b?.c')).toBe('x = Object(f(a)).b?.c');
    expect(run('x = f(a)?.b.c')).toBe('<edit-bounded>');
    expect(run('x = a?.f(b).c')).toBe('<edit-bounded>');
  });
});

describe('wrapping is refused', () => {
  test.each([
    ['wrapped already', 'x = String(f(a))', /f\(/, 'String(${MATCH})', 'already-wrapped'],
    [
      'wrapped already, under a name',
      'const a = String(b);\nx = { html: a }',
      /html:/,
      'String(${VALUE})',
      'already-wrapped',
    ],
    ['wrapped already, deeper', 'x = String(g(f(a)))', /f\(/, 'String(${MATCH})', 'already-wrapped'],
    ['wrapped already, on other lines', 'x = String(\n  f(a)\n)', /f\(/, 'String(${MATCH})', 'already-wrapped'],
    [
      'wrapped already with other arguments',
      'x = Promise.race([f(a), t])',
      /f\(/,
      'Promise.race([${MATCH}])',
      'already-wrapped',
    ],
    ['wrapped already, in brackets', 'x = { html: (String(a)) }', /html:/, 'String(${VALUE})', 'already-wrapped'],
    ['wrapped already, with a type', 'x = { html: String(a)! as T }', /html:/, 'String(${VALUE})', 'already-wrapped'],
    [
      'wrapped already, one way or the other',
      'x = { html: b ? String(a) : "" }',
      /html:/,
      'String(${VALUE})',
      'already-wrapped',
    ],
    ['wrapped already, or a default', 'x = { html: String(a) || "" }', /html:/, 'String(${VALUE})', 'already-wrapped'],
    ['the wrapper itself', 'x = String(a)', /String\(/, 'String(${MATCH})', 'already-wrapped'],
    ['a member that no text has', 'x = f(a).b.c(d)', /f\(/, 'String(${MATCH})', 'same-arguments'],
    ['a value that may be missing', 'x = a?.b(c).d', /b\(/, 'String(${MATCH})', 'edit-bounded'],
    [
      'a module and what catches',
      'x = import("a").catch(b)',
      /import\(/,
      'Promise.resolve(${MATCH})',
      'await-ambiguous',
    ],
    ['a template without a hole', 'x = f(a)', /f\(/, 'String(x)', 'template-has-hole'],
    ['a template with two holes', 'x = f(a)', /f\(/, 'g(${MATCH}, ${MATCH})', 'template-has-hole'],
    [
      'a promise or its result',
      'async () => { x = await f(a); }',
      /f\(/,
      'Promise.resolve(${MATCH})',
      'await-ambiguous',
    ],
    [
      'a member of a promise or of its result',
      'async () => { x = f(a).b; }',
      /f\(/,
      'await ${MATCH}',
      'await-ambiguous',
    ],
    [
      'this in a function',
      'x = this.f(a)',
      /f\(/,
      'Promise.resolve(function () { return ${MATCH}; })',
      'keeps-context',
    ],
    [
      'arguments in a function',
      'function g() { x = f(arguments); }',
      /f\(/,
      'Promise.resolve(function () { return ${MATCH}; })',
      'keeps-context',
    ],
    [
      'the key of a class in a function',
      'x = f(class { [this.a]() {} })',
      /f\(/,
      'Promise.resolve(function () { return ${MATCH}; })',
      'keeps-context',
    ],
    ['yield in a closure', 'function* g() { x = f(yield); }', /f\(/, 'Promise.resolve(() => ${MATCH})', 'name-unbound'],
    [
      'a closure whose parameter would capture a name',
      'const f2 = (e) => f(e)',
      /f\(/,
      'Promise.resolve().then((e) => ${MATCH})',
      'name-shadowed',
    ],
    ['an assignment target', 'a.b = 1', /a\.b/, 'String(${MATCH})', 'match-is-whole'],
    ['deleted', 'delete a.b', /a\.b/, 'String(${MATCH})', 'match-is-whole'],
    ['a comment', '// f(a)', /f\(/, 'String(${MATCH})', 'position-is-code'],
    ['a type', 'type T = f<a>', /f/, 'String(${MATCH})', 'position-is-code'],
    ['an unknown wrapper', 'x = f(a)', /f\(/, 'guard(${MATCH})', 'name-unbound'],
    ['no expression', 'import a from "a"; a()', /import/, 'String(${MATCH})', 'match-is-whole'],
    ['an else that would move', 'if (a) f(b); else c();', /f\(/, 'if (process.env.X) ${MATCH}', 'edit-bounded'],
    [
      'a template that is neither expression nor statement',
      'x = f(a)',
      /f\(/,
      'if (x) ${MATCH}',
      'template-is-expression',
    ],
    ['a first bracket that calls the line before', 'const a = b\nf(c)', /f\(/, '(${MATCH})', 'edit-bounded'],
    ['a group', 'x = f(a)', /f\(/, '${1}', 'placeholder-known'],
  ])('%s', (_, text, pattern, template, condition) => {
    expect(mend({ text, pattern, fix: around(template) })).toBe(`<${condition}>`);
  });
});
