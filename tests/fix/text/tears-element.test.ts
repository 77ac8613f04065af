import { expect, test } from 'vitest';
import { replaced } from '../mend.js';

test.each([
  ['a.vue', '<template><p>a</p></template>', '<p>', '<b>', '<edit-bounded>'],
  ['a.html', '<center class="a > b">a</center>', '<center ', '<div ', '<edit-bounded>'],
  ['a.html', '<i>a</i>', '</i>', '</em>', '<edit-bounded>'],
  ['a.html', '<center>a</center>', '<center>(.*?)</center>', '<div>$1</div>', '<div>a</div>'],
  ['a.html', '<img src="a">', '<img ', '<img loading="lazy" ', '<img loading="lazy" src="a">'],
  ['a.vue', '<OldIcon name="a" />', '<OldIcon ', '<NewIcon ', '<NewIcon name="a" />'],
  ['a.html', '<p>a<p>b', '<p>b', '<p class="c">b', '<p>a<p class="c">b'],
  ['a.html', '<b>a</p>', '<b>', '<p>', '<p>a</p>'],
  [
    'a.vue',
    '<script>\nconst a = ref<any>();\n</script>',
    'ref<any>',
    'ref<unknown>',
    '<script>\nconst a = ref<unknown>();\n</script>',
  ],
  ['a.txt', '<p>a</p>', '<p>', '<b>', '<b>a</p>'],
])('%s: %s', (path, text, find, replace, after) => {
  expect(replaced(text, find, replace, { path })).toBe(after);
});
