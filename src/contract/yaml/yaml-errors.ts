import { parseAllDocuments } from 'yaml';

/**
 * What is wrong with the syntax of any YAML, a message each; of a file that is made by templates there is something before
 * it is edited as well. Keys that come twice are no matter of syntax, and comparing all of a map takes too long.
 */
export function yamlErrors(text: string): readonly string[] {
  try {
    const documents = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false });
    return 'empty' in documents ? [] : documents.flatMap(({ errors }) => errors.map(({ message }) => message));
  } catch (error) {
    // What is nested too deeply to be read is not judged.
    if (error instanceof RangeError) return [];
    throw error;
  }
}
