import { type Refusal, refuse } from '../../model/refusal.js';

/** By the extensions of languages that are not parsed: what opens a comment in others, and is none in them. */
const FOREIGN: readonly (readonly [RegExp, RegExp])[] = [
  [/\.(?:py|rb|sh|bash|zsh|ya?ml|toml|env|pl|r)$|(?:^|\/)(?:dockerfile|makefile)[^/]*$/i, /^(?:\/\/|\/\*|<!--|--\s)/],
  [
    /\.(?:go|java|kts?|c|cc|cpp|h|hpp|cs|rs|swift|scala|dart|groovy|gradle|proto|scss|sass|less)$/i,
    /^(?:#\s|<!--|--\s)/,
  ],
  [/\.css$/i, /^(?:\/\/|#\s|<!--|--\s)/],
  // Each line is a row.
  [/\.[ct]sv$/i, /^(?:\/\/|\/\*|#\s|<!--|--\s)/],
  [/\.sql$/i, /^(?:\/\/|<!--)/],
  [/\.lua$/i, /^(?:\/\/|\/\*|#\s|<!--)/],
  // What is no comment there is prose.
  [/\.mdx?$/i, /^(?:\/\/|\/\*|--\s)/],
  [/\.(?:xml|svg)$/i, /^(?:\/\/|\/\*|#\s|--\s)/],
];

/** Whether what is inserted begins as a comment of another language: the licence of a C file is no Python. */
export function checkComment(path: string, inserted: string): Refusal | null {
  const foreign = FOREIGN.find(([paths]) => paths.test(path))?.[1];
  const opener = foreign?.exec(inserted.trimStart())?.[0].trim();
  return opener === undefined
    ? null
    : refuse('result-parses', `In this file's language no comment begins with \`${opener}\`.`);
}
