import { describe, expect, it } from 'vitest';
import { judgeText } from './mutations/judge-text.js';
import { KINDS } from './mutations/kinds.js';
import { makeMutant } from './mutations/make-mutant.js';
import { makePen } from './mutations/pen.js';

const SOURCE = {
  path: 'src/pack/shop.ts',
  isModule: true,
  isTypeScript: true,
  text: `import { cart } from './cart.js';
import { join } from 'node:path';

export function total(items: string[]) {
  if (typeof items === 'string') throw new Error('no list');
  const paths = items.map((item) => join(item.slice(2), cart));
  return paths.length;
}

export function empty() {
  cart.clear();
  return [];
}
`,
};

describe.each(KINDS)('a mutant of "$name"', (kind) => {
  const mutants = Array.from({ length: 8 }, (_, seed) => makeMutant(kind, SOURCE, makePen(seed)));

  it('is the same for the same seed', () => {
    const again = mutants.map((_, seed) => makeMutant(kind, SOURCE, makePen(seed)));
    expect(again).toEqual(mutants);
    expect(mutants.some((mutant) => mutant !== null)).toBe(true);
  });

  it('differs from its clean text, and both hold the look-alike', () => {
    for (const mutant of mutants) {
      if (!mutant) continue;
      expect(mutant.spoilt).not.toBe(mutant.clean);
      expect(mutant.clean).toContain(mutant.decoy.split('\n')[0]);
      expect(mutant.spoilt).toContain(mutant.decoy.split('\n')[0]);
    }
  });
});

describe('the verdict on a text', () => {
  const mutant = {
    path: 'src/a.ts',
    clean: '// was f("x")\ng("x");\n',
    spoilt: '// was f("x")\nf("x");\n',
    decoy: '// was f("x")',
  };

  it.each([
    { text: mutant.clean, kind: 'byte-for-byte', decoyTouched: false },
    { text: '// was f("x")\ng( "x" )\n', kind: 'equivalent', decoyTouched: false },
    { text: mutant.spoilt, kind: 'escalated', decoyTouched: false },
    { text: '// was f("x")\ng("y");\n', kind: 'wrong', decoyTouched: false },
    { text: '// was g("x")\ng("x");\n', kind: 'equivalent', decoyTouched: true },
    { text: '// was f("x")\ng("x"\n', kind: 'wrong', decoyTouched: false },
  ])('$kind, look-alike touched: $decoyTouched', ({ text, kind, decoyTouched }) => {
    expect(judgeText(mutant, text, '')).toMatchObject({ kind, decoyTouched });
  });
});
