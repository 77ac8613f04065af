import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string) => mend({ text, pattern: /'#f00'/, fix: { template: "'var(--red)'" }, path: 'a.tsx' });

test.each([["ctx.fillStyle = '#f00';"], ["const a = lighten('#f00', 0.2);"], ["gradient.addColorStop(0, '#f00');"]])(
  'variables are looked up by styles only: %s',
  (text) => {
    expect(run(text)).toBe('<same-result>');
  },
);

test.each([["el.style.color = '#f00';"], ["a = <p style={{ color: '#f00' }} />;"], ["const red = '#f00';"]])(
  'and there they are: %s',
  (text) => {
    expect(run(text)).toBe(text.replace('#f00', 'var(--red)'));
  },
);
