import { describe, expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

describe('what an option asks for by its name', () => {
  const run = (text: string) => replaced(text, /rejectUnauthorized(:| =) false/, 'rejectUnauthorized$1 true');

  test.each([
    'if (options.insecure) agent = new Agent({ rejectUnauthorized: false });',
    'if (argv.skipVerify) { tls.rejectUnauthorized = false; }',
    'const tls = allowSelfSigned ? { rejectUnauthorized: false } : {};',
    'const tls = env.NO_VERIFY && { rejectUnauthorized: false };',
    "if (flags['ignore_certs']) tls.rejectUnauthorized = false;",
  ])('stays in %s', (text) => {
    expect(run(text)).toBe('<no-purpose-said>');
  });

  test.each([
    'if (options.secure) agent = new Agent({ rejectUnauthorized: false });',
    'if (isReady) { tls.rejectUnauthorized = false; }',
    'if (noAuthor) tls.rejectUnauthorized = false;',
    'if (insecure(f({ rejectUnauthorized: false }))) go();',
    'if (!options.insecure) agent = new Agent({ rejectUnauthorized: false });',
    'if (options.insecure) go(); else agent = new Agent({ rejectUnauthorized: false });',
  ])('is mended in %s', (text) => {
    expect(run(text)).toBe(text.replace('false', 'true'));
  });

  test.each([
    ['if (isUnsafe(path)) { log(path); throw a; }', /\blog\(/, 'log(0, '],
    ['if (trustAll) { n = b == null; }', /b == null/, 'b === null || b === undefined'],
  ])('has nothing to do with what is said or asked beside it: %s', (text, find, replace) => {
    expect(replaced(text, find, replace)).toBe(text.replace(find, replace));
  });

  test.each([
    ['if (options.insecure) { go(); tls.rejectUnauthorized = false; }', /tls\.rejectUnauthorized/, '<no-purpose-said>'],
    ["if (options.insecure) { go(); console.log('insecure'); }", /console\.log\(/, 'if (options.insecure) { go(); }'],
  ])('is not taken out: %s', (text, pattern, mended) => {
    expect(mend({ text, pattern, fix: { strategy: 'remove' } })).toBe(mended);
  });
});
