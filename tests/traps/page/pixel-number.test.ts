import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /"(-?\d+)px"/, '$1', { pattern: /"-?\d+px"/, path: 'a.tsx' });

test.each([
  ['a multiple', 'a = <p style={{ lineHeight: "20px" }} />;'],
  ['a property of its own', 'a = <p style={{ "--gap": "8px" }} />;'],
  ['a theme, which counts in steps', 'a = <Box sx={{ padding: "8px" }} />;'],
  ['an option of something', 'open({ width: "640px" });'],
  ['the style of the page', 'el.style.width = "8px";'],
])('%s takes no number for pixels', (_, text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  ['a length', 'a = <p style={{ padding: "8px" }} />;', 'a = <p style={{ padding: 8 }} />;'],
  ['a branch', 'a = <p style={{ top: b ? "8px" : c }} />;', 'a = <p style={{ top: b ? 8 : c }} />;'],
])('the style of an element does: %s', (_, text, mended) => {
  expect(run(text)).toBe(mended);
});
