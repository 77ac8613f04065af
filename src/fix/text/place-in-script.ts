import type { TextRange } from '../../model/position.js';
import { placeAt, type SyntacticPlace } from '../../syntax/place-at.js';
import { scriptAround } from './script-around.js';

/** What a range of a page or component is in the script that holds it; null outside scripts, and where one does not parse. */
export function placeInScript(path: string, text: string, range: TextRange): SyntacticPlace | null {
  const script = scriptAround(path, text, range);
  return script && placeAt(script.tree, range);
}
