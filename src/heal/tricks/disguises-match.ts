import { rulesOf, type Trial } from '../gates/gate.js';
import { changedWindows } from './changed-windows.js';

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
  (text) => (/\s\.|\.\s/.test(text) ? text.replace(/\s*\.\s*/g, '.') : text),
  (text) => text.replace(/(?:\/\/|\/\*|<!--)[ \t]?|\*\/|-->|(?<=^|\n)[ \t]*(?:#|--|;)[ \t]?/g, ''),
];

const undoAll = (text: string): string => UNDISGUISE.reduce((plain, undo) => undo(plain), text);

/** The forbidden text is still there, spelt so that the pattern misses it. */
export function disguisesMatch(trial: Trial): string | null {
  const windows = changedWindows(trial).map(({ before, after }) => ({
    before: trial.before.slice(before.start, before.end),
    after: readingsOf(trial.after.slice(after.start, after.end)),
  }));
  for (const check of rulesOf(trial).flatMap((rule) => rule.checks)) {
    if (check.kind !== 'forbidden-pattern') continue;
    const { regex } = check.pattern;
    if (windows.some(({ before, after }) => revealsMore(before, after, regex))) {
      return `Read without its disguise, the new text still matches ${check.pattern.written}.`;
    }
  }
  return null;
}

/** A text, and what it reads like where there is something to undo. */
interface Readings {
  readonly plain: string;
  readonly read: readonly { readonly text: string; readonly by: (text: string) => string }[];
}

function readingsOf(plain: string): Readings {
  const read = UNDISGUISE.map((by) => ({ text: by(plain), by })).filter(({ text }) => text !== plain);
  // Where no disguise is found by itself there are none to be found together.
  return { plain, read: read.length === 0 ? read : [...read, { text: undoAll(plain), by: undoAll }] };
}

/** Whether some reading brings more matches to light in the new text than in the old one. */
function revealsMore(before: string, after: Readings, regex: RegExp): boolean {
  return after.read.some(({ text, by }) => {
    const now = revealed(text, after.plain, regex);
    return now > 0 && now > revealed(by(before), before, regex);
  });
}

/** How many matches a reading brings to light that are not there to see. */
function revealed(read: string, plain: string, regex: RegExp): number {
  const found = read === plain ? 0 : count(read, regex);
  return found === 0 ? 0 : Math.max(0, found - count(plain, regex));
}

function count(text: string, regex: RegExp): number {
  return text.match(regex)?.length ?? 0;
}

function decoded(whole: string, braced?: string, four?: string, two?: string): string {
  const code = Number.parseInt(braced ?? four ?? two ?? '', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
