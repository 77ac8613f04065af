import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../src/model/mask-secrets.js';
import { codeFrame } from '../../../src/reporters/text/code-frame.js';
import { displayWidth } from '../../../src/reporters/text/display-width.js';
import { paletteOf } from '../../../src/reporters/text/palette.js';
import { violationsIn } from '../../support/check-report.js';
import { forbidden, makeRule } from '../../support/make-rule.js';

const hit = makeRule({}, forbidden(/HIT+/));

function frameOf(text: string, width = 80, rule = hit): readonly string[] {
  const violations = violationsIn('src/a.ts', text, rule);
  const [violation] = violations;
  if (!violation) throw new Error('the fixture must violate');
  return codeFrame(violation, maskSecrets(violations), paletteOf(false), width);
}

/** The columns the caret line underlines, cut out of the line above it by display width. */
function underlined(text: string, width?: number): string {
  const frame = frameOf(text, width);
  const caretLine = frame.find((line) => line.includes('^')) ?? '';
  const codeLine = frame.find((line) => line.startsWith(' >')) ?? '';
  const start = caretLine.indexOf('^');
  const end = caretLine.lastIndexOf('^') + 1;
  let column = 0;
  let found = '';
  for (const character of codeLine) {
    if (column >= start && column < end) found += character;
    column += displayWidth(character);
  }
  return found;
}

describe('codeFrame', () => {
  it.each([
    ['plain', 'a HIT b'],
    ['first column', 'HIT'],
    ['tabs', '\t\ta\tHIT'],
    ['wide characters', '你好世界 HIT 界'],
    ['emoji', '"🎉🎉" HIT'],
    ['a combining accent', 'e\u0301e\u0301 HIT'],
    ['control characters before it', 'a\u001b\u202e HIT'],
    ['a long line', `${'x'.repeat(3000)} HIT ${'y'.repeat(3000)}`],
    ['a long line of wide characters', `${'界'.repeat(900)} HIT ${'界'.repeat(900)}`],
    ['the end of a long line', `${'x'.repeat(300)} HIT`],
  ])('puts the caret under the match: %s', (_, text) => {
    expect(underlined(text)).toBe('HIT');
  });

  it.each([40, 80, 120])('stays within %i columns', (width) => {
    for (const text of [
      `${'x'.repeat(200)} HIT ${'y'.repeat(200)}`,
      `HIT ${'界'.repeat(200)}`,
      `a ${'HIT'.repeat(200)}`,
    ]) {
      for (const line of frameOf(text, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('marks where a cropped line goes on', () => {
    const [line] = frameOf(`${'x'.repeat(200)} HIT ${'y'.repeat(200)}`).filter((text) => text.startsWith(' >'));
    expect(line).toMatch(/\| …x+ HIT y+…$/);
  });

  it('aligns line numbers of unequal length', () => {
    const frame = frameOf(`${'\n'.repeat(8)}HIT\nafter\n`);
    expect(frame).toEqual(['    8 |', ' >  9 | HIT', '      | ^^^', '   10 | after']);
  });

  it('underlines the first line of a match that goes on', () => {
    const rule = makeRule({}, forbidden(/begin[\s\S]*?end/));
    expect(frameOf('x begin\n  end', 80, rule).at(1)).toBe('     |   ^^^^^ goes on to line 2');
  });

  it('shows neither a secret nor the lines around it', () => {
    const rule = makeRule({ title: 'No hardcoded secrets' }, forbidden(/api_key\s*=\s*"[^"]+"/));
    const frame = frameOf('// canary-line\nconst api_key = "canary-secret";\n', 80, rule);
    expect(frame).toEqual([' > 2 | const api_key = "cana…";', '     |       ^^^^^^^^^^^^^^^^^']);
  });
});
