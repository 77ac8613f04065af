import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { loadPacks, rulesOf } from './load-pack.js';

const LENGTH = 20_000;

/** Beginnings of what the patterns look for, repeated without ever coming to an end. */
const SEEDS = [
  'a',
  '-',
  ' ',
  '\n',
  '"',
  "'",
  '`',
  '{',
  '{{',
  '(',
  '=',
  '/*',
  '// ',
  '#',
  '!',
  ':',
  '<',
  '${',
  'password',
  'password:',
  'password: string | a | b ',
  'token="1',
  'user_id: "1',
  'secret=',
  'secret: Math ',
  '<img ',
  '<img a="b" ',
  '<img a={',
  '<button>',
  '<button a={b} ',
  '<button><TrashIcon ',
  '<button><svg><path> ',
  '<label><input ',
  '<label> text ',
  '<div a ',
  '<div onClick= a ',
  '<a target="_blank" ',
  '<html a ',
  '`SELECT a ',
  '`UPDATE a ',
  'query(`select a from b $',
  '"SELECT a" + ',
  '" WHERE a = ',
  'exec(`a ',
  'exec("a" ',
  'readFile( req',
  'readFile(',
  'eval((',
  'eval(a, ',
  '.innerHTML = ',
  '.innerHTML = a.',
  '.innerHTML = "a"\n',
  'dangerouslySetInnerHTML={{ __html:',
  'process.env.A',
  'process.env.SECRET ',
  'a://a:',
  'https://a.',
  'https://a-',
  'eyJaaaaaaaaaaa.',
  '-----BEGIN AAA ',
  'sk-',
  '0-',
  'catch ( ',
  '.catch( ',
  'expect( a',
  'it("a", ',
  'test.only',
  'test.concurrent.',
  'new Promise( a ',
  '// placeholder ',
  '// TODO ',
  '// will be ',
  'import a, ',
  'import {\n',
  'from "../',
  'require("../a/',
  '"use client"\nimport a ',
  'import "server-only" ',
  'debugger\t',
  'console . ',
  'x: any',
];

const texts = SEEDS.map((seed) => seed.repeat(Math.ceil(LENGTH / seed.length)).slice(0, LENGTH));
const rules = [...rulesOf(loadPacks('templates/contracts')), ...rulesOf(loadPacks('contracts'))];

/** Looks for every match in every text; throws when that takes longer than any sane pattern needs. */
function searchAll(regex: RegExp, haystacks: readonly string[], timeout: number): void {
  const script =
    'for (const text of haystacks) for (const found of text.matchAll(new RegExp(source, flags))) found.index';
  runInNewContext(script, { haystacks, source: regex.source, flags: regex.flags }, { timeout });
}

describe.each(rules)('$contractId $id', (rule) => {
  it('comes to an end on hostile text', () => {
    for (const check of rule.checks) {
      if (check.kind !== 'domain') searchAll(check.pattern.regex, texts, 10_000);
    }
  }, 60_000);
});

it('would not come to an end with a pattern that backtracks beyond reason', () => {
  expect(() => searchAll(/(a+)+$/g, [`${'a'.repeat(60)}!`], 50)).toThrow('timed out');
});
