import type { Node } from 'oxc-parser';

/** What a name says beyond the word its value spells: `TOKEN_KEY = 'token'`, `passwordField: 'password'`. */
const ROLE =
  /(?:key|name|field|label|header|param|id|type|attr|attribute|prop|column|cookie|path|route|event|action|input|title|text|message|error|placeholder)s?$/;

/** In front of a word: of paths, selectors, header names and keys of translations. */
const QUALIFIER = /^(?:x-|[#/@:]|\.{1,2}\/|[\w-]+[./:#]|\[name=["']?)+/i;

/** Whether a string is the name it is given, spelt once more: `password: 'password'`. */
export function spellsName(node: Node, name: string | null): boolean {
  const value = constantText(node);
  return value !== null && name !== null && lettersOf(value) !== '' && lettersOf(value) === lettersOf(name);
}

/**
 * Whether a string is a label: the name itself, the word the name stands for (`PASSWORD_FIELD = 'password'`),
 * a key or path that ends with it (`password: 'form.password'`), or a sentence about it
 * (`password: 'Enter your password'`).
 */
export function speaksOfName(node: Node, name: string | null): boolean {
  const value = constantText(node);
  if (value === null || name === null) return false;
  const spelt = lettersOf(name);
  const word = spelt.replace(ROLE, '');
  const said = [value, value.replace(QUALIFIER, '')].map(lettersOf).filter((letters) => letters !== '');
  if (said.some((letters) => letters === spelt || letters === word)) return true;
  // What is injected by a token is a class or service: `USERS_TOKEN = 'Users'`.
  if (/^[A-Z]/.test(value) && said.includes(spelt.replace(/token$/, ''))) return true;
  return /\s/.test(value.trim()) && word.length > 2 && lettersOf(value).includes(word);
}

/** Of a string or of a template's first text; null of any other code. */
export function constantText(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  return node.type === 'TemplateLiteral' ? (node.quasis[0]?.value.cooked ?? null) : null;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
