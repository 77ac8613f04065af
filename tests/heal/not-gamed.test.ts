import { describe, expect, it } from 'vitest';
import { findTrick } from '../../src/heal/tricks/index.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { makeTrial } from './make-trial.js';

const html = makeRule({}, forbidden(/\.innerHTML\s*=/));
const evil = makeRule({}, forbidden(/\beval\s*\(/));
const secret = makeRule({}, forbidden(/api_key\s*=\s*"[^"]+"/));
const code = makeRule({}, forbidden(/\beval\(/, { match: 'code' }));
const anchored = makeRule({}, forbidden(/^console\.log/m));
const log = makeRule({}, forbidden(/console\.log\([^)]*\);?/));
const auth = makeRule({}, required(/authMiddleware/, { require: 'every' }));
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
    ['required, under if (false)', auth, 'run();\n', 'if (false) { authMiddleware(); }\nrun();\n'],
    ['required, behind false &&', auth, 'run();\n', 'false && authMiddleware();\nrun();\n'],
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
    ['required, in Python code', auth, 'run()\n', 'authMiddleware()\nrun()\n', 'a.py'],
    ['required, in HTML', title, '<p>\n', '<meta http-equiv="Content-Security-Policy"><p>\n', 'a.html'],
  ])('%s', (_, rule, before, after, path = 'src/a.ts') => {
    expect(findTrick(makeTrial([rule], before, after, { path }))).toBeNull();
  });
});
