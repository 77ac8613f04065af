import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('an old text becomes the new one', () => {
  const run = (text: string) => replaced(text, /'old'/, "'new'", { path: 'a.ts' });

  test.each([
    ['what is replaced', "a.replace('old', 'new');"],
    ['what is compared', "b('old' === 'new');"],
    ['a text of a list', "const a = ['old', 'new'];"],
    ['what a choice asks', "const a = b === 'old' ? 1 : b === 'new' ? 2 : 3;"],
    ['what a branch asks', "if (b === 'old') c();\nelse if (b === 'new') d();"],
    ['a label', "switch (b) { case 'old': c(); break; case 'new': d(); }"],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<same-result>');
  });

  test.each([
    ['what is replaced by something else', "a.replace('old', 'older');"],
    ['what is handed to another method', "a.rename('old', 'new');"],
    ['a list of calls', "const a = [b('old'), b('new')];"],
    ['what another choice asks', "if (b === 'old') c();\nif (b === 'new') d();"],
    ['the branch of a choice', "if (b === 'new') c('old');\nelse if (b === 'other') d('new');"],
  ])('%s is not', (_, text) => {
    expect(run(text)).toBe(text.replace("'old'", "'new'"));
  });
});
