import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (element: string) =>
  mend({
    text: `import DOMPurify from 'dompurify';\nexport const A = ({ a }) => <${element} dangerouslySetInnerHTML={{ __html: a }} />;`,
    pattern: /__html:/,
    fix: { strategy: 'wrap', target: { kind: 'value' }, template: 'DOMPurify.sanitize(${VALUE})' },
    path: 'a.tsx',
  });

test('a script or style is not cleaned as markup', () => {
  expect(run('style')).toBe('<same-arguments>');
  expect(run('script type="application/ld+json"')).toBe('<same-arguments>');
  expect(run('div')).toContain('DOMPurify.sanitize(a)');
});

test('nor is the text of one that is made here', () => {
  const set = (made: string) =>
    mend({
      text: `import DOMPurify from 'dompurify';\nconst a = ${made};\na.innerHTML = text;\n`,
      pattern: /\.innerHTML =/,
      fix: { strategy: 'wrap', target: { kind: 'value' }, template: 'DOMPurify.sanitize(${VALUE})' },
    });
  expect(set("document.createElement('style')")).toBe('<same-arguments>');
  expect(set("document.createElement('div')")).toContain('a.innerHTML = DOMPurify.sanitize(text);');
});
