import type { Gate } from './gate.js';

/** A change may leave type errors as they are; it may not add any, here or in the files that import this one. */
export const types: Gate = {
  name: 'types',
  judge: ({ typeChecker, path, before, after }) => {
    const [first, ...others] = typeChecker?.added(path, before, after) ?? [];
    if (first === undefined) return null;
    const where = first.file === path ? `on line ${first.line}` : `in ${first.file} on line ${first.line}`;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const detail = `The fix adds a type error ${where}: ${first.code} ${first.message}${more}`;
    return { outcome: 'type_error', detail };
  },
};
