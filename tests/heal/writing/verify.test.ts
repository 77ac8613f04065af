import { describe, expect, it } from 'vitest';
import type { CommandEnd } from '../../../src/heal/ports.js';
import { makePattern } from '../../pattern-store/make-pattern.js';
import { CALL, CALL_RULE, MENDED, PATTERN } from '../calls.js';
import { healProject, type Project } from '../heal-project.js';

const IDLE = 'export const idle = 1;\n';

type Disk = ReadonlyMap<string, string>;
const exited = (status: number, output = ''): CommandEnd => ({ kind: 'exited', status, output });

/** The command `make it so`, which says no as long as a file is mended that it does not want mended. */
const blaming =
  (...files: readonly string[]) =>
  (_: readonly string[], disk: Disk): CommandEnd =>
    exited(files.some((file) => disk.get(file)?.includes('bravo(1)')) ? 2 : 0, '  red  \n');

function heal(project: Partial<Project>) {
  const files = { 'src/a.ts': CALL, 'src/b.ts': CALL, 'src/idle.ts': IDLE };
  return healProject({ rules: CALL_RULE, files, config: { verify: [['make', 'it so']] }, ...project });
}

const detailsOf = ({ outcomes }: Awaited<ReturnType<typeof heal>>): readonly (string | null | undefined)[] =>
  outcomes.map(({ attempts }) => attempts.at(-1)?.detail);

describe('what an escalation says of a verify command', () => {
  it('that the fix alone is to blame', async () => {
    const healed = await heal({ command: blaming('src/b.ts') });
    expect(detailsOf(healed)[1]).toBe(
      'With this fix `make it so` exited with 2 (red); without it the command passes, so it was taken back.',
    );
    expect(healed.outcomes[1]?.attempts.at(-1)?.gate).toBe('verify: make it so');
    expect(healed.disk).toEqual({ 'src/a.ts': MENDED, 'src/b.ts': CALL, 'src/idle.ts': IDLE });
    expect(healed.result.problems).toEqual([]);
  });

  it.each<[CommandEnd, string, string?]>([
    [exited(1, ' out '), 'exited with 1 (out)'],
    [exited(1, ' \n'), 'exited with 1 and printed nothing'],
    [exited(1, `${'x'.repeat(100)}${'y'.repeat(2000)}`), `exited with 1 (${'y'.repeat(2000)})`],
    [{ kind: 'signalled', signal: 'SIGSEGV', output: '' }, 'was ended by SIGSEGV'],
    [{ kind: 'timed-out', output: '' }, 'did not end in time'],
    [
      { kind: 'not-started', error: 'ENOENT' },
      'could not be started (ENOENT)',
      'Name in heal_loop.verify a program that is there, and each of its arguments as a text of its own.',
    ],
  ])(
    'that it proves nothing: %j',
    async (end, how, help = 'Make it pass on the files as they are, then run heal again.') => {
      const healed = await heal({ command: () => end });
      const detail = `\`make it so\` ${how}; all files were put back. The fixes are not proven guilty, so no pattern lost score.`;
      expect(detailsOf(healed)).toEqual([detail, detail]);
      expect(healed.result.problems).toEqual([
        {
          code: 'heal/verify',
          severity: 'incomplete',
          file: null,
          line: null,
          column: null,
          message: `The verify command \`make it so\` ${how}.`,
          help,
        },
      ]);
      expect(healed.result.changes).toEqual([]);
    },
  );

  it('that there was no time to ask about it, and blames nobody for that', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 64 }, (_, at) => [`src/${String(at).padStart(2, '0')}.ts`, CALL]),
    );
    const healed = await heal({
      files,
      patterns: [PATTERN],
      command: blaming(...Object.keys(files).filter((_, at) => at % 2 === 1)),
    });
    const left = healed.outcomes.filter(({ status }) => status === 'escalated');
    const unasked = left.filter(({ attempts }) => attempts.at(-1)?.detail?.includes('too long'));
    expect(unasked.length).toBeGreaterThan(0);
    expect(unasked[0]?.attempts.at(-1)?.detail).toBe(
      '`make it so` exited with 2 (red), and asking it about each fix would have taken too long; this one was put back.',
    );
    const [learnt] = healed.patterns;
    expect(learnt?.failureCount).toBe(left.length - unasked.length);
    expect(learnt?.successCount).toBe(64 - left.length);
    for (const { violation, status } of healed.outcomes) {
      expect(healed.disk[violation.file ?? '']).toBe(status === 'healed' ? MENDED : CALL);
    }
  });
});

describe('what a verify command is asked', () => {
  it('is each command in turn, each argument by itself', async () => {
    const asked: (readonly string[])[] = [];
    const config = { verify: [['a', '-b c'], ['d']] };
    await heal({ config, command: (argv) => exited(asked.push(argv) * 0) });
    expect(asked).toEqual([['a', '-b c'], ['d']]);
  });

  it('is nothing any more once nothing is left of the fixes', async () => {
    const asked: string[] = [];
    const healed = await heal({
      config: { verify: [['one'], ['two']] },
      command: (argv, disk) => {
        asked.push(argv.join(' '));
        return blaming('src/a.ts', 'src/b.ts')(argv, disk);
      },
    });
    expect(new Set(asked)).toEqual(new Set(['one']));
    expect(healed.writes.filter((file) => file === 'src/idle.ts')).toEqual([]);
    expect(healed.disk['src/a.ts']).toBe(CALL);
  });

  it('is not asked whether the old files please it, where it did not come to a verdict', async () => {
    let asked = 0;
    const ends: readonly CommandEnd[] = [{ kind: 'timed-out', output: '' }, exited(0)];
    const healed = await heal({ command: () => ends[Math.min(asked++, 1)] ?? exited(0) });
    expect([asked, healed.disk['src/a.ts']]).toEqual([1, CALL]);
    expect(healed.result.problems).toMatchObject([{ code: 'heal/verify' }]);
  });

  it('must be something that can be run', async () => {
    await expect(heal({})).rejects.toThrow('nothing can run them');
  });
});

describe('who pays for what a verify command said', () => {
  it('is no pattern where an auto_fix is guilty', async () => {
    const healed = await heal({ command: blaming('src/b.ts') });
    expect(healed.evidence.map(({ file, source, outcome }) => [file, source, outcome])).toEqual([
      ['src/a.ts', 'auto_fix', 'applied'],
    ]);
  });

  it('is the pattern, for the files of the guilty fixes', async () => {
    const healed = await heal({ patterns: [PATTERN], command: blaming('src/b.ts') });
    const line = { patternId: 'p', source: 'pattern:p', ruleId: 'CALL-1' };
    expect(healed.evidence).toEqual([
      { ...line, file: 'src/a.ts', outcome: 'success', gate: null, at: ['3:1'] },
      { ...line, file: 'src/b.ts', outcome: 'failure', gate: 'verify: make it so', at: [] },
    ]);
  });

  it('is one that failed on the way all the same, whoever is blamed or put back', async () => {
    const broken = makePattern({ ...PATTERN, id: 'q', replacementTemplate: 'alpha( ', hundredths: 95 });
    const failure = { patternId: 'q', ruleId: 'CALL-1', file: 'src/a.ts', outcome: 'failure' };
    for (const command of [blaming('src/a.ts'), () => exited(1)]) {
      const healed = await heal({ patterns: [broken, PATTERN], command });
      expect(healed.evidence).toContainEqual({ ...failure, source: 'pattern:q', gate: 'still-fixed', at: [] });
    }
  });
});

describe('a file that somebody saves while the commands run', () => {
  it('is left alone, and nobody is blamed', async () => {
    let asked = 0;
    const mine = 'mine\n';
    const healed = await heal({
      patterns: [PATTERN],
      // The third answer is the first of the search.
      command: (argv, disk) => (++asked === 2 ? exited(0) : blaming('src/b.ts')(argv, disk)),
      write: (path, disk) => {
        if (asked === 2 && path === 'src/a.ts') disk.set(path, mine);
        return null;
      },
    });
    expect(healed.disk['src/a.ts']).toBe(mine);
    expect(healed.disk['src/b.ts']).toBe(CALL);
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['escalated', 'escalated']);
    expect(healed.result.problems.map(({ code, file }) => [code, file])).toEqual([
      ['heal/not-restored', 'src/a.ts'],
      ['heal/verify', null],
    ]);
    expect(healed.patterns).toEqual([PATTERN]);
  });
});
