import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, 'sendfile', 'sendFile');

test.each([
  ["res.sendfile('public/index.html')"],
  ['res.sendfile(file)'],
  ["res.sendfile(path.join('public', name))"],
  ['res.sendfile(`${folder}/a.html`)'],
])('a path that may not be absolute: %s', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each([
  ["res.sendfile(path.join(__dirname, 'a.html'))"],
  ["res.sendfile(__dirname + '/a.html')"],
  ['res.sendfile(`${__dirname}/a.html`)'],
  ["res.sendfile(path.resolve('a.html'))"],
  ["res.sendfile('/srv/a.html')"],
  ["res.sendfile('a.html', { root: folder })"],
  ["const page = path.join(process.cwd(), 'a.html');\nres.sendfile(page);"],
])('one that is, or has a root: %s', (text) => {
  expect(run(text)).toBe(text.replace('sendfile', 'sendFile'));
});
