import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personAtTerminal } from '../../../src/commands/heal/heal-person.js';
import type { Session } from '../../../src/commands/workspace/session.js';
import type { AskedFix } from '../../../src/heal/person/person.js';
import { maskSecrets } from '../../../src/model/mask-secrets.js';
import type { EditedText } from '../../../src/platform/processes/edit-text.js';
import { violationsIn } from '../../support/check-report.js';
import { makeFolder } from '../../support/make-folder.js';
import { forbidden, makeRule } from '../../support/make-rule.js';
import { type Heard, runIn } from '../../support/run-in-process.js';
import { SECURITY_CONTRACT } from '../../support/sample-contract.js';

const RULE = makeRule({ id: 'SEC-1', title: 'No secrets' }, forbidden(/key = "\w+"/, { message: 'A secret' }));
const ASKED: AskedFix = {
  path: 'src/a.ts',
  after: 'key = env\n',
  diff: '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1 +1 @@\n-key = "hunter22secret"\n+key = env\u001b[2J\n',
  violations: violationsIn('src/a.ts', 'key = "hunter22secret"\n', RULE),
  source: 'auto_fix',
  why: null,
  objection: null,
};

async function decide(answers: readonly (string | null)[], edited?: EditedText, asked: AskedFix = ASKED) {
  const left = [...answers];
  let said = '';
  const session: Session = {
    cwd: '/',
    env: {},
    terminal: {
      out: () => {
        throw new Error('standard output is for the report');
      },
      err: (text) => {
        said += text;
      },
      columns: 80,
      color: false,
      errColor: false,
      isTTY: true,
      isErrTTY: true,
    },
    clock: { today: () => '2026-01-01', now: () => 0 },
    toolVersion: '0',
    readInput: async () => Buffer.alloc(0),
    canAsk: () => true,
    ask: async () => {
      const answer = left.shift();
      if (answer === undefined) throw new Error('asked too often');
      return answer;
    },
    interruptibly: (work) => work(),
    conclude: () => undefined,
  };
  const person = personAtTerminal(
    session,
    () => edited ?? { kind: 'failed', reason: 'was not expected' },
  )(maskSecrets(asked.violations));
  const decision = await person.decide(asked);
  return { decision, said, hasLeft: person.hasLeft() };
}

describe('the person at the terminal', () => {
  it.each([
    ['y', { kind: 'accept' }, false],
    ['Yes', { kind: 'accept' }, false],
    ['n', { kind: 'skip' }, false],
    ['q', { kind: 'skip' }, true],
  ])('answers %s', async (answer, decision, hasLeft) => {
    expect(await decide([answer])).toMatchObject({ decision, hasLeft });
  });

  it('sees the place, the rule and a safe, masked diff', async () => {
    const { said } = await decide(['n']);
    expect(said).toContain('src/a.ts:1:1  SEC-1  A secret\nauto_fix: every gate agrees\n');
    expect(said).toContain('-key = "hunt…"');
    expect(said).not.toContain('\u001b');
  });

  it('is told why a fix is only suggested, and what a gate said of their text', async () => {
    const asked = { ...ASKED, why: 'it is bronze', objection: 'parses: Expected ")".' };
    const { said } = await decide(['n'], undefined, asked);
    expect(said).toContain('only suggested, because it is bronze');
    expect(said).toContain('Your text was refused by parses: Expected ")".');
  });

  it('is asked again after anything else, with an explanation', async () => {
    const { decision, said } = await decide(['', '?', 'y']);
    expect(decision).toEqual({ kind: 'accept' });
    expect(said.match(/Ctrl-C {2}write nothing at all/g)).toHaveLength(2);
  });

  it('edits, and is asked again where the editor failed or nothing was changed', async () => {
    const own = { kind: 'edited', text: 'key = mine\n' } as const;
    expect((await decide(['e'], own)).decision).toEqual({ kind: 'edit', text: 'key = mine\n' });
    expect((await decide(['e', 'n'], { kind: 'failed', reason: 'ended with exit code 1' })).said).toContain(
      'Your editor ended with exit code 1.',
    );
    expect((await decide(['e', 'n'], { kind: 'edited', text: ASKED.after })).said).toContain('You changed nothing.');
  });

  it('ends everything by closing the input', async () => {
    await expect(decide([null])).rejects.toMatchObject({ problem: { code: 'heal/abandoned' } });
  });
});

describe('heal --interactive', () => {
  const project = {
    'contracts/security.yml': SECURITY_CONTRACT,
    'src/a.ts': 'export const api_key = "abcdefgh1"\nexport const secret = "abcdefgh2"\n',
  };
  const heal = (root: string, answers: readonly (string | null)[]): Promise<Heard> => {
    const left = [...answers];
    return runIn(root, ['heal', '--interactive'], { canAsk: () => true, ask: async () => left.shift() ?? null });
  };
  const healed = async (answers: readonly (string | null)[]): Promise<{ heard: Heard; text: string }> => {
    const root = makeFolder(project);
    const heard = await heal(root, answers);
    return { heard, text: readFileSync(`${root}/src/a.ts`, 'utf8') };
  };

  it('writes what was taken and nothing else', async () => {
    const { heard, text } = await healed(['y', 'n']);
    expect(text).toBe('export const api_key = "abcdefgh1"\nexport const secret = process.env.SECRET\n');
    expect(heard).toMatchObject({ code: 1, out: expect.stringContaining('You skipped it.') });
  });

  it('writes nothing at all when the input ends', async () => {
    const { heard, text } = await healed(['y', null]);
    expect(text).toBe(project['src/a.ts']);
    expect(heard).toMatchObject({ code: 2, err: expect.stringContaining('nothing was written') });
  });

  it('needs a terminal, and no dry run', async () => {
    const root = makeFolder(project);
    expect(await runIn(root, ['heal', '--interactive'])).toMatchObject({
      out: '',
      err: expect.stringContaining('error[usage/not-interactive]'),
      code: 2,
    });
    expect(await runIn(root, ['heal', '--interactive', '--dry-run'])).toMatchObject({ code: 2 });
  });
});
