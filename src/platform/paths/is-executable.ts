import { accessSync, constants } from 'node:fs';

/** Whether this user may run the file. */
export function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Whatever the system's reason, it says that it would not start.
    return false;
  }
}
