import { expect, it } from 'vitest';
import schema from '../../src/contract/contract-schema.json' with { type: 'json' };
import { standaloneValidator } from '../support/standalone-validator.js';

it('the validator is the one its schema makes', async () => {
  const code = standaloneValidator(schema, { validateContract: '#', validateRule: '#/definitions/rule' });
  await expect(code).toMatchFileSnapshot('../../src/contract/contract-validator.js');
  expect(code).not.toMatch(/\brequire\(|\bimport\b/);
});
