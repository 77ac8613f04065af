import { describe, expect, it } from 'vitest';
import { findTrick } from '../../../src/heal/tricks/index.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';
import { makeTrial } from '../make-trial.js';

const html = makeRule({}, forbidden(/\.innerHTML\s*=/));
const evil = makeRule({}, forbidden(/\beval\s*\(/));
const secret = makeRule({}, forbidden(/api_key\s*=\s*"[^"]+"/));
const code = makeRule({}, forbidden(/\beval\(/, { match: 'code' }));
const anchored = makeRule({}, forbidden(/^console\.log/m));
const log = makeRule({}, forbidden(/console\.log\([^)]*\);?/));
const auth = makeRule({}, required(/authMiddleware/, { require: 'every' }));
const directive = makeRule({}, required(/["']use client/, { require: 'every' }));
const title = makeRule({}, required(/Content-Security-Policy/, { require: 'every' }));

describe('caught', () => {
  it.each([
    ['a suppression comment', evil, 'eval(x);\n', '// eslint-disable-next-line\nrun(x);\n'],
    ['our own suppression', evil, 'eval(x);\n', '// specflow-ignore-next-line RULE-1 -- because\nrun(x);\n'],
    ['a type suppression', evil, 'eval(x);\n', '// @ts-ignore\nrun(x);\n'],
    ['a Python suppression', evil, 'eval(x)\n', 'run(x)  # noqa\n', 'a.py'],
    ['a zero-width space', evil, 'eval(x);\n', 'ev\u200bal(x);\n'],
    ['a Cyrillic letter', evil, 'eval(x);\n', '\u0435val(x);\n'],
    ['a unicode escape', evil, 'eval(x);\n', '\\u0065val(x);\n'],
    ['a braced escape', evil, 'eval(x);\n', '\\u{65}val(x);\n'],
    ['a hexadecimal escape', secret, 'api_key = "abc"', 'this["\\x61pi_key"] = "abc"'],
    ['a comment in between', evil, 'eval(x);\n', 'eval/**/(x);\n'],
    ['an indirect call', evil, 'eval(x);\n', '(0, eval)(x);\n'],
    ['a bracketed member', html, 'el.innerHTML = x;\n', 'el["innerHTML"] = x;\n'],
    ['a member split in two', html, 'el.innerHTML = x;\n', 'el["inner" + "HTML"] = x;\n'],
    ['a member split by a template', html, 'el.innerHTML = x;\n', "el[`inner${'HTML'}`] = x;\n"],
    ['white space around the dot', log, 'console.log(1);\n', 'console .log(1);\n'],
    ['commented out, where the pattern is anchored', anchored, 'console.log(1);\n', '// console.log(1);\n'],
    ['commented out, where only code counts', code, 'eval(x);\n', '// eval(x);\n'],
    ['made a string, where only code counts', code, 'eval(x);\n', '"eval(x)";\n'],
    ['a soft hyphen', evil, 'eval(x);\n', 'ev\u00adal(x);\n'],
    ['a mark that turns text round', evil, 'eval(x);\n', 'ev\u202eal(x);\n'],
    ['a Greek letter', log, 'console.log(1);\n', 'c\u03bfnsole.log(1);\n'],
    ['three disguises at once', evil, 'eval(x);\n', '\u0435v\u200b/**/al(x);\n'],
    ['a string broken over lines', secret, 'api_key = "abc"', 'api_key \\\n= "abc"'],
    ['a template in a template', html, 'el.innerHTML = x;\n', 'el[`inner${ `HTML` }`] = x;\n'],
    ['an optional bracketed member', html, 'el.innerHTML = x;\n', "el?.[ 'innerHTML' ] = x;\n"],
    ['an indirect call with blanks', evil, 'eval(x);\n', '( 0 , eval )(x);\n'],
    ['a comment over lines in between', evil, 'eval(x);\n', 'eval/* a\n*/(x);\n'],
    ['a line break behind the dot', log, 'console.log(1);\n', 'console.\n  log(1);\n'],
    ['commented out in HTML', anchored, 'console.log(1);\n', '<!-- console.log(1); -->\n', 'a.html'],
    ['commented out in SQL', anchored, 'console.log(1);\n', '-- console.log(1);\n', 'a.sql'],
    ['commented out in a block', anchored, 'console.log(1);\n', '/* console.log(1); */\n'],
    ['a second match beside a mended one', evil, 'eval(x);\n', 'run(x); ev\u200bal(y);\n'],
    ['a Pylint suppression', evil, 'eval(x)\n', 'run(x)  # pylint: disable=W\n', 'a.py'],
    ['a suppression on the line above', evil, 'a();\neval(x);\n', '// prettier-ignore\na();\nrun(x);\n'],
    ['a second suppression', evil, '// eslint-disable\neval(x);\n', '// eslint-disable\n// eslint-disable\nrun(x);\n'],
    ['a suppression at the end of the file', evil, 'eval(x);', 'run(x); // NOSONAR'],
    ['an emptied function', log, 'function f() {\n  console.log(1);\n}\n', 'function f() {\n}\n'],
    ['an emptied catch', log, 'try { a(); } catch (e) { console.log(e); }\n', 'try { a(); } catch (e) { }\n'],
    ['an emptied arrow', log, 'go(() => { console.log(1); });\n', 'go(() => { });\n'],
    ['required, in a line comment', auth, 'run();\n', '// authMiddleware\nrun();\n'],
    ['required, in a block comment', auth, 'run();\n', 'run(); /* authMiddleware */\n'],
    ['required, in a string of its own', auth, 'run();\n', 'run();\n"authMiddleware";\n'],
    ['required, in a directive', auth, 'run();\n', '"authMiddleware";\nrun();\n'],
    ['required, in a bare name', auth, 'run();\n', 'authMiddleware;\nrun();\n'],
    ['required, in an import nobody uses', auth, 'run();\n', "import { authMiddleware } from './auth.js';\nrun();\n"],
    ['required, in a variable nobody uses', auth, 'run();\n', 'const a = "authMiddleware";\nrun();\n'],
    ['required, in a function nobody calls', auth, 'run();\n', 'function f() { authMiddleware(); }\nrun();\n'],
    [
      'required, in a function that calls itself',
      auth,
      'run();\n',
      'function f() { authMiddleware(); f(); }\nrun();\n',
    ],
    ['required, behind a return', auth, 'go(() => { return 1; });\n', 'go(() => { return 1; authMiddleware(); });\n'],
    [
      'required, behind an if that leaves both ways',
      auth,
      'go(() => { a(); });\n',
      'go(() => { if (b) { return 1; } else throw 2; authMiddleware(); });\n',
    ],
    ['required, under if (false)', auth, 'run();\n', 'if (false) { authMiddleware(); }\nrun();\n'],
    ['required, behind false &&', auth, 'run();\n', 'false && authMiddleware();\nrun();\n'],
    ['required, in a comment behind a Python line', auth, 'run()\n', 'run()  # authMiddleware\n', 'a.py'],
    ['required, in a comment within a comment', auth, 'run();\n', 'run(/* a */ 1 /* authMiddleware */);\n'],
    ['required, in a template of its own', auth, 'run();\n', 'run();\n`authMiddleware`;\n'],
    ['required, in a class nobody uses', auth, 'run();\n', 'class A { b = authMiddleware; }\nrun();\n'],
    ['required, in one of several names nobody uses', auth, 'run();\n', 'let a, b = authMiddleware();\nrun(c);\n'],
    ['required, in a default import nobody uses', auth, 'run();\n', "import authMiddleware from './a.js';\nrun();\n"],
    ['required, in a name that only shadows use', auth, 'run();\n', 'const a = authMiddleware();\nrun((a) => a);\n'],
    ['required, behind a throw', auth, 'go(() => { a(); });\n', 'go(() => { throw 1; authMiddleware(); });\n'],
    ['required, behind a break', auth, 'for (;;) { a(); }\n', 'for (;;) { break; authMiddleware(); }\n'],
    ['required, behind a continue', auth, 'for (;;) { a(); }\n', 'for (;;) { continue; authMiddleware(); }\n'],
    ['required, deep under if (0)', auth, 'run();\n', 'if (0) { a(() => { authMiddleware(); }); }\nrun();\n'],
    ['required, under if (null)', auth, 'run();\n', 'if (null) authMiddleware();\nrun();\n'],
    ['required, under while (false)', auth, 'run();\n', 'while (false) authMiddleware();\nrun();\n'],
    ['required, twice in vain', auth, 'run();\n', '// authMiddleware\nif (false) authMiddleware();\nrun();\n'],
    ['required, in a Python comment', auth, 'run()\n', '# authMiddleware\nrun()\n', 'a.py'],
    ['required, in a Go comment', auth, 'run()\n', 'run() // authMiddleware\n', 'a.go'],
    ['required, in an HTML comment', title, '<p>\n', '<!-- Content-Security-Policy --><p>\n', 'a.html'],
  ])('%s', (_, rule, before, after, path = 'src/a.ts') => {
    expect(findTrick(makeTrial([rule], before, after, { path }))).not.toBeNull();
  });
});

describe('honest', () => {
  it.each([
    ['a value from the environment', secret, 'const api_key = "abc";\n', 'const api_key = process.env["api_key"];\n'],
    ['text content', html, 'el.innerHTML = x;\n', 'el.textContent = x;\n'],
    ['another function', evil, 'eval(x);\n', 'JSON.parse(x);\n'],
    ['a removed statement among others', log, 'f(() => { a(); console.log(1); });\n', 'f(() => { a(); });\n'],
    [
      'beside a suppression that was there',
      evil,
      '// eslint-disable-next-line\neval(x);\n',
      '// eslint-disable-next-line\nrun(x);\n',
    ],
    ['beside a comment that names it', code, '// no eval( here\neval(x);\n', '// no eval( here\nrun(x);\n'],
    ['an escape of another letter', evil, 'eval(x);\n', 'run("\\u0065");\n'],
    ['an escape that is none', evil, 'eval(x);\n', 'run("\\u{ffffff}");\n'],
    ['a disguise that was there before', evil, 'ev\u200bal(y); eval(x);\n', 'ev\u200bal(y); run(x);\n'],
    ['a suppression that moved', evil, '// noqa\neval(x);\n', 'run(x);\n// noqa\n'],
    ['a word of suppressions in a name', evil, 'eval(x);\n', 'runNoQaCheck(x);\n'],
    ['a removed suppression', makeRule({}, forbidden(/@ts-ignore/)), '// @ts-ignore\na();\n', 'a();\n'],
    ['https for http', makeRule({}, forbidden(/http:\/\//)), 'get("http://a.b/");\n', 'get("https://a.b/");\n'],
    ['optional chaining', makeRule({}, forbidden(/user\.name/)), 'show(user.name);\n', 'show(user?.name);\n'],
    ['required, called', auth, 'run();\n', 'authMiddleware();\nrun();\n'],
    [
      'required, imported and used',
      auth,
      'run();\n',
      "import { authMiddleware } from './a.js';\nrun(authMiddleware);\n",
    ],
    ['required, imported for its effects', auth, 'run();\n', "import './authMiddleware.js';\nrun();\n"],
    ['required, exported', auth, 'run();\n', 'export function authMiddleware() { run(); }\nrun();\n'],
    [
      'required, in a string that is used',
      title,
      'run(res);\n',
      'res.setHeader("Content-Security-Policy", p);\nrun(res);\n',
    ],
    ['required, in code beside a comment', auth, 'run();\n', '// authMiddleware\nauthMiddleware();\nrun();\n'],
    ['required, in a directive that is read', directive, 'run();\n', '"use client";\nrun();\n'],
    ['required, in a directive of two words', directive, 'run();\n', "'use client only';\nrun();\n"],
    ['required, in a default export', auth, 'run();\n', 'export default function authMiddleware() { run(); }\n'],
    ['required, in an exported constant', auth, 'run();\n', 'export const a = authMiddleware();\nrun();\n'],
    ['required, in a constant that is used', auth, 'run();\n', 'const a = authMiddleware();\nrun(a);\n'],
    ['required, in a function that is called', auth, 'run();\n', 'function f() { authMiddleware(); }\nf();\n'],
    ['required, in a function that is used before', auth, 'run();\n', 'f();\nfunction f() { authMiddleware(); }\n'],
    ['required, in a class that is used', auth, 'run();\n', 'class A { b = authMiddleware; }\nrun(new A());\n'],
    [
      'required, in an import that is used',
      auth,
      'run();\n',
      "import authMiddleware from './a.js';\nauthMiddleware();\n",
    ],
    ['required, before a return', auth, 'go(() => { return 1; });\n', 'go(() => { authMiddleware(); return 1; });\n'],
    ['required, under if (x)', auth, 'run();\n', 'if (x) { authMiddleware(); }\nrun();\n'],
    ['required, in the test of an if', auth, 'run();\n', 'if (authMiddleware()) run();\n'],
    ['required, in the else of if (false)', auth, 'run();\n', 'if (false) run(); else authMiddleware();\n'],
    ['required, under if (1)', auth, 'run();\n', 'if (1) authMiddleware();\nrun();\n'],
    ['required, under while (x)', auth, 'run();\n', 'while (x) authMiddleware();\nrun();\n'],
    ['required, in the test of a while', auth, 'run();\n', 'while (authMiddleware()) run();\n'],
    ['required, behind x &&', auth, 'run();\n', 'x && authMiddleware();\nrun();\n'],
    ['required, behind false ||', auth, 'run();\n', 'false || authMiddleware();\nrun();\n'],
    ['required, before &&', auth, 'run();\n', 'authMiddleware() && run();\n'],
    ['required, before a return of another function', auth, 'run();\n', 'a(() => { return 1; }); authMiddleware();\n'],
    ['required, before a Python comment', auth, 'run()\n', 'authMiddleware()  # run\n', 'a.py'],
    ['required, in code and in vain', auth, 'run();\n', '// authMiddleware\nrun(authMiddleware);\n'],
    ['required, in Python code', auth, 'run()\n', 'authMiddleware()\nrun()\n', 'a.py'],
    ['required, in HTML', title, '<p>\n', '<meta http-equiv="Content-Security-Policy"><p>\n', 'a.html'],
  ])('%s', (_, rule, before, after, path = 'src/a.ts') => {
    expect(findTrick(makeTrial([rule], before, after, { path }))).toBeNull();
  });
});

describe('what stands in vain', () => {
  it.each([
    ['// authMiddleware\nrun();\n', 'in a comment'],
    ['run();\n"authMiddleware";\n', 'in a statement that does nothing'],
    ['run();\n<authMiddleware />;\n', 'in a statement that does nothing', 'src/a.tsx'],
    ['run();\n<><authMiddleware /></>;\n', 'in a statement that does nothing', 'src/a.tsx'],
    ['"authMiddleware";\nrun();\n', 'in a string that does nothing'],
    ['const a = "authMiddleware";\nrun();\n', 'in a declaration that nothing uses'],
    ['if (false) authMiddleware();\nrun();\n', 'in code that never runs'],
  ])('%j is told', (after, where, path = 'src/a.ts') => {
    const told = findTrick(makeTrial([auth], 'run();\n', after, { path }));
    expect(JSON.stringify(told)).toContain(`What the rule requires stands only ${where}.`);
  });
});
