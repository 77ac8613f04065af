import { describe, expect, it } from 'vitest';
import { resumed, selectionOf } from '../../../src/commands/heal/selection.js';

const plain = { rule: [], contract: [] };
const asked = { rule: ['A-1'], contract: ['a'], maxIterations: 2, minConfidence: 55, includeBaseline: true } as const;

describe('a resumed heal', () => {
  const selection = selectionOf(['src/a', 'b.ts'], asked, []);

  it('is asked what the interrupted one was', () => {
    expect(resumed(selection, '/p', [], plain)).toEqual({ paths: ['/p/src/a', '/p/b.ts'], options: asked });
  });

  it('is asked what is said anew instead, and as boldly as before', () => {
    expect(resumed(selection, '/p', ['/p/c.ts'], plain)).toEqual({
      paths: ['/p/c.ts'],
      options: { ...asked, rule: [], contract: [] },
    });
    expect(resumed(selection, '/p', [], { ...plain, rule: ['B-1'], maxIterations: 9 })).toEqual({
      paths: [],
      options: { ...asked, rule: ['B-1'], contract: [], maxIterations: 9 },
    });
    expect(resumed(selection, '/p', [], { ...plain, from: 'x.log' }).paths).toEqual([]);
  });

  it('says nothing of how where nothing was said', () => {
    expect(resumed(selectionOf([], plain, []), '/p', [], plain)).toEqual({ paths: [], options: plain });
  });
});
