/**
 * What a text is that goes by the name of a secret and cannot be one, whatever its language; null where it may be one.
 * To set a label, a selector or a mask from the environment breaks what is shown or looked for.
 * @param isRead whether it may be that people read it where it stands
 */
export function whyNoSecret(text: string, isRead = true): string | null {
  if (GAP.test(text)) return 'stands for a value that others fill in';
  if (MASK.test(text)) return 'hides a value';
  if (/^\W{1,3}$/.test(text)) return 'is a sign or a gap';
  if (ADDRESS.test(text)) return 'is an address';
  if (LOCAL.test(text)) return 'opens what runs on this machine, in the way that everybody knows';
  if (BEGINNING.test(text)) return 'is what others begin with';
  if (SELECTOR.test(text) || PATH.test(text)) return 'selects an element of a page';
  if (PUBLIC.test(text)) return 'is a key that everybody may see';
  if (KEPT_ELSEWHERE.test(text)) return 'says where a secret is kept';
  if (VERSIONS.test(text)) return 'is a range of versions';
  if (MARK.test(text) || COMMENT.test(text)) return 'marks a place in a text';
  if (ABSENT.test(text)) return 'says that there is none';
  if (NAMES.some((name) => name.test(text))) return 'is a name that code goes by';
  return isRead && isForPeople(text) && !KEY_FILE.test(text) ? 'is a text for people' : null;
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

/** `********`, `xxxx`: one sign over and over; `**REDACTED**`. */
const MASK = /^(?:x{3,}|([^\p{L}\p{N}])\1+|\W*redacted\W*)$/iu;

/** `https://github.com/login/oauth/access_token`. Who may come in by its path or query holds a key there. */
const ADDRESS = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/(?![\w-]*\d[\w-]*[a-z][\w-]{14,})[\w.~-]*)*$/i;

/** `amqp://guest:guest@localhost:5672`, `postgres://testuser:test@127.0.0.1/test`: what a service comes with, or is started by for tests. */
const LOCAL =
  /^[a-z][a-z\d+.-]*:\/\/(?:([a-z]\w*):\1|(?:postgres|root|admin|user|sa|guest):(?:pass(?:word)?|example)|\w*test\w*:\w*|\w*:\w*test\w*)@(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/i;

/** `sk_`, `user:token:` */
const BEGINNING = /^[a-z]+(?:[-_:][a-z]+)*[-_:]$/i;

/** `9.0.2`, `~1.20`, `>=2.0.0-rc.1`: of a package that is called after what it is for. */
const VERSIONS = /^(?:(?:[~^]|[<>]=?)\d{1,5}(?:\.(?:\d{1,5}|[x*])){1,2}|\d{1,5}\.\d{1,5}\.\d{1,5})(?:-[a-z]+[.\d]*)?$/;

/** `___hash___`, `\`\`\`math`: a word behind a sign that is written at least three times. */
const MARK = /^([^\p{L}\p{N}])\1\1+[a-z]+(?:[-_ ][a-z]+)*\1*$/u;

/** `/* @plus-start *\/`, `<!-- end -->` */
const COMMENT = /^(?:\/\*|<!--)/;

const PART = String.raw`(?:[.#]-?[a-z_][\w-]*|\[[^\]]+\]|::?[a-z][a-z-]*(?:\([^)]*\))?)`;
const TAG = '(?:button|div|fieldset|form|input|label|li|main|option|section|select|span|table|td|textarea|tr|ul)';

/** `#password`, `.secret-field`, `input[type=password]`, `form>.token:focus`. */
const SELECTOR = new RegExp(String.raw`^(?:${TAG}?${PART}+|${TAG}(?=[>+~,]))(?:[>+~,](?:[a-z]\w*|\*)?${PART}*)*$`, 'i');

/** `//input[@type='password']`, `css=.password`. */
const PATH = /^\.?\/\/(?:\w+|\*)(?:\[|\/|$)|^(?:css|xpath)=/;

/** `op://vault/db`, `arn:aws:…`, `projects/p/secrets/s`, `/run/secrets/db`, `./token.txt`. */
const KEPT_ELSEWHERE =
  /^(?:op|vault|ssm|awssm|gcpsm|keyvault|secretref|file):|^arn:aws:|^projects\/[\w-]+\/secrets\/|^\.{0,2}(?:\/[a-z][a-z_-]*)+(?:\.[a-z]{1,5})?$/;

/** Of PostHog, Stripe and Mapbox: what a page tells who it is by. */
const PUBLIC = /^(?:phc_|pk_(?:live|test)_|pk\.eyJ)/;

/** `not_available`, `n/a`, `unused`: what a public client sends, or a field is filled with that must not be empty. */
const ABSENT =
  /^(?:n\/a|unused|unset|(?:not|no|never)[-_ ](?:applicable|available|configured|given|needed|present|required|set|used)|no[-_ ](?:key|pass|password|secret|token))$/i;

const ROLE =
  '(?:button|btn|changed|column|cookie|dialog|error|expired|field|form|hash|help|hint|icon|input|invalid|label|missing|modal|page|required|reset)';

/** What programs call things by. Of digits there are none, and of words at least two, but for those of types. */
const NAMES: readonly RegExp[] = [
  // A key of translations or settings: `errors.password.required`. A signed token begins otherwise.
  /^(?!eyJ)[a-z][a-z]+(?:_[a-z]+)*(?:\.[a-z][A-Za-z]+(?:_[a-z]+)*)+$/,
  // An event or action: `password:changed`.
  /^(?=.*(?:passw|token|secret|key))[a-z]+(?::[a-z-]+)+$/i,
  // A constant or setting: `TOKEN_EXPIRED`. What asks to be exchanged is none.
  /^(?!(?:YOUR|MY|CHANGE|REPLACE|INSERT|ENTER|ADD|PUT|SET|SUPER|SOME|TODO|FIXME|TEST|DUMMY|FAKE|EXAMPLE|SECRET)_|.*_HERE$)[A-Z]{2,}(?:_[A-Z]{2,})+$/,
  // A column or member called after what it holds: `sessionToken`. Nobody chooses a token.
  /^[a-z]+(?:[A-Z][a-z]+)*(?:Token|Key)$/,
  // The same in another spelling: `cohere_api_key`. What asks to be exchanged is none.
  /^(?!(?:your|my|the|a|some|any|change|replace|insert|enter|add|put|set|super|secret|top|test|dummy|fake|example|dev)_)[a-z]+(?:_[a-z]+)*_(?:api_?key|token)$/,
  // A header: `X-Auth-Token`.
  /^x(?:-[a-z]+)+$/i,
  // An option or a property of styles: `--token`.
  /^--[a-z]+(?:-[a-z]+)*$/,
  // A column, a test's id, a code: `password_hash`, `login-password-input`.
  new RegExp(`^[a-z]+(?:[-_][a-z]+)*[-_]${ROLE}$`),
  // A way to prove who one is, to sign, to send cookies along.
  /^(?:client_secret_(?:basic|post|jwt)|(?:HS|RS|ES|PS)(?:256|384|512)|sha(?:1|256|384|512)|at\+jwt|include|omit|same-origin)$/,
  // What browsers fill in.
  /^(?:current-password|new-password|one-time-code)$/,
  // A type or kind.
  /^(?:string|text|boolean|null|undefined|none|dummy|placeholder|wrong|invalid|bearer|basic|required|optional|hidden|true|false|varchar\(\d+\))$/i,
  // A regular expression.
  /^\^.*[[(\\].*\$$/,
];

const KEY_FILE = /^\s*-----BEGIN /;
