import { expect, it } from 'vitest';
import { LaidTexts } from '../../../src/semantics/types/laid-texts.js';

function textsOver(disk: Record<string, string>) {
  const reads: string[] = [];
  const texts = new LaidTexts((name) => {
    reads.push(name);
    return disk[name];
  });
  return { texts, reads };
}

it('reads what is on disk once', () => {
  const { texts, reads } = textsOver({ a: 'one' });
  texts.lay('a', 'two');
  expect([texts.textOf('a'), texts.textOf('a')]).toEqual(['two', 'two']);
  texts.lay('a', 'one');
  expect(texts.textOf('a')).toBe('one');
  expect(reads).toEqual(['a']);
});

it('gives a text that comes back the version it had', () => {
  const { texts } = textsOver({ a: 'one' });
  const versions = ['one', 'two', 'three', 'two', 'one', 'three'].map((text) => {
    texts.lay('a', text);
    return texts.versionOf('a');
  });
  expect(versions).toEqual([0, 1, 2, 1, 0, 2]);
});

it('has nothing laid over a file that is given the text it has', () => {
  const { texts } = textsOver({ a: 'one' });
  texts.lay('a', 'one');
  expect([texts.isLaid('a'), texts.versionOf('a')]).toEqual([false, 0]);
});

it('asks again for a file that was not there, and takes a laid text for one', () => {
  const disk: Record<string, string> = {};
  const { texts } = textsOver(disk);
  expect(texts.textOf('a')).toBeUndefined();
  disk.a = 'one';
  expect(texts.textOf('a')).toBe('one');
  texts.lay('b', 'two');
  expect([texts.isLaid('b'), texts.textOf('b'), texts.versionOf('b')]).toEqual([true, 'two', 1]);
});
