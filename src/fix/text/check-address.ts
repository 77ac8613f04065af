import type { Edit } from '../../model/edit.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isNearby, securedAddresses } from '../../semantics/values/addresses.js';
import { isKnownNamespace, NAMING } from '../../semantics/values/is-namespace.js';

/**
 * What speaks against `http://` → `https://` where syntax does not tell what an address is for: `xmlns="…"`, and the
 * address of a document type, are names of which each letter counts, and a machine nearby has no certificate.
 */
export function checkAddress(text: string, edits: readonly Edit[]): Refusal | null {
  for (const { range, text: written } of edits) {
    const start =
      range.start - (/[^\s"'`<>()]*$/.exec(text.slice(Math.max(0, range.start - 200), range.start))?.[0].length ?? 0);
    const rest = /^[^\s"'`<>()]*/.exec(text.slice(range.end))?.[0] ?? '';
    const was = text.slice(start, range.end) + rest;
    const made = text.slice(start, range.start) + written + rest;
    for (const address of securedAddresses(was, made)) {
      if (isKnownNamespace(`${address.host}${address.path}`) || isTakenForName(text, start)) {
        return refuse(
          'address-elsewhere',
          `"${address.written}" is a name that others look for as it is, not an address.`,
        );
      }
      if (isNearby(address)) {
        return refuse(
          'address-elsewhere',
          `Whether ${address.host}${address.port} answers with encryption is not known.`,
        );
      }
    }
  }
  return null;
}

/** Whether what stands in front of a value says that it is a name: an attribute, a key, a document type. */
function isTakenForName(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 400), start);
  const owner = /([\w$@:.-]+)["']?\s*[:=]\s*["'`]?$/.exec(before)?.[1] ?? '';
  return NAMING.test(owner) || /<![dD][oO][cC][tT][yY][pP][eE]\b[^<>]*$/.test(before);
}
