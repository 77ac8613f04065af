import { describe, expect, it } from 'vitest';
import { askOutside } from '../../../src/engine/inspection/ask-outside.js';
import type { Bounded } from '../../../src/model/bounded.js';

/**
 * Notes each call: how it was asked, and of what.
 * @param lexical what is known of a path without parsing; nothing when left out
 */
function open(
  timesOut: (calls: number) => boolean = () => false,
  lexical?: Readonly<Record<string, 'code' | 'quiet' | null>>,
) {
  const heard: string[] = [];
  let inside = false;
  let calls = 0;
  const bounded: Bounded = (work) => {
    inside = true;
    try {
      const value = work();
      return timesOut(calls++) ? { kind: 'timeout' } : { kind: 'done', value };
    } finally {
      inside = false;
    }
  };
  const judge = (path: string, text: string, offset: number): boolean => {
    heard.push(`${inside ? 'inside' : 'outside'} ${path} ${offset}`);
    return offset < text.length;
  };
  const lexicalPlace = (path: string): 'code' | 'quiet' | null => lexical?.[path] ?? null;
  const asked = askOutside(lexical ? Object.assign(judge, { lexicalPlace }) : judge, bounded);
  return { ...asked, heard };
}

describe('askOutside', () => {
  it('has the first question about a text answered outside, and then all in the limit', () => {
    const { isCode, bounded, heard } = open();
    const answer = bounded(() => [isCode('a', 'xy', 0), isCode('a', 'xy', 1), isCode('a', 'xy', 2)], 10);
    expect(answer).toEqual({ kind: 'done', value: [true, true, false] });
    expect(heard).toEqual(['outside a 2', 'inside a 0', 'inside a 1', 'inside a 2']);
    heard.length = 0;
    bounded(() => isCode('a', 'xy', 1), 10);
    expect(heard).toEqual(['inside a 1']);
  });

  it('knows texts apart by content and by path', () => {
    const { isCode, bounded, heard } = open();
    bounded(() => [isCode('a', 'x', 0), isCode('b', 'x', 0), isCode('a', 'y', 0)], 10);
    expect(heard.filter((each) => each.startsWith('outside'))).toEqual(['outside a 1', 'outside b 1', 'outside a 1']);
  });

  it('comes to an end with more texts than it remembers', () => {
    const { isCode, bounded } = open();
    const names = Array.from({ length: 200 }, (_, n) => `f${n}`);
    expect(bounded(() => names.every((name) => isCode(name, 'x', 0)), 10)).toEqual({ kind: 'done', value: true });
  });

  it('asks nothing outside that is known without parsing, and no more than it needs', () => {
    const { isCode, bounded, heard } = open(undefined, { a: 'code', b: 'quiet', c: null });
    bounded(() => [isCode('a', 'xy', 0), isCode('b', 'xy', 1), isCode('c', 'xy', 0)], 10);
    expect(heard).toEqual(['outside b 1', 'inside b 1', 'outside c 2', 'inside b 1', 'inside c 0']);
  });

  it('asks for places where it was only known whether a text parses', () => {
    const places: Record<string, 'quiet' | null> = { a: 'quiet' };
    const { isCode, bounded, heard } = open(undefined, places);
    bounded(() => isCode('a', 'xy', 1), 10);
    places.a = null;
    bounded(() => isCode('a', 'xy', 0), 10);
    expect(heard).toEqual(['outside a 1', 'inside a 1', 'outside a 2', 'inside a 0']);
  });

  it('says when time is out, lets mistakes through, and asks at once where there is no limit', () => {
    const { isCode, bounded, heard } = open((calls) => calls === 0);
    expect(bounded(() => 1, 10)).toEqual({ kind: 'timeout' });
    expect(() =>
      bounded(() => {
        throw new TypeError('ours');
      }, 10),
    ).toThrow(TypeError);
    isCode('c', 'x', 0);
    expect(heard).toEqual(['outside c 0']);
  });
});
