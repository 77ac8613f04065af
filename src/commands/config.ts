import { Command } from 'commander';
import { CONFIG_FILE, loadSettings } from '../config/load-config.js';
import { sanitize } from '../model/sanitize.js';
import { findProjectRoot } from '../platform/project-root.js';
import { printJson } from '../reporters/print-json.js';
import { settingsText } from '../reporters/settings-text.js';
import { paletteOf } from '../reporters/text/palette.js';
import { type ShapeChoice, shapeOption } from './options/options.js';
import type { Session } from './workspace/session.js';

export function configCommand(session: Session): Command {
  const command = new Command('config').description(`Show how ${CONFIG_FILE} is understood.`);
  command
    .command('print')
    .description('print every setting in force, and the line that sets it or that it is the default')
    .addOption(shapeOption())
    .action((options: ShapeChoice) => print(options, session));
  return command;
}

function print({ format }: ShapeChoice, { cwd, terminal, conclude }: Session): void {
  const root = findProjectRoot(cwd);
  const { exists, settings } = loadSettings(root);
  if (format === 'json') {
    const entries = settings.map(({ key, value, line }) => [
      key,
      line === null ? { value, origin: 'default' } : { value, origin: 'file', line },
    ]);
    terminal.out(
      printJson({ schemaVersion: 1, root, file: exists ? CONFIG_FILE : null, settings: Object.fromEntries(entries) }),
    );
  } else {
    const palette = paletteOf(terminal.color);
    const where = `${sanitize(root)}/${CONFIG_FILE}`;
    const head = exists ? where : `${where}: there is none, so all is as it comes`;
    terminal.out(`${head}\n\n${settingsText(settings, palette, terminal.columns)}`);
  }
  conclude(0);
}
