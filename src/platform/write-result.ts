import { errorCode } from './error-code.js';

export type WriteResult =
  | { readonly kind: 'written' }
  /** Not ours to write. The reason is one clause: `it is a symbolic link`. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Its bytes are not the expected ones: somebody saved it, or deleted it, since it was read. */
  | { readonly kind: 'changed' }
  /** The system said no. The old bytes are in place, unless only the sync after the rename failed. */
  | { readonly kind: 'failed'; readonly error: string };

export const WRITTEN: WriteResult = { kind: 'written' };
export const CHANGED: WriteResult = { kind: 'changed' };

export function refused(reason: string): WriteResult {
  return { kind: 'refused', reason };
}

/** System messages name our temporary paths and handles, which tell a reader nothing: the code is enough. */
export function failed(error: unknown): WriteResult {
  const code = errorCode(error);
  return { kind: 'failed', error: code ? `the system said ${code}` : String(error) };
}
