import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /title=\{'([^']*)'\}/, 'title="$1"', { path: 'src/a.tsx' });

test.each([
  "const a = <b title={'c\\/d'} />;",
  "const a = <b title={'c &amp; d'} />;",
  "const a = <b title={'\\n'} />;",
])('a string that an attribute says otherwise: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each(["const a = <b title={'c & d'} />;", "const a = <b title={''} />;"])(
  'one that it says as well: %s',
  (text) => {
    expect(run(text)).toBe(text.replace(/\{'(.*)'\}/, '"$1"'));
  },
);
