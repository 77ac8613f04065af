import { crc32 } from 'node:zlib';

/**
 * Tells accidental damage: any one changed byte shows, a changed length, and nearly everything else. It is no secret,
 * so it proves nothing about who wrote the bytes; loading a real hash function takes longer than summing up a megabyte.
 * @param content of a text its UTF-8 counts
 */
export function checksum(content: string | Uint8Array): string {
  return `${crc32(content).toString(16).padStart(8, '0')}-${Buffer.byteLength(content).toString(16)}`;
}
