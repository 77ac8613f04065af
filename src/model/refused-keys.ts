/** Names that reach an object's prototype in careless readers; no format of ours needs them. */
export const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
