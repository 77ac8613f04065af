import type { TextRange } from '../../model/position.js';
import { placeAt, type SyntacticPlace } from '../../syntax/place-at.js';
import { beginsString } from '../matching/begins-string.js';
import { scriptAround } from './script-around.js';

/**
 * What a range of a page or component is in the script that holds it; null outside scripts, and where one does not
 * parse. A string whose beginning the range names stands in code, as it does in a file of its own.
 */
export function placeInScript(path: string, text: string, range: TextRange): SyntacticPlace | null {
  const script = scriptAround(path, text, range);
  if (!script) return null;
  return beginsString(script.tree, range) ? 'code' : placeAt(script.tree, range);
}
