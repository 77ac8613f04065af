import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { claude } from '../../src/integrations/claude.js';
import { proveHook } from '../../src/integrations/prove-hook.js';
import { makeFolder } from '../support/make-folder.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('proveHook', () => {
  it('says that the program is not installed, where npx has more to say of its registry', async () => {
    const root = makeFolder({ 'bin/npx': '#!/bin/sh\necho "npm error A complete log is in: /x" >&2\nexit 1\n' });
    chmodSync(join(root, 'bin/npx'), 0o755);
    vi.stubEnv('PATH', `${join(root, 'bin')}:${process.env.PATH}`);
    const proof = await proveHook(claude, 'edit', 'npx --no-install specflow hook claude', root);
    expect(proof).toMatchObject({ kind: 'fails', reason: expect.stringContaining('npm install --save-dev specflow') });
  });
});
