import { describe, expect, test } from 'vitest';
import { mend } from '../mend.js';

describe('http to https', () => {
  const run = (text: string) =>
    mend({
      path: 'src/file.tsx',
      text,
      pattern: /["'`](?:http|ws):\/\//,
      fix: { findReplace: { find: /(http|ws):\/\//g, replace: '$1s://' } },
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
    expect(run(text)).toBe('<same-arguments>');
  });
});
