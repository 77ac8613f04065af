import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /\.status\((\d+)\)\.\w+\(.*?\)/, '.sendStatus($1)');

test.each(["res.status(401).send('Log in');", 'res.status(400).json(error);'])('«%s» says more', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test('a status alone is one', () => {
  expect(run('res.status(204).end();')).toBe('res.sendStatus(204);');
});
