import { parseAllDocuments } from 'yaml';
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
  if (/\.ya?ml$/i.test(path)) return yamlErrors(text);
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

/** Of a file that is made by templates there are as many before. Comparing all keys of a map takes too long, and is no matter of syntax. */
function yamlErrors(text: string): readonly string[] {
  try {
    const documents = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false });
    return 'empty' in documents ? [] : documents.flatMap(({ errors }) => errors.map(({ message }) => message));
  } catch (error) {
    // What is nested too deeply to be read is not judged.
    if (error instanceof RangeError) return [];
    throw error;
  }
}
