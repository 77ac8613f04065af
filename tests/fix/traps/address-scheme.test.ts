import { describe, expect, test } from 'vitest';
import { mend } from '../mend.js';

describe('http to https', () => {
  const find = /http:\/\//g;
  const run = (text: string) =>
    mend({ text, pattern: /["'`]http:\/\//, fix: { findReplace: { find, replace: 'https://' } }, path: 'a.tsx' });

  test.each([
    ['this machine', "a = 'http://localhost:3000';"],
    ['its number', "a = 'http://127.0.0.1/health';"],
    ['its number in the new way', "a = 'http://[::1]/';"],
    ['a name without a dot', "a = 'http://redis/';"],
    ['a service of a cluster', "a = 'http://orders.svc.cluster.local/';"],
    ['what answers for a container', "a = 'http://host.docker.internal/';"],
    ['a number of a network', "a = 'http://192.168.1.10/';"],
    ['metadata of a machine', "a = 'http://169.254.169.254/latest';"],
    ['a port', "a = 'http://shop.test:8080/a';"],
    ['the plain port', "a = 'http://shop.test:80/a';"],
    ['a port in an expression', 'a = `http://${host}:${port}/a`;'],
    ['a port that is put behind', "a = 'http://' + host + ':' + port;"],
    ['a namespace', "a = 'http://www.w3.org/2000/svg';"],
    ['the one of an element', 'a = <svg xmlns="http://vector.test" />;'],
    ['a schema', "a = { $schema: 'http://json-schema.org/draft-07/schema#' };"],
    ['what is compared', "if (url === 'http://shop.test') go();"],
    ['what begins it', "if (url.startsWith('http://')) go();"],
    ['what is replaced', "a = url.replace('http://', 'https://');"],
    ['a label', "switch (url) { case 'http://shop.test': go(); }"],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<address-elsewhere>');
  });

  test.each([
    ['an address', "a = 'http://api.shop.test/v1';"],
    ['a template', 'a = `http://${host}/a`;'],
    ['a sum', "a = 'http://' + host + '/a';"],
    ['an argument', "fetch('http://api.shop.test/v1:2');"],
    ['an attribute', 'a = <a href="http://shop.test">x</a>;'],
    ['the port of https', "a = 'http://shop.test:443/';"],
    ['a machine of the world', "a = 'http://8.8.8.8/';"],
  ])('%s is not', (_, text) => {
    expect(run(text)).toBe(text.replace('http:', 'https:'));
  });
});
