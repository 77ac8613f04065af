import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { Gate } from './gate.js';

/** What parsed still parses. Languages nobody here can parse are not judged. */
export const parses: Gate = {
  name: 'parses',
  judge: ({ path, before, after }) => {
    const is = syntaxErrors(path, after);
    const [first] = is;
    if (first === undefined || is.length <= syntaxErrors(path, before).length) return null;
    return { outcome: 'syntax_error', detail: `The fix breaks the syntax: ${first}` };
  },
};

function syntaxErrors(path: string, text: string): readonly string[] {
  if (/\.json$/i.test(path)) return jsonErrors(text);
  return parseSyntax(path, text)?.errors.map(({ message }) => message) ?? [];
}

function jsonErrors(text: string): readonly string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    if (error instanceof SyntaxError) return [error.message];
    throw error;
  }
}
