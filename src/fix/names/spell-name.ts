/**
 * A name cut into words: at everything that is neither letter nor digit, and at the humps of camel
 * case. An acronym is one word (`APIKey`: API, Key); digits stay with the word before them
 * (`apiKey2`: api, Key2).
 */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** `stripeApiKey` → `STRIPE_API_KEY`; null when nothing spellable is left or it would not be an identifier. */
export function upperSnakeCase(name: string): string | null {
  const spelt = wordsOfName(name).join('_').toUpperCase();
  return /^[A-Z][A-Z0-9_]*$/.test(spelt) ? spelt : null;
}

/** `x-api-key` → `xApiKey`; null when nothing spellable is left or it would not be an identifier. */
export function camelCase(name: string): string | null {
  const words = wordsOfName(name).map((word) => word.toLowerCase());
  const spelt = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return /^[a-z][A-Za-z0-9]*$/.test(spelt) ? spelt : null;
}
