import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { git } from '../support/make-repository.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf } from './harness/heal-in.js';
import { ROOT } from './harness/plant.js';
import { traceSystemCalls, whyNotTraced } from './harness/trace-system-calls.js';

/** What an installation brings along, its native parts for each platform aside. */
const MOST_PACKAGES = 15;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

function auditPackage(): void {
  const manifest: { dependencies: Record<string, string>; scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest.scripts).not.toHaveProperty(script);
  for (const [name, range] of Object.entries(manifest.dependencies)) {
    expect(range, `${name} is pinned`).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(range);
  }
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  for (const [path, { version, integrity }] of packages) {
    expect(version, path).toMatch(/^\d/);
    expect(integrity, path).toMatch(/^sha512-/);
  }
  const installed = packages.filter(([, { dev }]) => dev !== true);
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  expect(installed.filter(([, { optional }]) => optional !== true).length).toBeLessThanOrEqual(MOST_PACKAGES);
}

guarantee({
  id: 'G-47',
  needs: whyNotTraced,
  async holds(subject) {
    auditPackage();

    const cwd = makeFolder({
      'contracts/plain.yml': contractOf([
        {
          id: 'R-1',
          scope: ['src/**'],
          forbidden: '/bad/',
          fix: { strategy: 'replace', find: 'bad', replace: 'good' },
        },
        {
          id: 'R-2',
          scope: ['src/**/*.ts'],
          forbidden: '/"x"/',
          fix: { strategy: 'replace', wrap_pattern: 'process.env.X' },
        },
      ]),
      'tsconfig.json': '{ "compilerOptions": { "strict": true } }',
      'src/a.txt': 'see http://example.com/bad\n',
      'src/b.ts': 'export const b = "x"\n',
    });
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--message', 'start');
    const state = git(cwd, 'status', '--porcelain=v2');
    const payload = {
      hook_event_name: 'PostToolUse',
      cwd,
      tool_name: 'Write',
      tool_input: { file_path: join(cwd, 'src/a.txt'), content: '' },
    };

    const caches = makeFolder();
    const env = { XDG_CACHE_HOME: caches, NODE_DISABLE_COMPILE_CACHE: '' };
    // What only looks writes nothing but its caches.
    for (const args of [
      ['check'],
      ['check', '--staged'],
      ['check', '--since', 'HEAD', '--format', 'sarif'],
      ['hook', 'claude'],
      ['heal', '--dry-run'],
      ['explain', 'R-1'],
      ['validate'],
      ['test'],
      ['patterns', 'list'],
      ['doctor'],
    ]) {
      const name = args.join(' ');
      const input = args[0] === 'hook' ? { input: JSON.stringify(payload) } : {};
      const { programs, written, network, stderr, signal } = await traceSystemCalls(subject, args, {
        cwd,
        env,
        ...input,
      });
      expect({ network, signal }, name).toEqual({ network: [], signal: null });
      expect(
        programs.filter((program) => program !== 'node' && program !== 'git'),
        `${name} ${stderr}`,
      ).toEqual([]);
      const own = ['/dev/null', join(cwd, '.specflow'), join(cwd, '.specflow/cache')];
      const isOwn = (path: string): boolean =>
        own.includes(path) || path.startsWith(join(cwd, '.specflow/cache/')) || path.startsWith(`${caches}/`);
      expect(
        written.filter((path) => !isOwn(path)),
        name,
      ).toEqual([]);
    }
    expect(git(cwd, 'status', '--porcelain=v2')).toBe(state);

    const healed = await traceSystemCalls(subject, ['heal', '--allow-ci'], { cwd });
    expect(healed.network).toEqual([]);
    expect(healed.programs.filter((program) => program !== 'node' && program !== 'git')).toEqual([]);
    expect(healed.written.filter((path) => path !== '/dev/null' && !path.startsWith(`${cwd}/`))).toEqual([]);
    expect(readFileSync(join(cwd, 'src/a.txt'), 'utf8')).toContain('good');
  },
  bug: {
    file: 'src/cli.ts',
    find: 'enableLinearFallback();',
    replace:
      "enableLinearFallback();\nimport('node:net').then((net) => net.connect(9, '127.0.0.1').on('error', () => undefined));",
  },
});
