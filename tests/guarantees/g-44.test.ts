import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { allEnded } from './harness/all-ended.js';
import { CHECK_FORMATS, HEAL_FORMATS } from './harness/formats.js';
import { guarantee } from './harness/guarantee.js';
import { patternOf, storeOf } from './harness/heal-in.js';
import { brokenContracts, hostileFiles } from './harness/hostile-project.js';
import type { RunOptions } from './harness/run-process.js';
import type { Subject } from './harness/subject.js';

const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
/** The first is looked for in any place of a line, the second only where a line begins. */
const COMMAND = /#(?=#[a-z]*\[)/i;
const WORKFLOW_COMMAND = /^[ \t]*::/m;
/** The format whose lines are commands has them of its own. */
const OWN_COMMAND = /^::(?:error|warning|notice) (?:[a-zA-Z]+=[^:,\n]*,?)*::[^\n]*$/gm;

function assertHarmless(text: string, what: string): void {
  const shown = (found: RegExpExecArray | null): string | null =>
    found && JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 60));
  // A tab is white space, and a diff of a file with CRLF line ends has their CR before each LF.
  expect(shown(CONTROL.exec(text.replaceAll('\r\n', '\n'))), what).toBe(null);
  expect(shown(COMMAND.exec(text)), what).toBe(null);
  expect(shown(WORKFLOW_COMMAND.exec(text.replace(OWN_COMMAND, ''))), what).toBe(null);
}

async function tryCommand(subject: Subject, args: readonly string[], options: RunOptions): Promise<void> {
  const { stdout, stderr, signal, code } = await subject.run(args, options);
  expect(signal, args.join(' ')).toBe(null);
  // Nothing broke down over it either.
  expect(`${code} ${stderr}`, args.join(' ')).not.toContain('This is a mistake in specflow');
  assertHarmless(stdout, `stdout of ${args.join(' ')}`);
  assertHarmless(stderr, `stderr of ${args.join(' ')}`);
}

guarantee({
  id: 'G-44',
  async holds(subject) {
    const cwd = makeFolder({
      ...hostileFiles(),
      '.specflow/fix-patterns.json': storeOf(
        patternOf({
          rule_id: 'EVIL-1',
          description: 'Says \u001b[31m ##[group] ::error::x',
          match: 'hit1',
          replacement_template: '\u001b ##[group]',
        }),
      ),
    });
    const work: (readonly string[])[] = [
      ...CHECK_FORMATS.map((format) => ['check', '--format', format]),
      ['check', '--quiet'],
      ['check', '--rule', '\u001b[31m##[group]\n::error::x'],
      ['check', '--format', '\u009b\n::error::x'],
      ['check', 'no\u001b[31m\n::error::file'],
      ['\n::error::verb'],
      ...HEAL_FORMATS.map((format) => ['heal', '--dry-run', '--format', format]),
      ...[0, 4, 10, 11, 13, 99].map((n) => ['explain', `EVIL-${n}`]),
      ['explain', '\u001b##[group]'],
      ['patterns', 'list'],
      ['patterns', 'show', 'fix-1'],
      ['patterns', 'show', '\u001b##[group]'],
      ['validate'],
      ['test'],
      ['heal'],
      ['check'],
    ];
    for (let at = 0; at < work.length; at += 4) {
      await allEnded(work.slice(at, at + 4).map((args) => tryCommand(subject, args, { cwd })));
    }
    // At a terminal there are colours, and nothing else.
    const { stdout } = await subject.run(['check'], { cwd, env: { NO_COLOR: '', FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[');
    assertHarmless(stdout.replaceAll(/\u001b\[\d*m/g, ''), 'coloured');

    for (const [file, text] of Object.entries(brokenContracts())) {
      mkdirSync(join(cwd, 'contracts'), { recursive: true });
      writeFileSync(join(cwd, file), text);
    }
    for (const args of [['validate'], ['check'], ['check', '--format', 'github'], ['heal', '--format', 'json']]) {
      await tryCommand(subject, args, { cwd });
    }
    writeFileSync(join(cwd, '.specflow/config.json'), '{ "\u001b[31m\n::error::": 1, "##[group]": 2');
    await tryCommand(subject, ['check'], { cwd });
    writeFileSync(join(cwd, '.specflow/config.json'), JSON.stringify({ '\u001b[31m\n::error::x': 1, '##[group]': 2 }));
    await tryCommand(subject, ['check'], { cwd });

    // What a coding agent is told is a log as well.
    const payload = {
      hook_event_name: 'PostToolUse',
      cwd,
      tool_name: 'Write',
      tool_input: { file_path: join(cwd, 'src/start/::error file=x::pwned9.txt'), content: '' },
    };
    await tryCommand(subject, ['hook', 'claude'], { cwd, input: JSON.stringify(payload) });
  },
  bug: {
    file: 'src/model/sanitize.ts',
    find: '.replace(LOG_COMMAND, shown)',
    replace: '',
  },
});
