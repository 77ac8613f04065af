import { Command } from 'commander';
import type { Answer } from '../doctor/checkup.js';
import { CHECKUPS } from '../doctor/checkups/index.js';
import { type Diagnosis, survey } from '../doctor/survey.js';
import type { ExitCode } from '../model/exit-code.js';
import { plural } from '../model/plural.js';
import { sanitize } from '../model/sanitize.js';
import { findProjectRoot } from '../platform/project-root.js';
import { printJson } from '../reporters/print-json.js';
import { type Palette, paletteOf } from '../reporters/text/palette.js';
import { wrapText } from '../reporters/text/wrap-text.js';
import { isCode } from '../syntax/is-code.js';
import { type ShapeChoice, shapeOption } from './options/options.js';
import type { Session } from './workspace/session.js';

export function doctorCommand(session: Session): Command {
  return new Command('doctor')
    .description('Look whether everything specflow needs here is in order, and say what to do where it is not.')
    .addOption(shapeOption())
    .addHelpText(
      'after',
      '\nInstalled hooks are tried, in a temporary folder. The project is not changed.\nExit codes: 0 nothing fails, 1 something does, 2 configuration, contracts, store\nor git are broken, 3 Node or packages are',
    )
    .action((options: ShapeChoice) => doctor(options, session));
}

async function doctor({ format }: ShapeChoice, session: Session): Promise<void> {
  const { terminal, clock, toolVersion } = session;
  const root = findProjectRoot(session.cwd);
  const asked = { root, toolVersion, nodeVersion: process.versions.node, today: clock.today(), isCode };
  const diagnoses = await session.interruptibly<readonly Diagnosis[]>(() => survey(CHECKUPS, asked), []);
  const code = worstOf(diagnoses);
  if (format === 'json') {
    terminal.out(printJson({ schemaVersion: 1, root, exitCode: code, checkups: diagnoses }));
  } else {
    const palette = paletteOf(terminal.color);
    terminal.out(`${sanitize(root)}\n\n`);
    for (const diagnosis of diagnoses) terminal.out(linesOf(diagnosis, palette, terminal.columns));
    terminal.out(`\n${summary(diagnoses, palette)}\n`);
  }
  session.conclude(code);
}

function worstOf(diagnoses: readonly Diagnosis[]): ExitCode {
  const codes = diagnoses.flatMap(({ answers }) => answers.map((each) => (each.state === 'fail' ? each.code : 0)));
  if (codes.includes(2)) return 2;
  if (codes.includes(3)) return 3;
  return codes.includes(1) ? 1 : 0;
}

const INDENT = 23;

function linesOf({ name, answers }: Diagnosis, palette: Palette, width: number): string {
  const paint = { ok: palette.green, warn: palette.yellow, fail: palette.red };
  return answers
    .map((answer) => {
      const [first = '', ...rest] = wrapText(sanitize(answer.message), width - INDENT);
      const remedy = answer.state === 'ok' ? [] : wrapText(`→ ${sanitize(answer.remedy)}`, width - INDENT);
      const more = [...rest, ...remedy].map((line) => `${' '.repeat(INDENT)}${line}\n`).join('');
      return `${paint[answer.state](answer.state.padEnd(4))}  ${name.padEnd(INDENT - 6)}${first}\n${more}`;
    })
    .join('');
}

function summary(diagnoses: readonly Diagnosis[], palette: Palette): string {
  const all = diagnoses.flatMap(({ answers }) => answers);
  const count = (state: Answer['state']): number => all.filter((answer) => answer.state === state).length;
  const [failures, warnings] = [count('fail'), count('warn')];
  if (failures > 0) return palette.red(`✖ ${plural(failures, 'failure')}, ${plural(warnings, 'warning')}`);
  return warnings > 0 ? palette.yellow(`⚠ ${plural(warnings, 'warning')}`) : palette.green('✔ all is in order');
}
