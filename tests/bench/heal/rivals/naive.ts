import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rival } from './rival.js';

// What a weekend tool does: one regular expression and its replacement, everywhere it matches.

type Rewrite = readonly [RegExp, string | ((...groups: string[]) => string)];

const upper = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .toUpperCase();

const REWRITES: Readonly<Record<string, Rewrite>> = {
  SECRET: [
    /(\w*(?:password|api[_-]?key|secret))(["'\]]{0,2}\s*(?::\s*string\s*)?[:=]\s*\{?\s*)["'`][^"'`]+["'`]/gi,
    (_, name = '', between = '') => `${name}${between}process.env.${upper(name)}`,
  ],
  'INNER-HTML': [/\.innerHTML\s*=(?!=)/g, '.textContent ='],
  DEBUGGER: [/^[ \t]*debugger;?.*\n/gm, ''],
  CONSOLE: [/^[ \t]*console\.log\(.*\);?[ \t]*\r?\n/gm, ''],
  'TAB-INDEX': [/\btabIndex=\{[1-9]\d*\}/g, 'tabIndex={0}'],
  'AUTO-FOCUS': [/\s+autoFocus(?:=\{true\})?\b/g, ''],
  'PARSE-INT': [/(?<![.\w$])parseInt\(/g, 'Number.parseInt('],
  TYPEOF: [/(?<![=!<>])==(?!=)/g, '==='],
  'HAS-OWN': [/(\w+)\.hasOwnProperty\(([\w.'"]+)\)/g, 'Object.hasOwn($1, $2)'],
  THROW: [/\bthrow\s+(?!new\b)([^;\n]+)/g, 'throw new Error($1)'],
  SANITIZE: [/__html:(?!\s*sanitize\()\s*([^,}\n]+?)(\s*[,}])/g, '__html: sanitize($1)$2'],
  NODE: [/((?:\bfrom|\brequire\(|\bimport)\s*['"])(fs|path|os|url|util|module|events|process)(?=['"])/g, '$1node:$2'],
  GUARD: [/^(?=import\b)/, "import { guardOf } from './guards.js';\n"],
  SUBSTR: [/\.substr\(/g, '.slice('],
  LEGACY: [/'legacy-plugin',?[ \t]*/g, ''],
  'DEBUG-MODE': [/\s*debugMode: true,?/g, ''],
  WARN: [/\blog\.warning\(/g, 'log.warn('],
};

export const naive: Rival = {
  name: 'naive regex',
  packages: [],
  knows: (ruleId) => Object.hasOwn(REWRITES, ruleId),
  mend(folder, files, ruleId) {
    for (const file of files) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      writeFileSync(path.join(folder, file), rewrite(text, REWRITES[ruleId]));
    }
  },
};

/** The everyday rules of projects/contract.yml, the same way. */
const EVERYDAY: readonly Rewrite[] = [
  [
    /((?:\bfrom|\brequire\(|\bimport\(|\bimport)\s*['"])(assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|process|stream|url|util|zlib)(?=['"])/g,
    '$1node:$2',
  ],
  [/(?<![.\w$])(parseInt|parseFloat|isNaN)\(/g, 'Number.$1('],
  [/(?<![=!<>])==(?!=)/g, '==='],
  [/\.(?:substr|substring)\(/g, '.slice('],
  [/^[ \t]*console\.log\(.*\);?[ \t]*\r?\n/gm, ''],
  [/\bthrow\s+(?!new\b)([^;\n]+)/g, 'throw new Error($1)'],
  [/(\w+)\.hasOwnProperty\(([\w.'"]+)\)/g, 'Object.hasOwn($1, $2)'],
  [/\bvar\b(?=\s)/g, 'let'],
  [/\|\|(?!=)/g, '??'],
  [/\bnew Date\(\)\.getTime\(\)/g, 'Date.now()'],
];

export function mendEverydayNaively(text: string): string {
  return EVERYDAY.reduce(rewrite, text);
}

function rewrite(text: string, to: Rewrite | undefined): string {
  if (!to) return text;
  const [regex, replacement] = to;
  return typeof replacement === 'string' ? text.replace(regex, replacement) : text.replace(regex, replacement);
}
