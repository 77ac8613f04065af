import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

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
  ['this.res.status(201).send(JSON.stringify(stats));', 'this.res.status(201).json(stats);'],
  ['res.send(JSON.stringify(stats, null));', '<same-result>'],
  ['ws.send(JSON.stringify(stats));', '<same-result>'],
  ["request.post('/a').send(JSON.stringify(stats));", '<same-result>'],
  ["import Fastify from 'fastify';\nres.send(JSON.stringify(stats));", '<same-result>'],
  ["import JSON from 'json5';\nres.send(JSON.stringify(stats));", '<same-result>'],
  ["app.set('json replacer', f);\nres.send(JSON.stringify(stats));", '<same-result>'],
  ['class Reply { json(x) { this.res.send(JSON.stringify(stats)); } }', '<name-shadowed>'],
])('a text that is written here: %s', (text, after) => {
  expect(replaced(text, 'send\\(JSON\\.stringify\\((\\w+)(?:, null)?\\)\\)', 'json($1)')).toBe(after);
});

test('and back', () => {
  expect(replaced("res.json('a');", '\\.json\\(', '.send(')).toBe('<same-result>');
});
