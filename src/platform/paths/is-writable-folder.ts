import { accessSync, constants, statSync } from 'node:fs';

/** Whether this user may make files in a folder; something else of that name cannot hold any. */
export function isWritableFolder(path: string): 'yes' | 'no' | 'missing' {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'missing';
  if (!stat.isDirectory()) return 'no';
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return 'yes';
  } catch {
    // Whatever the system's reason, it says that it would refuse.
    return 'no';
  }
}
