import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Debian's package "chromium", or another build of it; what needs one is shown as skipped where there is none. */
export const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);
/** Pictures to look at are kept where this names a folder. */
export const PICTURES = process.env.SPECFLOW_PICTURES;

/** A browser with a home of its own, which goes with it. */
export async function launchBrowser(): Promise<{ readonly browser: Browser; close(): Promise<void> }> {
  const home = mkdtempSync(path.join(tmpdir(), 'specflow-browser-'));
  const browser = await chromium.launch({
    executablePath: BROWSER ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, HOME: home },
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
