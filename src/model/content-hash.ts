import { hash } from 'node:crypto';

/** SHA-256 of a file's UTF-8 bytes, hexadecimal. @param text without its byte order mark */
export function contentHash(text: string, bom: boolean): string {
  return hash('sha256', bom ? `\uFEFF${text}` : text);
}
