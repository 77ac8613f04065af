import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A tree to be scanned, and what can be done to it and undone again. */
export interface BenchTree {
  readonly root: string;
  /** Some sources, spread over the whole tree. */
  readonly some: readonly string[];
  git(...args: readonly string[]): string;
  /** Other contracts, until `restore`. */
  ruleBy(contracts: Readonly<Record<string, string>>): void;
  /** Adds a line to some sources. */
  touch(files: readonly string[]): void;
  /** Takes away what specflow keeps: what it saw of files, or everything. */
  forget(what: 'files' | 'everything'): void;
  restore(): void;
}

const COUNT_OF_SOME = 40;
let line = 0;

export function benchTree(root: string, contracts: string): BenchTree {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'gc.auto=0', ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const sources = git('ls-files', '-z', '--', '*.ts').split('\0').filter(Boolean);
  const step = Math.max(1, Math.floor(sources.length / COUNT_OF_SOME));
  const cache = join(root, '.specflow/cache');
  const clear = (folder: string): void => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  };
  return {
    root,
    some: sources.filter((_, at) => at % step === 0).slice(0, COUNT_OF_SOME),
    git,
    ruleBy(files) {
      clear(join(root, 'contracts'));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'contracts', name), text);
    },
    touch(files) {
      for (const file of files) {
        const path = join(root, file);
        writeFileSync(path, `${readFileSync(path, 'utf8')}\n// line ${line++}\n`);
      }
    },
    forget(what) {
      mkdirSync(cache, { recursive: true });
      const names = readdirSync(cache).filter((name) => what === 'everything' || name.startsWith('match-sets'));
      for (const name of names) rmSync(join(cache, name), { recursive: true, force: true });
    },
    restore() {
      git('reset', '--quiet', '--hard');
      clear(join(root, 'contracts'));
      cpSync(contracts, join(root, 'contracts'), { recursive: true });
    },
  };
}
