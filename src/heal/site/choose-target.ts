import type { AutoFix } from '../../model/auto-fix.js';
import type { Violation } from '../../model/violation.js';
import { isGenerated } from '../../syntax/is-generated.js';
import { neverWritten } from '../access/never-written.js';
import type { HealPorts } from '../ports.js';
import type { Settles } from '../proposers/settles.js';
import { memberOf } from './site.js';

export type Target =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'none'; readonly reason: string; readonly gate: string | null };

/** Files looked into when candidates are ranked, and shown of them. */
const MAX_READ = 200;
const MAX_SHOWN = 5;

/**
 * The file to mend a pattern in that any file of its scope may satisfy: the one the contract names, else
 * the only one there is, else the only one that has the place the contract speaks of.
 * @param scoped the files of the rule's scope; tests and what else is never written to are asked only where there is nothing else
 */
export function chooseTarget(
  violation: Violation,
  scoped: readonly string[],
  read: HealPorts['read'],
  settles: Settles,
): Target {
  const { rule } = violation;
  const { autoFix } = memberOf(violation).check;
  const target = autoFix?.targetFile ?? null;
  if (target !== null) {
    if (scoped.includes(target)) return { kind: 'file', file: target };
    const reason = `The target ${target} is not in the scope of ${rule.id}. Correct the target or the scope.`;
    return { kind: 'none', reason, gate: 'scope' };
  }
  const writable = scoped.filter((file) => neverWritten(file) === null);
  const files = writable.length > 0 ? writable : scoped;
  const [first, ...others] = files;
  if (first === undefined) {
    return { kind: 'none', reason: `The scope of ${rule.id} selects no file. Correct the scope.`, gate: null };
  }
  if (others.length === 0) return { kind: 'file', file: first };
  const spot = autoFix === null ? null : spotOf(autoFix);
  const only = spot === null ? null : onlyFileWith(spot, files, read, settles);
  if (only !== null) return { kind: 'file', file: only };
  const ranked = rankFiles(violation, files, read).slice(0, MAX_SHOWN);
  const more = files.length > ranked.length ? `, and ${files.length - ranked.length} more` : '';
  const reason = `Any of ${files.length} files may hold it; most likely ${ranked.join(', ')}${more}. Name one as auto_fix.target.`;
  return { kind: 'none', reason, gate: null };
}

/** What a file must hold for a fix to have a place in it; null where any file has one. */
function spotOf({ anchor, findReplace }: AutoFix): RegExp | null {
  if (anchor !== null && 'regex' in anchor) return anchor.regex;
  return findReplace?.find ?? null;
}

/** The one file that holds a spot; null where several do, or where that cannot be found out. */
function onlyFileWith(
  spot: RegExp,
  files: readonly string[],
  read: HealPorts['read'],
  settles: Settles,
): string | null {
  if (files.length > MAX_READ) return null;
  let only: string | null = null;
  for (const file of files) {
    const source = read(file);
    if (source.kind !== 'text' || !settles(spot, source.text)) return null;
    if (source.text.search(spot) < 0 || isGenerated(file, source.text)) continue;
    if (only !== null) return null;
    only = file;
  }
  return only;
}

/** By how many words of the pattern, title and message a file's path and text hold; generated ones come last. */
function rankFiles(violation: Violation, files: readonly string[], read: HealPorts['read']): readonly string[] {
  const { check } = memberOf(violation);
  const pattern = check.kind === 'required-pattern' ? check.pattern.regex.source : '';
  const words = new Set(`${pattern} ${violation.rule.title} ${check.message}`.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const scores = new Map(
    files.slice(0, MAX_READ).map((file) => {
      const source = read(file);
      const content = source.kind === 'text' ? source.text : '';
      // Whatever is written there is gone when it is generated again.
      if (isGenerated(file, content)) return [file, -1];
      const text = `${file} ${content}`.toLowerCase();
      return [file, [...words].filter((word) => text.includes(word)).length];
    }),
  );
  const score = (file: string): number => scores.get(file) ?? 0;
  return [...files].sort((a, b) => score(b) - score(a) || depth(a) - depth(b) || (a < b ? -1 : 1));
}

function depth(path: string): number {
  return path.split('/').length;
}
