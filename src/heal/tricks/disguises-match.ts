import type { Trial } from '../gates/gate.js';
import { changedWindow } from './changed-window.js';

/** Characters nobody sees, and Cyrillic or Greek letters that look like Latin ones. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ο: 'o',
  ν: 'v',
};

/** Each undoes one way of writing the same thing so that a pattern no longer sees it. */
const UNDISGUISE: readonly ((text: string) => string)[] = [
  (text) => text.replace(INVISIBLE, ''),
  (text) => text.replace(/[\u0370-\u052f]/g, (letter) => LOOK_ALIKES[letter] ?? letter),
  (text) => text.replace(/\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, decoded),
  (text) =>
    text
      .replace(/["'`]\s*\+\s*["'`]/g, '')
      .replace(/\$\{\s*(["'`])([^"'`]*)\1\s*\}/g, '$2')
      .replace(/\\\r?\n/g, ''),
  (text) => text.replace(/(?:\?\.)?\[\s*(["'`])([A-Za-z_$][\w$]*)\1\s*\]/g, '.$2'),
  (text) => text.replace(/\(\s*0\s*,\s*([\w$.]+)\s*\)/g, '$1'),
  (text) => text.replace(/\/\*.*?\*\//gs, ''),
  (text) => text.replace(/\s*\.\s*/g, '.'),
  (text) => text.replace(/(?:\/\/|\/\*|<!--)[ \t]?|\*\/|-->|(?<=^|\n)[ \t]*(?:#|--|;)[ \t]?/g, ''),
];

const READINGS: readonly ((text: string) => string)[] = [
  ...UNDISGUISE,
  (text) => UNDISGUISE.reduce((plain, undo) => undo(plain), text),
];

/** The forbidden text is still there, spelt so that the pattern misses it. */
export function disguisesMatch(trial: Trial): string | null {
  const window = changedWindow(trial);
  const before = trial.before.slice(window.before.start, window.before.end);
  const after = trial.after.slice(window.after.start, window.after.end);
  for (const check of trial.site.rule.checks) {
    if (check.kind !== 'forbidden-pattern') continue;
    const { regex } = check.pattern;
    for (const read of READINGS) {
      if (revealed(after, read, regex) > revealed(before, read, regex)) {
        return `Read without its disguise, the new text still matches ${check.pattern.written}.`;
      }
    }
  }
  return null;
}

/** How many matches a reading brings to light that are not there to see. */
function revealed(text: string, read: (text: string) => string, regex: RegExp): number {
  return Math.max(0, count(read(text), regex) - count(text, regex));
}

function count(text: string, regex: RegExp): number {
  return text.match(regex)?.length ?? 0;
}

function decoded(whole: string, braced?: string, four?: string, two?: string): string {
  const code = Number.parseInt(braced ?? four ?? two ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
