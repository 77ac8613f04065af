import { errorCode } from '../error-code.js';

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

export function refused(reason: string): Extract<WriteResult, { readonly kind: 'refused' }> {
  return { kind: 'refused', reason };
}

export const BEHIND_A_LINK = refused('a folder on the way to it is a symbolic link');

/** System messages name our temporary paths and handles, which tell a reader nothing: the code is enough. */
export function failed(error: unknown): Extract<WriteResult, { readonly kind: 'failed' }> {
  const code = errorCode(error);
  // A reason of ours, unless it is a mistake of ours.
  const said = error instanceof Error && error.name === 'Error' ? error.message : String(error);
  return { kind: 'failed', error: code ? `the system said ${code}` : said };
}

/** Why a file was not written, one clause. */
export function whyNotWritten(result: Exclude<WriteResult, { readonly kind: 'written' }>): string {
  if (result.kind === 'failed') return result.error;
  return result.kind === 'refused' ? result.reason : 'something else is in its place';
}
