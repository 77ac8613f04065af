import type { AutoFix } from '../../model/auto-fix.js';
import type { Violation } from '../../model/violation.js';
import { commentOpener } from '../../syntax/comment-opener.js';
import { isGenerated } from '../../syntax/is-generated.js';
import { isBareName, languageOf } from '../../syntax/language-of.js';
import { neverWritten } from '../access/never-written.js';

/** Whether heal would refuse whatever fix it had for a violation: told by its path and its line, nothing is read. */
export function isRefusedUnread({ file, place }: Violation): boolean {
  if (file === null) return false;
  if (neverWritten(file) !== null || isGenerated(file, '')) return true;
  const language = languageOf(file);
  if (language?.lang === 'dts') return true;
  if (place === null) return false;
  const before = place.lineText.slice(0, place.column - 1);
  const opener = language === null ? commentOpener(file) : /^\s*(?:\/\/|\/\*(?!.*\*\/))/;
  const at = opener === null ? -1 : before.search(opener);
  return at >= 0 && before.slice(0, at).trim() === '';
}

/** Whether a declared fix says enough for a language that is not understood: there only explicit slots are edited. */
export function isToldToText(autoFix: AutoFix, { file }: Violation): boolean {
  if (file === null || languageOf(file) !== null || mayBeCommand(file)) return true;
  if (autoFix.importLine !== null || autoFix.when.length > 0) return false;
  if (autoFix.findReplace !== null) return true;
  if (autoFix.strategy === 'insert') return autoFix.anchor !== null && autoFix.anchor.kind !== 'after-imports';
  return autoFix.strategy === 'replace' && autoFix.target.kind === 'group';
}

/** A name without an extension: its first line may say that it is code, as that of `bin/serve` does. */
function mayBeCommand(file: string): boolean {
  return isBareName(file) && commentOpener(file) === null;
}
