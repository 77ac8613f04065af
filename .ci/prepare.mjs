// Builds a checkout that somebody installs straight from git. The pre-commit framework does so with `npm install -g`,
// and npm then leaves out the packages the build needs: they are fetched here. A program started by its name needs no types.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (script) =>
  execSync(script, {
    stdio: 'inherit',
    env: { ...process.env, npm_config_global: 'false', npm_config_include: 'dev' },
  });

if (existsSync('node_modules/esbuild')) run('npm run build');
else run('npm ci --ignore-scripts --no-fund --no-audit && npm run build:js');
