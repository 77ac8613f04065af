import { incomplete, type Problem } from '../../model/problem.js';
import type { HealPorts } from '../ports.js';

/** The same ports, and what could not be read through them: that nothing was healed there does not mean that nothing could be. */
export function watchReads(ports: HealPorts): { readonly ports: HealPorts; problems(): readonly Problem[] } {
  const unread = new Map<string, string>();
  return {
    ports: {
      ...ports,
      read(path) {
        const read = ports.read(path);
        if (read.kind === 'skipped' && read.reason === 'unreadable') unread.set(path, read.detail);
        return read;
      },
    },
    problems: () => [...unread].map(([file, detail]) => notRead(file, detail)),
  };
}

function notRead(file: string, detail: string): Problem {
  return incomplete(
    'heal/unreadable',
    file,
    `The file could not be read again to heal it: ${detail}.`,
    'Make it readable, and run heal again.',
  );
}
