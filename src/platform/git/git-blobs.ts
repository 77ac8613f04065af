type AskGit = (args: readonly string[], input: string) => Buffer;

/** `<id> <type> <size>`, or `<id> missing`. */
const HEADER = /^([0-9a-f]+) (?:(blob|tree|commit|tag) (\d+)|missing)$/;
const NEWLINE = 10;

/** Sizes in bytes, asked in one process; null for a blob that is not there. */
export function readBlobSizes(ask: AskGit, ids: readonly string[]): Map<string, number | null> {
  const sizes = new Map<string, number | null>();
  if (ids.length === 0) return sizes;
  const lines = ask(['cat-file', '--batch-check'], linesOf(ids)).toString('utf8').split('\n');
  for (const line of lines) {
    if (line === '') continue;
    const { id, size } = parseHeader(line);
    sizes.set(id, size);
  }
  return sizes;
}

/** Contents, read in one process; null for a blob that is not there. The caller bounds how much it asks for. */
export function readBlobs(ask: AskGit, ids: readonly string[]): Map<string, Buffer | null> {
  const blobs = new Map<string, Buffer | null>();
  if (ids.length === 0) return blobs;
  const output = ask(['cat-file', '--batch', '--buffer'], linesOf(ids));
  let at = 0;
  while (at < output.length) {
    const lineEnd = output.indexOf(NEWLINE, at);
    const { id, size } = parseHeader(output.toString('utf8', at, lineEnd === -1 ? output.length : lineEnd));
    at = lineEnd + 1;
    if (size === null) {
      blobs.set(id, null);
      continue;
    }
    if (at + size >= output.length) throw new Error(`git cat-file ended within ${id}`);
    blobs.set(id, output.subarray(at, at + size));
    at += size + 1;
  }
  return blobs;
}

function linesOf(ids: readonly string[]): string {
  return `${ids.join('\n')}\n`;
}

function parseHeader(line: string): { readonly id: string; readonly size: number | null } {
  const found = HEADER.exec(line);
  const id = found?.[1];
  if (id === undefined) throw new Error(`git cat-file printed what we do not understand: ${JSON.stringify(line)}`);
  return { id, size: found?.[2] === 'blob' ? Number(found[3]) : null };
}
