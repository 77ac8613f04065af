/**
 * Runs work that a pattern or a text from outside may make endless, and breaks it off when its time is up. Broken off
 * at any point, without `finally`: the work must leave behind nothing that is harmful half done, and open nothing.
 */
export type Bounded = <T>(work: () => T, milliseconds: number) => BoundedAnswer<T>;

export type BoundedAnswer<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'timeout' };

/** The same with its time settled. */
export type Within = <T>(work: () => T) => BoundedAnswer<T>;

export const withoutLimit: Within = (work) => ({ kind: 'done', value: work() });
