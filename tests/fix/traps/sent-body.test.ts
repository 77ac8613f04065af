import { expect, test } from 'vitest';
import { replaced } from '../mend.js';

test.each([
  ["res.send('<h1>a</h1>');", '<same-result>'],
  ['res.send(body);', '<same-result>'],
  ['res.send();', '<same-result>'],
  ['const body: string = page();\nres.send(body);', '<same-result>'],
  ['res.send({ a: 1 });', 'res.json({ a: 1 });'],
  ['res.send([1]);', 'res.json([1]);'],
  ['const body = { a: 1 };\nres.send(body);', 'const body = { a: 1 };\nres.json(body);'],
])('%s', (text, after) => {
  expect(replaced(text, '\\.send\\(', '.json(')).toBe(after);
});

test.each([
  ['res.send(JSON.stringify(stats));', 'res.json(stats);'],
  ['res.send(JSON.stringify(stats, null));', '<same-result>'],
])('a text that is written here: %s', (text, after) => {
  expect(replaced(text, 'send\\(JSON\\.stringify\\((\\w+)(?:, null)?\\)\\)', 'json($1)')).toBe(after);
});

test('and back', () => {
  expect(replaced("res.json('a');", '\\.json\\(', '.send(')).toBe('<same-result>');
});
