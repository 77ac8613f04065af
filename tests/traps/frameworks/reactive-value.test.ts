import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const vue = "import { reactive, ref, shallowRef, watchEffect, watchPostEffect } from 'vue';\n";

test.each([
  ['const a = reactive({ b: 1 });', /reactive\((?=\{)/, 'ref('],
  ['const a = ref({ b: 1 });', /ref\((?=\{)/, 'reactive('],
  ['watchEffect(() => f());', /watchEffect(?=\()/, 'watchPostEffect'],
])('what is read or run otherwise: %s', (text, find, replace) => {
  expect(replaced(vue + text, find, replace)).toBe('<same-result>');
});

test('to TypeScript nothing may be read of what is unknown', () => {
  expect(replaced(`${vue}const a = ref();`, /ref\(\)/, 'ref<unknown>()')).toBe('<same-operand-types>');
});

test.each([
  ['const a = ref(1);', /ref\(1/, 'shallowRef(1'],
  ['const a = ref(1);', /ref\(1/, 'ref<number>(1'],
])('one ref may take the place of another: %s', (text, find, replace) => {
  expect(replaced(vue + text, find, replace)).toBe(vue + text.replace(find, replace));
});
