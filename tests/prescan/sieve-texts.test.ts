import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLook } from '../../src/heal/look.js';
import type { Rule } from '../../src/model/contract.js';
import { sieveTexts } from '../../src/prescan/sieve-texts.js';
import { domains, forbidden, makeRule, required } from '../support/make-rule.js';

const RULES: readonly Rule[] = [
  makeRule({ id: 'A-1' }, forbidden(/\beval\s*\(/), forbidden(/(password|token)\s*=\s*'[^']+'/i)),
  makeRule({ id: 'A-2' }, forbidden(/[^\s]{3,}é/), forbidden(/\t/), forbidden(/\beval\s*\(/)),
  makeRule({ id: 'A-3' }, required(/use strict/), required(/authMiddleware/)),
  makeRule({ id: 'A-4' }, required(/copyright/i, { require: 'every' })),
  makeRule({ id: 'A-5' }, domains('forbid', ['evil.example'])),
  makeRule({ id: 'A-6' }, forbidden(/(?=never)/), forbidden(/debugger;?$/m), forbidden(/eval/, { match: 'code' })),
  makeRule({ id: 'A-7' }, forbidden(/^const ordinary/), forbidden(/(?<!.)eval/s), required(/^authMiddleware/)),
];

const SNIPPETS = ['eval (x)\n', "const Token = 'abc'\n", 'a\tb\n', 'café olé\n', "'use strict'\n", 'authMiddleware()\n']
  .concat(['// Copyright me\n', "fetch('https://evil.example/x')\n", 'debugger;\n', 'const ordinary = 1;\n', 'never\n'])
  .concat(['// eval\n', '🙂\n', '\ud83d\n']);

const LONG = 'x'.repeat(200_000);

function opened(rules: readonly Rule[]) {
  const speakersOf = sieveTexts(rules);
  speakersOf(LONG, rules);
  return speakersOf;
}

describe('texts at hand', () => {
  it('are looked at as if all rules were asked', () => {
    const speakersOf = opened(RULES);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 8 }),
        fc.subarray([...RULES], { minLength: 1 }),
        (snippets, rules) => {
          const text = snippets.join('');
          const all = makeLook('src/a.ts', rules)(text);
          expect(makeLook('src/a.ts', rules, undefined, speakersOf)(text)).toEqual(all);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('spare the rules that have nothing to say', () => {
    const speakers = opened(RULES)('debugger;\n', RULES);
    expect(speakers?.size).toBeLessThan(RULES.flatMap(({ checks }) => checks).length / 2);
  });

  it('have all asked until that has become dear, of rules nobody knew, and of half a character', () => {
    const speakersOf = sieveTexts(RULES);
    expect(speakersOf('debugger;', RULES)).toBeNull();
    expect(speakersOf(LONG, RULES)).not.toBeNull();
    expect(speakersOf('debugger;', RULES)).not.toBeNull();
    expect(speakersOf('debugger;', [makeRule({ id: 'B-1' }, forbidden(/debugger/))])).toBeNull();
    expect(speakersOf('debugger; \ud83d', RULES)).toBeNull();
  });
});
