/**
 * How globs are read, everywhere: dot files count, `!` is ours (a scope is an ordered list), and a
 * trailing slash means what `compileScope` makes of it.
 */
export const GLOB_OPTIONS = { dot: true, nonegate: true } as const;
