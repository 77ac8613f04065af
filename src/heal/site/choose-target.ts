import type { Violation } from '../../model/violation.js';
import { isGenerated } from '../../syntax/is-generated.js';
import type { HealPorts } from '../ports.js';
import { memberOf } from './site.js';

export type Target =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'none'; readonly reason: string; readonly gate: string | null };

/** Files looked into when candidates are ranked, and shown of them. */
const MAX_READ = 200;
const MAX_SHOWN = 5;

/**
 * The file to mend a pattern in that any file of its scope may satisfy: the one the contract names, else
 * the only one there is.
 * @param files the files of the rule's scope
 */
export function chooseTarget(violation: Violation, files: readonly string[], read: HealPorts['read']): Target {
  const { rule } = violation;
  const target = memberOf(violation).check.autoFix?.targetFile ?? null;
  if (target !== null) {
    if (files.includes(target)) return { kind: 'file', file: target };
    const reason = `The target ${target} is not in the scope of ${rule.id}. Correct the target or the scope.`;
    return { kind: 'none', reason, gate: 'scope' };
  }
  const [first, ...others] = files;
  if (first === undefined) {
    return { kind: 'none', reason: `The scope of ${rule.id} selects no file. Correct the scope.`, gate: null };
  }
  if (others.length === 0) return { kind: 'file', file: first };
  const ranked = rankFiles(violation, files, read).slice(0, MAX_SHOWN);
  const more = files.length > ranked.length ? `, and ${files.length - ranked.length} more` : '';
  const reason = `Any of ${files.length} files may hold it; most likely ${ranked.join(', ')}${more}. Name one as auto_fix.target.`;
  return { kind: 'none', reason, gate: null };
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
