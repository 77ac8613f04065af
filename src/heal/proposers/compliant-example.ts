import { verifyEdits } from '../../fix/checks/verify-edits.js';
import { checkNames } from '../../fix/names/check-names.js';
import type { Rule } from '../../model/contract.js';
import type { FixAnswer, FixSite } from '../../model/fix-site.js';
import { isRefusal, refuse } from '../../model/refusal.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { placeAt } from '../../syntax/place-at.js';
import type { Candidate } from './candidate.js';

/**
 * The rule's compliant example, where the violating line is its violating example to the letter
 * (white space around it aside) and the line that answers it is beyond doubt.
 */
export function compliantExample(site: FixSite): readonly Candidate[] {
  if (site.place === null) return [];
  const line = site.place.lineText.trim();
  const answer = answerTo(line, site.rule);
  if (answer === null) return [];
  return [
    {
      source: 'example',
      pattern: null,
      onlySuggested: 'an example shows one way out, not that it is right here',
      trigger: null,
      fix: (at) => replaceLine(at, line, answer),
      instruction: null,
    },
  ];
}

/**
 * The line that stands in the compliant example where this one stands in the violating one; null when unclear.
 * Where there are several examples, each shows a case of its own: they are not pairs.
 */
function answerTo(line: string, { exampleViolations, exampleCompliant }: Rule): string | null {
  const [violation, ...otherViolations] = exampleViolations;
  const [answer, ...otherAnswers] = exampleCompliant;
  if (!violation || !answer || otherViolations.length > 0 || otherAnswers.length > 0) return null;
  const violating = linesOf(violation.text);
  const compliant = linesOf(answer.text);
  const [differing, ...others] = [...violating.keys()].filter((at) => violating[at] !== compliant[at]);
  // Aligned: as many lines, and this one alone differs.
  if (compliant.length !== violating.length || differing === undefined || others.length > 0) return null;
  return violating[differing] === line ? (compliant[differing] ?? null) : null;
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
  const edits = [{ range, text: answer }];
  const after = verifyEdits(tree, edits);
  if (isRefusal(after)) return after;
  return checkNames(tree, after, edits) ?? { kind: 'fix', fix: { edits, applicability: 'safe' } };
}
