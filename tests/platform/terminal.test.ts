import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openTerminal } from '../../src/platform/terminal.js';

class FakeStream extends Writable {
  readonly written: string[] = [];
  failure: Error | null = null;
  constructor(
    readonly isTTY: boolean,
    readonly columns?: number,
  ) {
    super({ decodeStrings: false });
  }
  override _write(chunk: string, _: string, done: (error: Error | null) => void): void {
    if (!this.failure) this.written.push(chunk);
    done(this.failure);
  }
}

const open = (env: Record<string, string>, stdout = new FakeStream(true), stderr = new FakeStream(true)) =>
  openTerminal({ stdout, stderr }, env);

describe('openTerminal', () => {
  it('keeps data and notes apart', () => {
    const stdout = new FakeStream(false);
    const stderr = new FakeStream(false);
    const terminal = open({}, stdout, stderr);
    terminal.out('data\n');
    terminal.err('note\n');
    expect([stdout.written, stderr.written]).toEqual([['data\n'], ['note\n']]);
  });

  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['an empty FORCE_COLOR', { FORCE_COLOR: '' }, false, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
    ['FORCE_COLOR against NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('colours for %s', (_, env: Record<string, string>, isTTY, color) => {
    expect(open(env, new FakeStream(isTTY)).color).toBe(color);
  });

  it('judges the two streams apart', () => {
    const terminal = open({}, new FakeStream(false), new FakeStream(true));
    expect([terminal.color, terminal.errColor, terminal.isTTY]).toEqual([false, true, false]);
  });

  it.each([
    [{}, 120, 120],
    [{}, undefined, 80],
    [{ COLUMNS: '100' }, undefined, 100],
    [{ COLUMNS: 'wide' }, undefined, 80],
    [{ COLUMNS: '-3' }, undefined, 80],
  ])('lays out for %j and %s columns', (env: Record<string, string>, columns, expected) => {
    expect(open(env, new FakeStream(true, columns)).columns).toBe(expected);
  });

  it('drops what nobody reads any more, in silence', async () => {
    const stdout = new FakeStream(false);
    const terminal = open({}, stdout);
    stdout.failure = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    terminal.out('a');
    await new Promise(setImmediate);
    terminal.out('b');
    expect(stdout.written).toEqual([]);
  });
});
