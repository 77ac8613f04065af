/** Many paths in memory that threads share, so that none has to copy them. */
export interface SharedPaths {
  /** One behind the other, as UTF-8. */
  readonly bytes: Uint8Array;
  /** Where each of them ends. */
  readonly ends: Uint32Array;
}

export function sharePaths(paths: readonly string[]): SharedPaths {
  const joined = paths.join('');
  const ends = new Uint32Array(new SharedArrayBuffer(paths.length * Uint32Array.BYTES_PER_ELEMENT));
  const bytes = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(joined)));
  bytes.write(joined);
  // As of nearly all projects.
  const isAscii = bytes.length === joined.length;
  let end = 0;
  paths.forEach((path, at) => {
    end += isAscii ? path.length : Buffer.byteLength(path);
    ends[at] = end;
  });
  return { bytes, ends };
}

/** Empty for a place that there is not. */
export function pathAt({ bytes, ends }: SharedPaths, at: number): string {
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return own.toString('utf8', startOf(ends, at), ends[at] ?? startOf(ends, at));
}

function startOf(ends: Uint32Array, at: number): number {
  return at === 0 ? 0 : (ends[at - 1] ?? 0);
}
