import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished } from 'vitest';

type DiskCall =
  | 'accessSync'
  | 'closeSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'openSync'
  | 'readdirSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'writeFileSync'
  | 'writeSync';

/**
 * Until the test is over, has something happen just before each such call, such as what another process does in that
 * moment. What it throws is the answer to the call.
 * @param happens is told the path the call is about, and for a link the other one: its first two arguments
 */
export function beforeDiskCall(name: DiskCall, happens: (path: string, to: string) => void): void {
  const real = fs[name];
  const watched = new Proxy(real, {
    apply(target, self, args: unknown[]) {
      happens(String(args[0]), String(args[1]));
      return Reflect.apply(target, self, args);
    },
  });
  Object.assign(fs, { [name]: watched });
  syncBuiltinESMExports();
  onTestFinished(() => {
    Object.assign(fs, { [name]: real });
    syncBuiltinESMExports();
  });
}

/** What the system throws when it says no. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}
