// `npm run demo`: the sample shop in a temporary folder, checked, healed and checked again.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const shop = path.join(mkdtempSync(path.join(tmpdir(), 'specflow-demo-')), 'shop');
cpSync(path.join(root, 'tests/fixtures/sample-project'), shop, { recursive: true });

/** Runs the built CLI in the shop, shown as a person would have typed it. */
function specflow(args, expectedCodes) {
  process.stdout.write(`\n$ specflow ${args.join(' ')}\n\n`);
  const run = spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...args], {
    cwd: shop,
    stdio: 'inherit',
    env: { ...process.env, CI: '' },
  });
  if (!expectedCodes.includes(run.status)) {
    process.stdout.write(`\nThe demo expected exit code ${expectedCodes.join(' or ')}, got ${run.status}.\n`);
    process.exitCode = 1;
  }
}

specflow(['check'], [1]);
specflow(['heal'], [1]);
specflow(['check'], [1]);
rmSync(path.dirname(shop), { recursive: true, force: true });
