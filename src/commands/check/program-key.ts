import type { Config } from '../../model/config.js';
import { programStamp } from '../../platform/package-files.js';
import type { Session } from '../workspace/session.js';

/** Changes with everything but texts and rules that decides what is found in a text. */
export function programKey({ maxFileBytes }: Config, { toolVersion }: Session): string {
  return [toolVersion, programStamp(), process.version, maxFileBytes].join(' ');
}
