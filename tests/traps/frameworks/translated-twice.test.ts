import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const importLine = "import { t } from 'i18next';";
const run = (text: string) =>
  mend({
    text,
    pattern: />([A-Z]\w+)</,
    fix: { template: '>{t("${1}")}<', importLine, target: { kind: 'match' } },
    path: 'a.tsx',
  });

test('what is translated is not translated again', () => {
  expect(run('const A = () => <Trans>Save</Trans>;')).toBe('<already-wrapped>');
  expect(run('const A = () => <b>Save</b>;')).toBe(`${importLine}\n\nconst A = () => <b>{t("Save")}</b>;`);
});
