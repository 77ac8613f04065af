import module from 'node:module';
import { isAbsolute, join } from 'node:path';

/**
 * Has Node keep what it compiled for the next run, where it can: from Node 22 on. Kept in a folder of the user alone:
 * whoever could write there could have us run what they like, so the system's temporary folder will not do.
 */
export function keepCompiled(env: NodeJS.ProcessEnv): void {
  const caches = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (env.HOME && join(env.HOME, '.cache'));
  if (caches === undefined || !isAbsolute(caches) || !('enableCompileCache' in module)) return;
  const enable: unknown = module.enableCompileCache;
  // What cannot be written only costs time; Node says so in what it returns, and nobody asks.
  if (typeof enable === 'function') enable(join(caches, 'specflow/compiled'));
}
