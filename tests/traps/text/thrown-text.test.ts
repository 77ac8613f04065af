import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string) =>
  mend({
    text,
    pattern: /throw\s+['"`]/,
    fix: { strategy: 'wrap', target: { kind: 'value' }, template: 'new Error(${VALUE})' },
  });

test.each([
  ['compared', "try { throw 'a'; } catch (e) { if (e === 'a') f(); }"],
  ['shown', "try { g(() => 1); throw 'a'; } catch (e) { alert(e); }"],
  ['taken apart', "try { throw 'a'; } catch ({ length }) { f(length); }"],
  ['compared by who is called back', "p.then(() => { throw 'a'; }).catch((e) => e === 'a');"],
  ['compared around a callback', "try { each((x) => { throw 'a'; }); } catch (err) { if (err !== 'a') throw err; }"],
  ['compared by who calls', "function f() { throw 'a'; }\ntry { f(); } catch (e) { if (e == 'a') g(); }"],
  ['sent by who calls', "function f() { throw 'a'; }\ntry { f(); } catch (x) { send(x); }"],
  [
    'sent by who calls who calls',
    "const f = () => { throw 'a'; };\nconst g = () => f();\ntry { g(); } catch (x) { send(x); }",
  ],
  ['sent by a method', "class A { get() { throw 'a'; } go() { try { this.get(); } catch (e) { g(e); } } }"],
  [
    'sent by who makes it',
    "class A { get() { throw 'a'; } }\nconst a = new A();\ntry { a.get(); } catch (e) { g(e); }",
  ],
  ['sent by who has it', "const a = { get() { throw 'a'; } };\ntry { a.get(); } catch (e) { g(e); }"],
  ['put into a page', "try { throw 'a'; } catch (e) { show(`b: ${e}`); }"],
  ['used behind a call', "async function f() { throw 'a'; }\nf().catch((x) => x == 'a');"],
  ['one of several', "try { each((x) => { throw 'a'; }); } catch (err) { switch (err) { case 'a': g(); } }"],
  ['written otherwise', "try { each((x) => { throw `a`; }); } catch (err) { if (err === 'a') g(); }"],
  ['told apart', "function f() { throw 'a'; }\ntry { f(); } catch (e) { g(typeof e === 'string' ? 'b' : e.message); }"],
  ['compared further on', "p.then(() => { throw 'a'; }).finally(g).catch((e) => e === 'a');"],
])('a text that is caught and %s stays one', (_, text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  ['that nobody catches', "function f() { throw 'a'; }", "function f() { throw new Error('a'); }"],
  ['that is logged', "try { throw 'a'; } catch (e) { console.error(e); }", "new Error('a')"],
  ['that is thrown on', "try { throw 'a'; } catch (e) { throw e; }", "new Error('a')"],
  ['that calls itself', "function f(x) { if (x) throw 'a'; f(x - 1); }", "throw new Error('a')"],
  ['or its message', "try { throw 'a'; } catch (e) { g(e.message || e); }", "new Error('a')"],
  [
    'or its message, whatever',
    "try { throw 'a'; } catch (e) { g(e instanceof Error ? e.message : String(e)); }",
    "new Error('a')",
  ],
  [
    'or its message by type',
    "try { throw 'a'; } catch (e) { g(typeof e === 'string' ? e : e.message); }",
    "new Error('a')",
  ],
  ['that is the cause', "try { throw 'a'; } catch (e) { throw new Error('b', { cause: e }); }", "new Error('a')"],
  ['that is told to a log', "try { throw 'a'; } catch (e) { console.warn(`b: ${e}`); }", "new Error('a')"],
  [
    'of a method named as others',
    "class A { get() { throw 'a'; } }\ntry { http.get(); } catch (e) { g(e); }",
    "new Error('a')",
  ],
  ['that is overlooked', "try { throw 'a'; } catch { f(); }", "new Error('a')"],
  ['of a handler', "try { f(); } catch (e) { if (e === 'a') throw 'b'; }", "new Error('b')"],
  ['of which another text is compared', "function f(e) { if (e === 'b') throw 'a'; }", "new Error('a')"],
  ['that something else is compared with', "function f(mode) { if (mode === 'a') throw 'a'; }", "new Error('a')"],
  ['of another function', "try { g(() => { throw 'a'; }); } catch (e) { alert(e); }", "new Error('a')"],
  ['that is put together', 'function f(x) { throw `a ${x}`; }', 'throw new Error(`a ${x}`);'],
  ['that something is added to', "function f(x) { throw 'a' + x; }", "throw new Error('a' + x);"],
])('one %s does not', (_, text, after) => {
  expect(run(text)).toContain(after);
});

test('of several values none is the argument of an error', () => {
  expect(run("function f(x) { throw 'a', x; }")).toBe('<template-is-expression>');
});
