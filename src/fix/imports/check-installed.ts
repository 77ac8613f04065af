import type { FixSite } from '../../model/fix-site.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { readImportLine } from './wanted-import.js';

/** An import of a package that nobody installed, or of a file that is not there, keeps the program from starting. */
export function checkInstalled({ path, packages }: Pick<FixSite, 'path' | 'packages'>, line: string): Refusal | null {
  const wanted = readImportLine(line);
  if (!packages || isRefusal(wanted)) return null;
  const absent = wanted
    .map(({ module }) => packageIn(module))
    .find((name) => name !== null && !packages.isInstalled(path, name));
  const missing = wanted.find(({ module }) => /^\.{1,2}\//.test(module) && !packages.isFileThere(path, module));
  if (missing) {
    return refuse(
      'module-installed',
      `Nothing lies at "${missing.module}" as seen from this file. Make it, or begin the path of import_line with ${ROOT}.`,
    );
  }
  return absent
    ? refuse(
        'module-installed',
        `Nothing in this project brings in "${absent}". Install it, or correct the import_line.`,
      )
    : null;
}

/** Null for a path, an alias that no package could be called, and what the platform or a framework has itself. */
function packageIn(module: string): string | null {
  const name = /^(?:@[a-z\d][a-z\d._-]*\/)?[a-z\d][a-z\d._-]*(?=\/|$)/.exec(module)?.[0] ?? null;
  return name === null || BUILT_IN.has(name) ? null : name;
}

/** What stands for the folder of the project in an import line. */
const ROOT = '${ROOT}/';

const BUILT_IN: ReadonlySet<string> = new Set([
  ...['assert', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto', 'dgram', 'dns'],
  'diagnostics_channel',
  ...['domain', 'events', 'fs', 'http', 'http2', 'https', 'inspector', 'module', 'net', 'os', 'path', 'perf_hooks'],
  ...['process', 'punycode', 'querystring', 'readline', 'repl', 'stream', 'string_decoder', 'sys', 'timers', 'tls'],
  'trace_events',
  ...['tty', 'url', 'util', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib'],
  // Next compiles these in, editors and shells bring theirs.
  ...['server-only', 'client-only', 'vscode', 'electron', 'bun'],
]);
