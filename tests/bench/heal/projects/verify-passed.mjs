// A verify command for projects some of whose tests fail anyway: runs their tests, and fails when one that passed does
// not any more. `node verify-passed.mjs <list of passed titles, JSON> <report the tests write, JSON> <command …>`
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { testTitles } from './test-titles.mjs';

const [list = '', report = '', program = '', ...rest] = process.argv.slice(2);
rmSync(report, { force: true });
spawnSync(program, rest, { stdio: 'ignore' });
const { passed } = testTitles(JSON.parse(readFileSync(report, 'utf8')), process.cwd());
const lost = JSON.parse(readFileSync(list, 'utf8')).filter((title) => !passed.has(title));
process.stdout.write(lost.map((title) => `${title}\n`).join(''));
process.exitCode = lost.length > 0 ? 1 : 0;
