import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('http to https', () => {
  const find = /(http|ws):\/\//g;
  const run = (text: string) => replaced(text, find, '$1s://', { pattern: /["'`](?:http|ws):\/\//, path: 'a.tsx' });

  test.each([
    ['this machine', "a = 'http://localhost:3000';"],
    ['its number', "a = 'http://127.0.0.1/health';"],
    ['its number in the new way', "a = 'http://[::1]/';"],
    ['a name without a dot', "a = 'http://redis/';"],
    ['a service of a cluster', "a = 'http://orders.svc.cluster.local/';"],
    ['what answers for a container', "a = 'http://host.docker.internal/';"],
    ['a number of the world', "a = 'http://8.8.8.8/';"],
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
    ['an agent of http', "import http from 'http'; fetch('http://shop.test', { agent: new http.Agent() });"],
    [
      'one by name',
      "import { Agent } from 'node:http'; const agent = new Agent(); got('http://shop.test', { agent });",
    ],
    ['one of a proxy', "const options = { agent: new HttpProxyAgent(p) }; fetch('http://shop.test', options);"],
    ['the host that a request names', "a = 'http://' + req.get('host');"],
    ['the same in a template', 'a = `http://${request.headers.host}/a`;'],
    ['a machine by its number', 'a = `http://${remoteAddress}/`;'],
    ['a scheme for what has none', "if (!url.includes(':')) url = 'http://' + url;"],
    ['a scheme for another', "a = url.replace('tcp://', 'http://');"],
    ['what is let through', "export const redirectAllowlist = new Set(['http://shop.test/a']);"],
    ['any machine', "a = ['http://*'];"],
    ['a label', "switch (url) { case 'http://shop.test': go(); }"],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<address-elsewhere>');
  });

  test.each([
    ['an address', "a = 'http://api.shop.test/v1';"],
    ['a template', 'a = `http://${host}/a`;'],
    ['a sum', "a = 'http://' + host + '/a';"],
    ['a host that is known', 'a = `http://${config.host}/a`;'],
    ['an argument', "fetch('http://api.shop.test/v1:2');"],
    ['an agent of https', "import https from 'https'; fetch('http://shop.test', { agent: new https.Agent() });"],
    ['an attribute', 'a = <a href="http://shop.test">x</a>;'],
    ['the port of https', "a = 'http://shop.test:443/';"],
  ])('%s is not', (_, text) => {
    expect(run(text)).toBe(text.replace('http:', 'https:'));
  });

  test.each([
    ["x = 'http://shop.com';", "x = 'https://shop.com';"],
    ["get('http://api.shop.com/v1/items?id=1');", "get('https://api.shop.com/v1/items?id=1');"],
    ['x = `http://api.shop.com/items/${id}`;', 'x = `https://api.shop.com/items/${id}`;'],
    ["x = 'ws://chat.shop.com/socket';", "x = 'wss://chat.shop.com/socket';"],
    ['x = <a href="http://shop.com/faq#returns">?</a>;', 'x = <a href="https://shop.com/faq#returns">?</a>;'],
    ['x = `http://${host}/`;', 'x = `https://${host}/`;'],
    ['x = `http://api.${domain}/`;', 'x = `https://api.${domain}/`;'],
    ["x = 'http://' + host;", "x = 'https://' + host;"],
    ["x = 'http://www.w3.org/';", "x = 'https://www.w3.org/';"],
    ["const schema = { url: 'http://shop.com' };", "const schema = { url: 'https://shop.com' };"],
    ["const schemaUrl = 'x', y = 'http://shop.com';", "const schemaUrl = 'x', y = 'https://shop.com';"],
  ])('%s', (text, after) => {
    expect(run(text)).toBe(after);
  });

  test.each([
    ["x = 'http://localhost';"],
    ["x = 'http://localhost:3000/api';"],
    ["x = 'http://app.localhost';"],
    ["x = 'http://127.0.0.1/';"],
    ["x = 'http://10.0.0.3/';"],
    ["x = 'http://192.168.0.10:3000';"],
    ["x = 'http://[::1]/';"],
    ["x = 'http://redis/';"],
    ["x = 'http://printer.local/';"],
    ["x = 'http://api.default.svc.cluster.local/';"],
    ["x = 'http://shop.com:8080/';"],
    ['x = `http://shop.com:${port}/`;'],
    ["x = 'ws://localhost:8080';"],
    ['x = <svg xmlns="http://www.w3.org/2000/svg" />;'],
    ['x = <svg xmlns="http://shop.com/own" />;'],
    ["const SVG_NS = 'http://www.w3.org/2000/svg';"],
    ["const svgNS = 'http://shop.com/own';"],
    ["document.createElementNS('http://shop.com/own', 'a');"],
    ["node.setAttribute('xmlns', 'http://shop.com/own');"],
    ["x = { $schema: 'http://shop.com/own' };"],
    ["x = { '@context': 'http://shop.com/own' };"],
    ["x = 'http://json-schema.org/draft-07/schema#';"],
    ["x = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name';"],
    ["x = 'http://ns.adobe.com/xap/1.0/';"],
  ])('%s is left alone', (text) => {
    expect(run(text)).toBe('<address-elsewhere>');
  });
});
