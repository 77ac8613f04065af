import type { FixAnswer, FixSite } from '../../fix/fix-site.js';
import { refuse } from '../../fix/refusal.js';
import type { Rule } from '../../model/contract.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { placeAt } from '../../syntax/place-at.js';
import type { Candidate } from './candidate.js';

/**
 * The rule's compliant example, where the violating line is one of its violating examples to the letter
 * (white space around it aside) and the line that answers it is beyond doubt.
 */
export function compliantExample(site: FixSite): readonly Candidate[] {
  if (site.place === null) return [];
  const line = site.place.lineText.trim();
  const answer = answerTo(line, site.rule);
  if (answer === null) return [];
  return [
    { source: 'example', pattern: null, onlySuggested: null, trigger: null, fix: (at) => replaceLine(at, line, answer) },
  ];
}

/** The line that stands in the compliant examples where this one stands in the violating ones; null when unclear. */
function answerTo(line: string, rule: Rule): string | null {
  const answers = new Set<string>();
  for (const [index, { text }] of rule.exampleViolations.entries()) {
    const violating = linesOf(text);
    if (!violating.includes(line)) continue;
    const compliant = linesOf(rule.exampleCompliant[index]?.text ?? '');
    const differing = violating.filter((each, at) => each !== compliant[at]);
    const answer = compliant[violating.indexOf(line)];
    // Aligned: as many lines, and this one alone differs.
    if (compliant.length !== violating.length || differing.length !== 1 || differing[0] !== line) return null;
    if (answer === undefined) return null;
    answers.add(answer);
  }
  const [answer] = answers;
  return answers.size === 1 && answer !== undefined ? answer : null;
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function replaceLine({ path, text, place }: FixSite, line: string, answer: string): FixAnswer {
  if (place === null) return refuse('position-is-code', 'An absence has no line to replace.');
  const tree = parseSyntax(path, text);
  if (tree === null) return refuse('language-not-understood', 'Examples are only applied where syntax is understood.');
  if (placeAt(tree, place.range) !== 'code') return refuse('position-is-code', 'The line does not stand in code.');
  const start = text.lastIndexOf(line, place.range.start);
  const range = { start, end: start + line.length };
  if (start === -1 || range.end < place.range.end) {
    return refuse('match-is-whole', 'The match reaches beyond the line of the example.');
  }
  const unknown = namesIn(answer).find((name) => !GLOBALS.has(name) && !new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(text));
  if (unknown !== undefined) {
    return refuse('name-unbound', `The compliant example uses "${unknown}", which this file does not know.`);
  }
  return { kind: 'fix', fix: { edits: [{ range, text: answer }], applicability: 'safe' } };
}

/** Names a line of code refers to: no members, keys, or words inside quotes. */
function namesIn(line: string): readonly string[] {
  const code = line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '""');
  return [...code.matchAll(/(?<![\w$.])[A-Za-z_]\w*(?!\w)(?!\s*:)/g)].map(([name]) => name);
}

/** Words of the language, and names that every run time brings. */
const GLOBALS: ReadonlySet<string> = new Set(
  `as async await break case catch class const continue default delete do else export extends false finally for from
   function if implements import in instanceof interface let new null of return satisfies static super switch this throw
   true try type typeof undefined var void while yield
   any boolean never number object string symbol unknown
   Array BigInt Boolean Date Error Infinity Intl JSON Map Math NaN Number Object Promise Proxy Reflect RegExp Set String
   Symbol TypeError URL URLSearchParams WeakMap WeakSet console crypto fetch globalThis isFinite isNaN parseFloat
   parseInt process queueMicrotask structuredClone clearTimeout setTimeout clearInterval setInterval`.split(/\s+/),
);
