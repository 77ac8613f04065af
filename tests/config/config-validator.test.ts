import { expect, it } from 'vitest';
import schema from '../../src/config/config-schema.json' with { type: 'json' };
import { standaloneValidator } from '../support/standalone-validator.js';

it('the validator is the one its schema makes', async () => {
  const code = standaloneValidator(schema, { validateConfig: '#' });
  await expect(code).toMatchFileSnapshot('../../src/config/config-validator.js');
  expect(code).not.toMatch(/\brequire\(|\bimport\b/);
});
