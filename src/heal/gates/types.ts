import type { Gate } from './gate.js';

/** A change may leave type errors as they are; it may not add any, here or in the files that import this one. */
export const types: Gate = {
  name: 'types',
  judge: ({ typeChecker, path, before, after }) => {
    const problems = typeChecker?.added(path, before, after) ?? [];
    const [first, ...others] = problems;
    if (first === undefined) return null;
    const where = first.file === path ? `on line ${first.line}` : `in ${first.file} on line ${first.line}`;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const detail = `The fix adds a type error ${where}: ${first.code} ${first.message}${more}`;
    const lines = problems.filter(({ file }) => file === path).map(({ line }) => line);
    return { outcome: 'type_error', detail, lines };
  },
};
