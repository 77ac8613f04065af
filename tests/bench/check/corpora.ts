// The trees that are scanned: sources of pinned npm packages, as they were published, laid out as 1k, 10k and 100k
// files in git repositories. Real code, because how often a word occurs decides what a scan costs.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

const PACKAGES = [
  'antd@5.22.3',
  'core-js@3.39.0',
  'date-fns@4.1.0',
  'effect@3.11.3',
  '@mui/material@6.1.9',
  'rxjs@7.8.2',
  'three@0.170.0',
  'typeorm@0.3.20',
];
const EXTENSIONS = new Set(['.ts', '.tsx', '.js', '.jsx']);
/** Bundles are built, not written: nobody scans them. */
const MAX_SOURCE_BYTES = 256 * 1024;
/** How many copies of the 10k tree make the largest one. */
const COPIES = 10;
const IN_ONE_TREE = 10_000;

const SERVER = 'app.use(requireAuth, helmet(), session({ cookie: { httpOnly: true } }));\n';

export const SIZES = ['1k', '10k', '100k'] as const;
export type Size = (typeof SIZES)[number];

/** The tree of a size below `cache`, made on first use. @returns its absolute path */
export function corpus(cache: string, size: Size, contracts: string): string {
  const root = join(cache, `tree-${size}`);
  if (!existsSync(join(root, '.git/index'))) {
    rmSync(root, { recursive: true, force: true });
    layOut(cache, size, root);
    // What the required patterns ask for, so that a commit has nothing to mend.
    writeFileSync(join(root, 'server.ts'), SERVER);
    cpSync(contracts, join(root, 'contracts'), { recursive: true });
    commit(root);
  }
  return root;
}

function layOut(cache: string, size: Size, root: string): void {
  const sources = packageSources(cache);
  const step = sources.length / IN_ONE_TREE;
  const chosen = Array.from({ length: IN_ONE_TREE }, (_, index) => sources[Math.floor(index * step)] ?? '');
  const copies = size === '100k' ? COPIES : 1;
  const kept = size === '1k' ? chosen.filter((_, index) => index % 10 === 0) : chosen;
  for (let copy = 0; copy < copies; copy++) {
    for (const source of kept) {
      const target = join(
        root,
        copies === 1 ? 'src' : `part-${copy}/src`,
        source.slice(join(cache, 'packages').length),
      );
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, copy === 0 ? readFileSync(source) : `${readFileSync(source, 'utf8')}\n// copy ${copy}\n`);
    }
  }
}

function packageSources(cache: string): readonly string[] {
  const folders = PACKAGES.map((name) => unpacked(cache, name));
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((path) => join(folder, path)),
    )
    .filter((path) => EXTENSIONS.has(extname(path)) && !basename(path).includes('.min.'))
    .filter((path) => {
      const stat = statSync(path);
      return stat.isFile() && stat.size <= MAX_SOURCE_BYTES;
    });
}

function unpacked(cache: string, name: string): string {
  const folder = join(cache, 'packages', name.replace(/[@/]/g, '-'));
  if (existsSync(join(folder, 'package.json'))) return folder;
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('npm', ['pack', '--silent', name], { cwd: cache, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', join(cache, archive), '-C', folder, '--strip-components=1']);
  rmSync(join(cache, archive));
  return folder;
}

function commit(root: string): void {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'gc.auto=0', ...args], {
      cwd: root,
      stdio: 'ignore',
    });
  };
  writeFileSync(join(root, '.gitignore'), '.specflow/cache/\nnode_modules/\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'corpus');
}

/** What a tree holds, such as `10,001 files, 41 MB`. */
export function holdsText(root: string): string {
  const listed = execFileSync('git', ['ls-files', '-z', '--', '*.ts', '*.tsx', '*.js', '*.jsx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const files = listed.split('\0').filter(Boolean);
  const bytes = files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
  return `${files.length.toLocaleString('en')} files, ${Math.round(bytes / 1e6)} MB`;
}
