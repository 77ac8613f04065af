import type { Trial } from '../gates/gate.js';

/** A check that looks at code only is blind to what was moved into a comment or a string. */
export function hidesFromCode({ parts, before, after }: Trial): string | null {
  const members = parts.flatMap(({ site }) => site.members);
  for (const check of new Set(members.map((member) => member.check))) {
    if (check.kind !== 'forbidden-pattern' || check.match !== 'code') continue;
    const healed = members.filter((member) => member.check === check).length;
    const { regex } = check.pattern;
    if (count(after, regex) > count(before, regex) - healed) {
      return 'The fix leaves the forbidden text in place, where the rule does not look: in a comment or a string.';
    }
  }
  return null;
}

function count(text: string, regex: RegExp): number {
  return text.match(regex)?.length ?? 0;
}
