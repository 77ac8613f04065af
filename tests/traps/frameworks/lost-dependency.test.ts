import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string, path: string) =>
  mend({ text, pattern: /(?:console|logger)\.log\(/, fix: { strategy: 'remove' }, path });

test.each([
  ['const n = ref(0);\nwatchEffect(() => {\n  console.log(n.value);\n  save();\n});', 'a.ts'],
  ['const n = useN();\neffect(() => {\n  if (a) {\n    console.log(n);\n    b();\n  }\n});', 'a.ts'],
  ['<script>\n  let n = 0;\n  $: {\n    console.log(n);\n    save();\n  }\n</script>\n', 'a.svelte'],
  [
    '<script>\n  let n = $state(0);\n  $effect(() => {\n    console.log(n);\n    save();\n  });\n</script>\n',
    'a.svelte',
  ],
])('what is read makes it run anew: %s', (text, path) => {
  expect(run(text, path)).toBe('<same-result>');
});

test.each([
  ['const n = ref(0);\nwatchEffect(() => {\n  console.log(n.value);\n  save(n.value);\n});', 'a.ts'],
  ["const n = ref(0);\nwatchEffect(() => {\n  console.log('saved');\n  save(n.value);\n});", 'a.ts'],
  [
    "import { logger } from './l';\nconst n = ref(0);\nwatchEffect(() => {\n  logger.log('saved');\n  save(n.value);\n});",
    'a.ts',
  ],
  ['const n = ref(0);\nconst a = computed(() => {\n  console.log(n.value);\n  return 1;\n});', 'a.ts'],
  ['const n = ref(0);\nwatch(n, () => {\n  console.log(n.value);\n  save();\n});', 'a.ts'],
  ['const n = ref(0);\nuseEffect(() => {\n  console.log(n);\n  save();\n}, [n]);', 'a.ts'],
  ['<script>\n  let n = 0;\n  $: {\n    console.log(n);\n    save(n);\n  }\n</script>\n', 'a.svelte'],
])('else it may go: %s', (text, path) => {
  expect(run(text, path)).toBe(text.replace(/ *\w+\.log\(.*\);\n/, ''));
});
