import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('blanks at the ends', () => {
  test.each([
    ['login(name, body.password);', 'body\\.password', 'body.password.trim()'],
    ['login(name, newPassword);', 'newPassword', 'newPassword.trim()'],
    ['const s = z.object({ password: z.string().min(8) });', 'z\\.string\\(\\)', 'z.string().trim()'],
    ['login(name, passphrase);', 'passphrase', 'passphrase.toLowerCase()'],
  ])('are part of a password: %s', (text, find, replace) => {
    expect(replaced(text, find, replace)).toBe('<same-result>');
  });

  test.each([
    ['login(body.name, password);', 'body\\.name', 'body.name.trim()'],
    [
      'const s = z.object({ name: z.string(), password: z.string() });',
      'name: z\\.string\\(\\)',
      'name: z.string().trim()',
    ],
    ['login(name, password.trim());', 'name', 'name.trim()'],
  ])('are not part of any other text: %s', (text, find, replace) => {
    expect(replaced(text, find, replace)).toBe(text.replace(new RegExp(find), replace));
  });
});
