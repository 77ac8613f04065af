import { describe, expect, test } from 'vitest';
import { mend, replaced } from '../mend.js';

const removed = (path: string, text: string, pattern: RegExp) =>
  mend({ path, text, pattern, fix: { strategy: 'remove' } });

describe('what the markup reads by name', () => {
  const markup = '<template><p v-if="debug" @click="show">{{ form.userName }}</p></template>\n';

  test.each([
    ['data', '<script>\nexport default { data: () => ({ debug: true, n: 0 }) };\n</script>\n'],
    ['props', '<script setup>\nconst props = defineProps({ debug: true, n: Number });\n</script>\n'],
  ])('is not taken out of the %s', (_, script) => {
    expect(removed('a.vue', script + markup, /\bdebug: true/)).toBe('<still-referenced>');
    const other = script.replace('debug: true', 'debugged: true');
    expect(removed('a.vue', other + markup, /\bdebugged: true/)).toBe((other + markup).replace('debugged: true, ', ''));
  });

  test('nor out of a list of props', () => {
    const script = "<script setup>\nconst props = defineProps(['debug', 'n']);\n</script>\n";
    expect(removed('a.vue', script + markup, /'debug'/)).toBe('<still-referenced>');
    expect(removed('a.vue', script + markup, /'n'/)).toContain("defineProps(['debug']);");
  });

  test('is no word of an attribute or style', () => {
    const script = "<script setup>\nconst go = () => fetch('/a', { mode: 'cors', debug: true });\n</script>\n";
    const plain = '<template><p class="mode" @click="go" /></template>\n<style>\n.mode { mode: a }\n</style>\n';
    expect(removed('a.vue', script + plain, /mode: 'cors'/)).toBe((script + plain).replace("mode: 'cors', ", ''));
    const bound = '<template><p :class="mode" @click="go" /></template>\n';
    expect(removed('a.vue', script + bound, /mode: 'cors'/)).toBe('<still-referenced>');
    const style = '<style>\np { color: v-bind(mode) }\n</style>\n';
    expect(removed('a.vue', script + style, /mode: 'cors'/)).toBe('<still-referenced>');
  });

  test('keeps its name as a key', () => {
    const script =
      "<script setup>\nimport { reactive } from 'vue';\nconst form = reactive({ userName: '' });\n</script>\n";
    expect(replaced(script + markup, 'userName:', 'name:', { path: 'a.vue' })).toBe('<still-referenced>');
    const other = script.replace('userName', 'nickName');
    expect(replaced(other + markup, 'nickName:', 'name:', { path: 'a.vue' })).toContain("reactive({ name: '' })");
  });

  test('is imported as a value', () => {
    const script =
      '<script setup lang="ts">\nimport Foo from \'./Foo.vue\';\nconst a = ref<typeof Foo>();\n</script>\n';
    const run = (template: string) => replaced(script + template, 'import Foo', 'import type Foo', { path: 'a.vue' });
    expect(run('<template><Foo /></template>\n')).toBe('<still-referenced>');
    expect(run('<template><p /></template>\n')).toContain('import type Foo');
  });
});

describe('`let` that may be `const`', () => {
  const constant = (path: string, text: string) => replaced(text, /\blet (?=n\b)/, 'const ', { path });

  test.each([
    ['a.vue', '<script setup>\nlet n = ref(0);\n</script>\n<template><p @click="n++" /></template>\n'],
    ['a.vue', '<script setup>\nlet n = ref(0);\n</script>\n<template><input v-model="n" /></template>\n'],
    ['a.svelte', '<script>\n  let n = 0;\n</script>\n<p>{n}</p>\n'],
  ])('is in %s: %s', (path, text) => {
    expect(constant(path, text)).toBe(text.replace('let', 'const'));
  });

  test.each([
    ['a.vue', '<script setup>\nlet n = 0;\n</script>\n<template><p @click="n++" /></template>\n'],
    ['a.svelte', '<script>\n  let n = 0;\n  let m = 1;\n</script>\n<p on:click={() => ([n, m] = [m, n])} />\n'],
    ['a.svelte', '<script>\n  let n = 0;\n</script>\n<input bind:value={n} />\n'],
    ['a.svelte', '<script>\n  export let n = 0;\n</script>\n<p>{n}</p>\n'],
  ])('is not in %s: %s', (path, text) => {
    expect(constant(path, text)).toBe('<still-referenced>');
  });
});

test('a store is read by another name', () => {
  const text =
    "<script>\n  import { user } from 's';\n  track(user);\n  const f = () => $user.name;\n</script>\n<p on:click={f} />\n";
  expect(removed('a.svelte', text, /\btrack\(/)).toBe('<still-referenced>');
  const other = text.replace('$user', 'users');
  expect(removed('a.svelte', other, /\btrack\(/)).toBe(other.replace(/ {2}import.*\n {2}track.*\n/, ''));
});

test('Svelte shows anew what is assigned, and nothing else', () => {
  const text =
    '<script>\n  let a = [];\n  const add = (b) => {\n    a = [...a, b];\n  };\n</script>\n<p on:click={add}>{a}</p>\n';
  expect(replaced(text, 'a = \\[\\.\\.\\.a, b\\]', 'a.push(b)', { path: 'a.svelte' })).toBe('<same-result>');
});

describe('the setup of a component', () => {
  test.each([
    ['a.vue', "<script setup>\nimport { load } from 'm';\nload();\n</script>\n"],
    ['a.svelte', "<script>\nimport { load } from 'm';\nload();\n</script>\n"],
  ])('does not begin to wait in %s', (path, text) => {
    const waited = (code: string) => replaced(code, /(?<!\{ )\bload\(\)/, 'await load()', { path });
    expect(waited(text)).toBe('<keeps-context>');
    const inside = text.replace('load();', 'const f = async () => {\n  load();\n};');
    expect(waited(inside)).toBe(inside.replace('  load()', '  await load()'));
  });

  test('goes on waiting where it does so already', () => {
    const text = "<script setup>\nimport { load } from 'm';\nawait load(1);\nload();\n</script>\n";
    expect(replaced(text, /\bload\(\)/, 'await load()', { path: 'a.vue' })).toBe(
      text.replace('load()', 'await load()'),
    );
  });

  test('hands macros nothing that it declares', () => {
    const text =
      "<script setup>\nimport { root } from 'm';\nconst local = root();\ndefineProps({ a: { default: '/a' } });\n</script>\n";
    const run = (name: string) => replaced(text, "default: '/a'", `default: ${name}`, { path: 'a.vue' });
    expect(run('local.a')).toBe('<keeps-context>');
    expect(run('root.a')).toContain('default: root.a');
  });

  test('says what it is handed', () => {
    const text = '<script setup>\ndefineProps({ a: String });\ndefineOptions({ b: 1 });\n</script>\n';
    expect(removed('a.vue', text, /\bdefineProps\(/)).toBe('<still-referenced>');
  });
});

describe('a script for the browser', () => {
  test.each(['a.vue', 'a.svelte'])('imports nothing of Node in %s', (path) => {
    const text = "<script>\nimport a from 'a';\nconst id = a(1);\n</script>\n";
    const importing = (template: string, importLine: string) =>
      mend({ path, text, pattern: /a\(1\)/, fix: { strategy: 'replace', template, importLine } });
    expect(importing('randomUUID()', "import { randomUUID } from 'node:crypto'")).toBe('<client-or-server>');
    expect(importing('nanoid()', "import { nanoid } from 'nanoid'")).toContain('const id = nanoid();');
  });

  test.each(["Buffer.from(a, 'base64')", 'process.cwd()'])('reads nothing of Node: %s', (template) => {
    expect(replaced('<script setup>\nconst a = f(1);\n</script>\n', 'f\\(1\\)', template, { path: 'a.vue' })).toBe(
      '<client-or-server>',
    );
  });

  test('finds no package, but where a build is known to', () => {
    const run = (module: string, added: string) =>
      mend({
        path: 'a.html',
        text: `<script type="module">\nimport { parse } from '${module}';\nparse(1);\n</script>\n`,
        pattern: /\bparse\(1\)/,
        fix: { strategy: 'wrap', template: 'clean(${VALUE})', importLine: `import { clean } from '${added}'` },
      });
    expect(run('./p.js', 'clean')).toBe('<client-or-server>');
    expect(run('./p.js', './clean.js')).toContain('clean(parse(1));');
    expect(run('parse', 'clean')).toContain('clean(parse(1));');
  });

  test('takes from other scripts of the page what the page reads already', () => {
    const run = (text: string) => replaced(text, 'console\\.log\\(', 'logger.info(', { path: 'a.html' });
    expect(run('<script>\ntrackPage();\nconsole.log(1);\n</script>\n')).toBe('<name-unbound>');
    const known = '<script>\ntrackPage();\nlogger.info(0);\nconsole.log(1);\n</script>\n';
    expect(run(known)).toBe(known.replace('console.log', 'logger.info'));
  });
});

test('a script in the head of a page is no part of the component', () => {
  const text =
    "<script>\n  import { a } from 'a';\n</script>\n<svelte:head>\n  <script>\n    const mapKey = 'abc';\n    start(mapKey);\n    console.log(1);\n  </script>\n</svelte:head>\n<p>{a}</p>\n";
  const fix = { strategy: 'replace', template: 'import.meta.env.VITE_KEY', importLine: null } as const;
  expect(mend({ path: 'a.svelte', text, pattern: /'abc'/, fix })).toMatch(/^<[\w-]+>$/);
  expect(removed('a.svelte', text, /console\.log\(/)).toBe(text.replace('    console.log(1);\n', ''));
});

test('an import stands where the others do', () => {
  const text =
    "<script>\n  import { marked } from 'marked';\n  const html = marked(1);\n</script>\n<p>{@html html}</p>\n";
  const fix = { strategy: 'wrap', template: 'clean(${VALUE})', importLine: "import { clean } from 'clean'" } as const;
  expect(mend({ path: 'a.svelte', text, pattern: /marked\(1\)/, fix })).toContain(
    "  import { marked } from 'marked';\n  import { clean } from 'clean';\n  const html = clean(marked(1));\n",
  );
});

describe('what the markup does with a value', () => {
  const script = '<script setup>\nconst id = route.params.id;\n</script>\n';
  const parsed = (text: string, path: string) =>
    mend({ path, text, pattern: /route\.params\.id/, fix: { strategy: 'wrap', template: 'Number(${VALUE})' } });

  test.each([
    ['a.vue', `<template><p v-if="id === 'new'" /></template>\n`],
    ['a.vue', '<template><p>{{ id.toUpperCase() }}</p></template>\n'],
    ['a.svelte', "{#if id === 'new'}<p />{/if}\n"],
    ['a.svelte', '<p>{id.toUpperCase()}</p>\n'],
  ])('counts as what the script does, in %s: %s', (path, markup) => {
    expect(parsed(script + markup, path)).toBe('<same-result>');
  });

  test.each([
    ['a.vue', '<template><p>{{ id }}</p><a :href="id" /></template>\n'],
    ['a.vue', '<template><p v-for="a in list.all" :class="{ b: other === \'new\' }" @click="go(a)" /></template>\n'],
    ['a.svelte', '{#each list.all as a}<p on:click={() => go(a)}>{id}</p>{/each}\n'],
  ])('to show it is nothing else, in %s: %s', (path, markup) => {
    expect(parsed(script + markup, path)).toBe((script + markup).replace('route.params.id', 'Number(route.params.id)'));
  });
});
