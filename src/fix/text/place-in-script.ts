import type { Match } from '../../model/fix-site.js';
import { placeAt, type SyntacticPlace } from '../../syntax/place-at.js';
import { beginsString } from '../matching/begins-string.js';
import { scriptAround } from './script-around.js';

/**
 * What a match in a page or component is in the script that holds it; null outside scripts, and where one does not
 * parse. A string whose beginning the match names stands in code, as it does in a file of its own.
 */
export function placeInScript(path: string, text: string, match: Match): SyntacticPlace | null {
  const script = scriptAround(path, text, match.range);
  if (!script) return null;
  return beginsString(script.tree, match) ? 'code' : placeAt(script.tree, match.range);
}
