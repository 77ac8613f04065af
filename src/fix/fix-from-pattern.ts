import type { Target } from '../model/auto-fix.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { FixInstruction } from './fix-site.js';

/**
 * A stored fix pattern read as an instruction for one file: its template takes the place of what its own regex matches,
 * or what that names is removed.
 * @param path root-relative
 */
export function fixFromPattern(pattern: FixPattern, path: string): FixInstruction {
  const strategy = pattern.strategy ?? 'replace';
  return {
    strategy,
    hint: pattern.description,
    template: strategy === 'remove' || pattern.find ? null : pattern.replacementTemplate,
    findReplace: pattern.find ? { find: pattern.find.regex, replace: pattern.replacementTemplate } : null,
    text: null,
    anchor: null,
    importLine: pattern.importLine === undefined ? null : fixImportLine(pattern.importLine, path),
    target: targetOf(pattern.target ?? 'default'),
    targetFile: null,
    safety: 'safe',
    // The rule's own conditions are asked as well: see `makeFix`.
    when: (pattern.when ?? []).map((name) => ({ name, argument: null })),
    declaredAt: { file: '.specflow/fix-patterns.json', line: 1, column: 1 },
    search: pattern.regex,
  };
}

function targetOf(written: string): Target {
  return written === 'default' || written === 'match' || written === 'value'
    ? { kind: written }
    : { kind: 'group', name: written };
}

/** With the project root written as it is reached from a file: `../lib/log.js` for `${ROOT}/lib/log.js`. */
export function fixImportLine(importLine: string, path: string): string {
  return importLine.replace(/\$\{ROOT\}\/([^'"]+)/g, (_, target: string) => {
    const here = path.split('/').slice(0, -1);
    const there = target.split('/');
    let same = 0;
    while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
    const up = '../'.repeat(here.length - same);
    return `${up === '' ? './' : up}${there.slice(same).join('/')}`;
  });
}
