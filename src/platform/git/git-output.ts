import type { IndexEntry } from './git.js';

/** The parts of `-z` output; names that are not UTF-8 come out with U+FFFD in them and can be opened by nobody. */
export function splitNul(output: Buffer): string[] {
  return output.length === 0 ? [] : output.toString('utf8').replace(/\0$/, '').split('\0');
}

/** One part of `ls-files --stage -z`: `<mode> <blob> <stage>\t<path>`. */
export function toIndexEntry(part: string): IndexEntry & { readonly stage: number } {
  const tab = part.indexOf('\t');
  const [mode = '', blob = '', stage = ''] = part.slice(0, tab).split(' ');
  if (tab < 0 || !/^[0-7]{6}$/.test(mode) || !/^[0-9a-f]{40,64}$/.test(blob)) throw unexpected(part);
  return { path: part.slice(tab + 1), blob, mode, stage: Number(stage) };
}

/**
 * Folders that `ls-files` warned it could not open. It names them from the top, whatever folder it runs in.
 * @param prefix the root below the top, with a slash at its end; empty where the root is the top
 */
export function unlistedIn(stderr: string, prefix: string): string[] {
  // Git cuts a warning of more than 4,095 bytes, as one of a path too long to be opened: what is left names a folder above.
  const cut = /^warning: could not open directory '(?!.*': [^'\n]*$)(.{1000,})\/.*$/gm;
  const whole = /^warning: could not open directory '(.*?)\/?': [^'\n]*$/gms;
  const found = [...stderr.matchAll(cut), ...stderr.replace(cut, '').matchAll(whole)];
  return found.map(([, path = '']) => (path.startsWith(prefix) ? path.slice(prefix.length) : path));
}

function unexpected(part: string): Error {
  return new Error(`git printed what we do not understand: ${JSON.stringify(part)}`);
}
