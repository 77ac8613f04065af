import type { Predicate } from './predicate.js';

/** `target-lib: es2022`: the project is compiled for that version of the language's library, or a later one. */
export const targetLib: Predicate = ({ site }, argument) => {
  const wanted = yearOf(argument);
  if (wanted === null) return `"${argument ?? ''}" is no version of the language, such as es2022.`;
  const target = site.types?.targetLib(site.path) ?? null;
  const actual = yearOf(target);
  if (actual === null) return 'The project does not say which library it is compiled for.';
  return actual >= wanted ? null : `The project is compiled for ${target ?? 'nothing'}.`;
};

/** `es6` is 2015, `esnext` is later than every year; null for anything else. */
function yearOf(version: string | null): number | null {
  const found = /^es(?:(next)|(\d{4})|([3-9]|1\d))$/i.exec(version ?? '');
  if (!found) return null;
  if (found[1]) return Number.POSITIVE_INFINITY;
  return found[2] ? Number(found[2]) : 2009 + Number(found[3]);
}
