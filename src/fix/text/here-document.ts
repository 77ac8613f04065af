const PATHS = /\.(?:sh|bash|zsh|rb|tf|php|pl)$|(?:^|\/)dockerfile[^/]*$|\.dockerfile$/i;

/** Whether an offset stands in a text of several lines that a word of its own ends: `cat <<EOF`. */
export function isInHereDocument(path: string, text: string, offset: number): boolean {
  if (!PATHS.test(path)) return false;
  let ending: string | null = null;
  let at = 0;
  for (const line of text.split(/(?<=\n|\r(?!\n))/)) {
    if (at >= offset) return ending !== null;
    at += line.length;
    if (ending === null) ending = HERE.exec(line.replace(/^\s*#.*/, ''))?.groups?.word ?? null;
    else if (line.trim().replace(/[;,)].*$/, '') === ending) ending = null;
  }
  return false;
}

/** Of a word in capitals, for `<<` is a shift and an append as well. */
const HERE = /<<[<~-]?\s*(?<quote>["']?)(?<word>[A-Z_]+)\k<quote>/;
