import { wordsOfName } from '../names/spell-name.js';

/**
 * Whether a name that speaks of secrets is the name of something else: `TOKEN_PREFIX`, `passwordFieldName` and `tokenUrl`
 * say something about one, and `resetPassword` is what is done with it.
 */
export function isNameAboutSecret(name: string): boolean {
  if (!SECRET.test(name)) return false;
  const words = wordsOfName(name);
  const head = words.findLast((word) => !NEUTRAL.test(word)) ?? '';
  return !HEAD.test(head) || DONE.test(words[0] ?? '');
}

/**
 * Whether a text is such as nobody says and a program makes up: letters and digits that are no words with a number behind.
 */
export function looksRandom(text: string): boolean {
  return (
    /\d/.test(text) &&
    /\p{L}/u.test(text) &&
    text.length > 5 &&
    !/^\d{0,2}\p{L}+(?:[-_:./ ]\p{L}+)*(?:[-_:./ ]?\d{1,4})?$/u.test(text)
  );
}

const SECRET = /passw|passphrase|passcode|pwd|secret|token|credential|(?:api|access|private)[-_]?key/i;

/** What a secret itself is called by, in the end. */
const HEAD =
  /(?:password|passwd|passphrase|passcode|pwd|pass|secret|token|key|credentials?|jwt|salt|authorization|bearer)$/i;

/** Which of several it is, or how it is written. */
const NEUTRAL =
  /^(?:v?\d+|value|dev(?:elopment)?|prod(?:uction)?|staging|test|live|local|base64|hex|str(?:ing)?|raw|plain|old|new|backup|primary|secondary)$/i;

const DONE =
  /^(?:wrong|invalid|missing|expired|forgot(?:ten)?|(?:reset|create|update|delete|remove|revoke|validate|require|change|toggle|enable|disable|store|show|hide)s?|verify|has|is)$/i;
