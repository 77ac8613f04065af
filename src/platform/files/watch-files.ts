import { relative, sep } from 'node:path';
import { usageError } from '../../model/problem.js';
import { errorCode } from '../error-code.js';

/** Tells of changes below a folder, in batches. */
export interface FileWatch {
  /** The next batch, once nothing has changed for a moment. Root-relative files and folders, forward slashes. */
  next(): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

/** How long it has to be quiet: an editor that saves, or git that switches, makes many changes at once. Milliseconds. */
const QUIET_MS = 60;

/**
 * Resolves when changes from now on will be told. Links are not followed.
 * @param isWatched whether to look into a folder, root-relative
 * @throws UsageError where the system cannot watch so many folders
 */
export async function watchFiles(root: string, isWatched: (folder: string) => boolean): Promise<FileWatch> {
  // Hardly any run watches, and none should wait for it to load.
  const { watch } = await import('chokidar');
  const below = (path: string): string => relative(root, path).split(sep).join('/');
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) => path !== root && stats?.isDirectory() === true && !isWatched(below(path)),
  });
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let tell: ((batch: ReadonlySet<string>) => void) | null = null;
  const flush = (): void => {
    if (tell === null || pending.size === 0) return;
    const batch = new Set(pending);
    pending.clear();
    tell(batch);
    tell = null;
  };
  watcher.on('all', (_, path) => {
    pending.add(below(path));
    clearTimeout(timer);
    timer = setTimeout(flush, QUIET_MS);
  });
  let fail = (_: Error): void => undefined;
  watcher.on('error', (error) => fail(cannotWatch(error)));
  await new Promise<void>((resolve, reject) => {
    fail = reject;
    watcher.once('ready', resolve);
  });
  return {
    next: () =>
      new Promise((resolve, reject) => {
        tell = resolve;
        fail = reject;
        // What changed while nobody waited has been quiet by now, or will be soon.
        clearTimeout(timer);
        timer = setTimeout(flush, QUIET_MS);
      }),
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function cannotWatch(error: unknown): Error {
  const code = errorCode(error);
  if (code !== 'ENOSPC' && code !== 'EMFILE') return error instanceof Error ? error : new Error(String(error));
  return usageError(
    'watch/too-many',
    `The system refuses to watch so many folders (${code}).`,
    'Raise fs.inotify.max_user_watches (Linux) or the limit of open files, or run specflow check without --watch.',
  );
}
