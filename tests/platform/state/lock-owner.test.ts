import { describe, expect, it } from 'vitest';
import { thisProcess } from '../../../src/platform/processes/process-identity.js';
import { parseOwner, printOwner } from '../../../src/platform/state/lock-owner.js';

const TOKEN = '0123456789abcdef'.repeat(2);
const me = thisProcess();
const fields = { token: TOKEN, purpose: 'specflow heal', pid: 1, host: 'h', start: '2', boot: '3', space: '4' };

describe('a lock file', () => {
  it('says the same after printing and reading', () => {
    const owner = { token: TOKEN, purpose: 'specflow "heal"\n', process: me };
    expect(parseOwner(printOwner(owner))).toEqual(owner);
    const bare = { ...owner, process: { ...me, start: null, boot: null, space: null } };
    expect(parseOwner(printOwner(bare))).toEqual(bare);
  });

  it('names its holder where it tells no more than number and machine', () => {
    expect(parseOwner(JSON.stringify({ token: TOKEN, pid: 1, host: 'h', start: 7, boot: null }))).toEqual({
      token: TOKEN,
      purpose: 'specflow',
      process: { pid: 1, host: 'h', start: null, boot: null, space: null },
    });
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['half an object', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no token', JSON.stringify({ ...fields, token: undefined })],
    ['a token that is a path', JSON.stringify({ ...fields, token: '../../x' })],
    ['a token with something in front', JSON.stringify({ ...fields, token: `/${TOKEN}` })],
    ['a token with something behind', JSON.stringify({ ...fields, token: `${TOKEN}/..` })],
    ['a list in place of the token', JSON.stringify({ ...fields, token: [TOKEN] })],
    ['no number', JSON.stringify({ ...fields, pid: undefined })],
    ['a number as text', JSON.stringify({ ...fields, pid: '1' })],
    ['the number of a group of processes', JSON.stringify({ ...fields, pid: 0 })],
    ['the number of another group', JSON.stringify({ ...fields, pid: -1 })],
    ['a number no process has', JSON.stringify({ ...fields, pid: 1.5 })],
    ['a number too large to be exact', JSON.stringify({ ...fields, pid: 2 ** 60 })],
    ['no machine', JSON.stringify({ ...fields, host: undefined })],
    ['a machine without a name', JSON.stringify({ ...fields, host: '' })],
  ])('with %s names nobody, and has a token fit for a file name', (_, text) => {
    const owner = parseOwner(text);
    expect(owner).toEqual({
      token: expect.stringMatching(/^[0-9a-f]{32}$/),
      process: null,
      purpose: 'something unreadable',
    });
    // It stays the same while the file does: that tells a lock left over from one just being made.
    expect(parseOwner(text)).toEqual(owner);
    expect(parseOwner(`${text} `).token).not.toBe(owner.token);
  });
});
