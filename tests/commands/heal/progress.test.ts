import { describe, expect, it } from 'vitest';
import { openProgress } from '../../../src/commands/heal/progress.js';

function shownBy(isErrTTY: boolean, tells: readonly (readonly [atMs: number, done: number])[]): string {
  let shown = '';
  let now = 1000;
  const err = (text: string): void => {
    shown += text;
  };
  const terminal = { out: () => {}, err, columns: 80, color: false, errColor: false, isTTY: true, isErrTTY };
  const progress = openProgress('Healing', { terminal, clock: { today: () => '2026-01-01', now: () => now } });
  for (const [atMs, done] of tells) {
    now = 1000 + atMs;
    progress.tell(done, 9);
  }
  progress.clear();
  return shown;
}

describe('progress', () => {
  it('is one line that goes again', () => {
    expect(
      shownBy(true, [
        [0, 0],
        [800, 3],
        [900, 4],
      ]),
    ).toBe('\r\x1b[KHealing: 3 of 9 files done\r\x1b[KHealing: 4 of 9 files done\r\x1b[K');
  });

  it('is not shown of what is soon done, nor where nobody reads', () => {
    expect(
      shownBy(true, [
        [0, 0],
        [600, 8],
      ]),
    ).toBe('');
    expect(shownBy(false, [[5000, 1]])).toBe('');
  });
});
