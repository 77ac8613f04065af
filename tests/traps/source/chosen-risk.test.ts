import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

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
  ])('is mended in %s', (text) => {
    expect(run(text)).toBe(text.replace('false', 'true'));
  });
});
