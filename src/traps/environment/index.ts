// The process, its settings and the shell.
import type { Trap } from '../trap.js';
import { ambientName } from './ambient-name.js';
import { browserEnvironment } from './browser-environment.js';
import { browserModule } from './browser-module.js';
import { bundledSetting } from './bundled-setting.js';
import { emptiedFolder } from './emptied-folder.js';
import { endedProgram } from './ended-program.js';
import { joinedPath } from './joined-path.js';
import { ownSetting } from './own-setting.js';
import { ownWindow } from './own-window.js';
import { processEvent } from './process-event.js';
import { settingText } from './setting-text.js';
import { shellLine } from './shell-line.js';
import { writtenLine } from './written-line.js';

export const ENVIRONMENT: readonly Trap[] = [
  ambientName,
  browserEnvironment,
  browserModule,
  bundledSetting,
  emptiedFolder,
  endedProgram,
  joinedPath,
  ownSetting,
  ownWindow,
  processEvent,
  settingText,
  shellLine,
  writtenLine,
];
