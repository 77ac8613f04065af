import { execFileSync } from 'node:child_process';

/** Builds the bundled CLI once, before the end-to-end tests run it. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build:js'], { stdio: 'inherit' });
}
