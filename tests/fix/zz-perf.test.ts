import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { mend } from '/work/main/tests/fix/mend.js';
import { parseSyntax } from '/work/main/src/syntax/parse-syntax.js';
test('perf', () => {
  const base = readFileSync('/work/main/node_modules/commander/lib/command.js', 'utf8');
  const text = base + '\nconst api_key = "abc12345";\nfunction zz(){ console.log(base2); el.innerHTML = name; return 1; }\n';
  const time = (label: string, f: () => void) => { f(); const t = performance.now(); for (let i = 0; i < 10; i++) f(); console.log(label, ((performance.now() - t) / 10).toFixed(1)); };
  let n = 0;
  time('parse', () => { parseSyntax('x.js', text + ' '.repeat(++n)); });
  const run = (label: string, pattern: RegExp, fix: any) => time(label, () => { const r = mend({ path: 'src/x.js', text: text + ' '.repeat(++n), pattern, fix }); if (r.startsWith('<')) console.log(r); });
  run('replace', /api_key = "abc12345"/, { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' });
  run('inner', /el\.innerHTML =/, { template: 'el.textContent =' });
  run('remove', /console\.log\(base2/, { strategy: 'remove' });
});
