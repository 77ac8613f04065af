import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { Gate, Trial } from './gate.js';

/** What parsed still parses. Languages nobody here can parse are not judged. */
export const parses: Gate = {
  name: 'parses',
  judge: (trial) => {
    const is = syntaxErrors(trial, trial.after);
    const [first] = is;
    if (first === undefined || is.length <= syntaxErrors(trial, trial.before).length) return null;
    return { outcome: 'syntax_error', detail: `The fix breaks the syntax: ${first}` };
  },
};

function syntaxErrors({ path, yamlErrors }: Trial, text: string): readonly string[] {
  if (/\.json$/i.test(path)) return jsonErrors(text);
  if (/\.ya?ml$/i.test(path)) return yamlErrors?.(text) ?? [];
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
