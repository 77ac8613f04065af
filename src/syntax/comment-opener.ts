/** What opens a comment, by the extensions of languages that are not parsed; null where that is not known. */
export function commentOpener(path: string): RegExp | null {
  return OPENERS.find(([paths]) => paths.test(path))?.[1] ?? null;
}

const OPENERS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\.(?:py|rb|sh|bash|zsh|ya?ml|toml|ini|conf|cfg|env|pl|r|tf|properties)$|(?:^|\/)(?:dockerfile|makefile)[^/]*$/i,
    /#/,
  ],
  [
    /\.(?:go|java|kt|kts|c|cc|cpp|h|hpp|cs|rs|swift|php|scala|dart|groovy|gradle|scss|less|css|proto)$/i,
    /\/\/|\/\*|^\s*\*/,
  ],
  [/\.(?:html?|xml|vue|svelte|md|mdx|svg)$/i, /<!--/],
  [/\.(?:sql|lua|hs|elm)$/i, /--/],
];
