/**
 * What a text is that goes by the name of a secret and cannot be one, whatever its language; null where it may be one.
 * To set a label, a selector or a mask from the environment breaks what is shown or looked for.
 */
export function whyNoSecret(text: string): string | null {
  if (GAP.test(text)) return 'stands for a value that others fill in';
  if (MASK.test(text)) return 'hides a value';
  if (SELECTOR.test(text) || PATH.test(text)) return 'selects an element of a page';
  return isForPeople(text) && !KEY_FILE.test(text) ? 'is a text for people' : null;
}

/** Several words, letters that no key is made of, or one word as a sentence or label begins. */
export function isForPeople(text: string): boolean {
  const words = text.split(/\s+/).filter((part) => WORD.test(part));
  return words.length > 1 || /[^\p{ASCII}]|^[A-Z][a-z]+[.:!?]*$/u.test(text);
}

/** `password`, `(optional)`, `don't`, `8`; in `abc 12345` there is only one. */
const WORD = /^\W*(?:[a-z]+(?:['-][a-z]+)*|\d{1,2})\W*$/i;

/** `<token>`, `{{token}}`, `${TOKEN}`, `%TOKEN%`. To set `YOUR_TOKEN` from the environment is what its author asks for. */
const GAP = /^<[^<>]*>$|^%\w+%$|\$\{[^}]*\}|\{\{.*\}\}/is;

/** `********`, `xxxx`: one sign over and over. */
const MASK = /^(?:x{3,}|([^\p{L}\p{N}])\1+)$/iu;

const PART = String.raw`(?:[.#]-?[a-z_][\w-]*|\[[^\]]+\]|::?[a-z][a-z-]*(?:\([^)]*\))?)`;
const TAG = '(?:button|div|fieldset|form|input|label|li|main|option|section|select|span|table|td|textarea|tr|ul)';

/** `#password`, `.secret-field`, `input[type=password]`, `form>.token:focus`. */
const SELECTOR = new RegExp(String.raw`^(?:${TAG}?${PART}+|${TAG}(?=[>+~,]))(?:[>+~,](?:[a-z]\w*|\*)?${PART}*)*$`, 'i');

/** `//input[@type='password']`, `css=.password`. */
const PATH = /^\.?\/\/(?:\w+|\*)(?:\[|\/|$)|^(?:css|xpath)=/;

const KEY_FILE = /^\s*-----BEGIN /;
