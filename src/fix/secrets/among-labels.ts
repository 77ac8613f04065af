import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import { constantText } from '../../semantics/names/spells-name.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isForPeople } from './no-secret.js';
import { looksRandom } from './secret-name.js';

type Property = Extract<Node, { type: 'Property' }>;
type ObjectExpression = Extract<Node, { type: 'ObjectExpression' }>;

/**
 * Whether one plain word, which may be a password as well as a translation of the name it goes by, stands among texts
 * that people read: `labels = { password: 'senha' }`.
 */
export function isAmongLabels(tree: SyntaxTree, node: Node): boolean {
  const text = constantText(node) ?? '';
  const lineage = tree.lineage(node).slice(1);
  const [property, object] = lineage;
  const isProperty = property?.type === 'Property' && object?.type === 'ObjectExpression';
  const isSaid = !looksRandom(text);
  if (isProperty && isTypeName(text) && isAmongTypes(object, property)) return true;
  if (isProperty && isSaid && (isOfKinds(tree, property, object) || hasKey(object, GRAMMAR))) return true;
  if (isSaid && OF_TEXTS.test(tree.path)) return true;
  if (!NAME.test(text)) return false;
  if (property?.type === 'AssignmentExpression' && isSetAmongThings(property)) return true;
  if (isProperty && lineage.some((each) => THINGS.test(nameOf(each) ?? ''))) return true;
  if (isProperty && (lineage.some(isOfRecognised) || hasKey(object, LOOK))) return true;
  if (isToldByCode(tree, text)) return true;
  if (!isWord(text)) return false;
  return isProperty && (lineage.some(isNamedForTexts) || hasTextsBeside(object, property));
}

/** A table of the names of types: `{ getMe: 'User', getToken: 'BotAccess', getChat: 'ChatInfo' }`. */
function isAmongTypes({ properties }: ObjectExpression, own: Property): boolean {
  const names = properties.filter(
    (each) => each !== own && each.type === 'Property' && isTypeName(constantText(each.value)),
  );
  return names.length > 2 && names.length >= (properties.length - 1) / 2;
}

function isTypeName(text: string | null): boolean {
  return text !== null && /^(?:[A-Z][a-z]+)+(?:\[\])?$/.test(text);
}

/** A table with an entry for each of an enum's members says something of them: `[Brand.OnePassword]: '1Password'`. */
function isOfKinds(tree: SyntaxTree, own: Property, { properties }: ObjectExpression): boolean {
  const kindOf = (each: Node): string | null =>
    each.type === 'Property' && each.computed && each.key.type === 'MemberExpression'
      ? textOf(tree, each.key.object)
      : null;
  const kind = kindOf(own);
  return kind !== null && properties.some((each) => each !== own && kindOf(each) === kind);
}

/** `errors.password = 'too.short'` */
function isSetAmongThings({ left }: Extract<Node, { type: 'AssignmentExpression' }>): boolean {
  const name = left.type === 'MemberExpression' ? calledName(left.object) : null;
  return name !== null && (THINGS.test(name) || TEXTS.test(name));
}

function hasKey({ properties }: ObjectExpression, key: RegExp): boolean {
  return properties.some((each) => each.type === 'Property' && key.test(keyOf(each.key) ?? ''));
}

/** What says how the things of a kind look names the kind: `{ token: 'custom-date', foreground: '008800' }`. */
const LOOK = /^(?:foreground|background|fontStyle|color)$/;

/** So does what tells an editor how to find them in code: `{ token: 'regexp', bracket: '@open' }`. */
const GRAMMAR = /^(?:regex|bracket|nextEmbedded|tokenizer|tokenPostfix)$/;

/** What code compares values with, or answers by, tells one kind of them from the others: `token !== 'autoLogin'`. */
function isToldByCode(tree: SyntaxTree, text: string): boolean {
  const quoted = `(["'\`])${escapeRegex(text)}`;
  return new RegExp(`(?:[!=]==?|\\b(?:return|case))\\s*${quoted}\\1|${quoted}\\2\\s*[!=]==`).test(tree.text);
}

/** Values that are listed to be found again, or told from real ones: `PLACEHOLDER_SECRETS`. */
function isOfRecognised(node: Node): boolean {
  const words = nameOf(node)?.split(/_|(?<=[a-z\d])(?=[A-Z])/) ?? [];
  return words.some((word) => /^(?:placeholders?|examples?|samples?|insecure|weak|known|forbidden)$/i.test(word));
}

function isWord(text: string): boolean {
  return /^[a-z]{3,}$/.test(text);
}

const LANGUAGE =
  '(?:ar|bg|ca|cs|da|de|el|en|es|et|fi|fr|he|hr|hu|it|ja|ko|lt|lv|nb|nl|pl|pt|ro|ru|sk|sl|sr|sv|tr|uk|vi|zh)(?:[-_]?[A-Za-z]{2})?';

/** Files of translations, by their folder and by the language they are named for. */
const OF_TEXTS = new RegExp(String.raw`(?:^|/)(?:i18n|l10n|lang|locales?|translations?)/(?:.*/)?${LANGUAGE}(?:\.|/)`);

const TEXTS =
  /(?:^|[a-z_\d-])(?:labels?|translations?|i18n|l10n|locales?|captions?|placeholders?|texts?|strings|copy)$/i;

/** What is called by plain words: `icons = { password: 'lock' }`, `storageKeys = { token: 'app_token' }`. */
const THINGS =
  /(?:^|[a-z_-])(?:actions|class_?names|codes|columns|endpoints|errors|events|icons|paths|routes|selectors|test_?ids|types|(?:cache|cookie|query|storage)_?keys)$/i;

const NAME = /^[a-z]{2,}(?:[-_./: ][a-z]{2,})*$/i;

/** The variable, key or member an object is given to. */
function isNamedForTexts(node: Node): boolean {
  const name = nameOf(node);
  return name !== null && (TEXTS.test(name) || new RegExp(`^${LANGUAGE}$`).test(name));
}

function nameOf(node: Node): string | null {
  switch (node.type) {
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' ? node.id.name : null;
    case 'Property':
    case 'PropertyDefinition':
      return node.value?.type === 'ObjectExpression' ? keyOf(node.key) : null;
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' ? keyOf(node.left.property) : null;
    default:
      return null;
  }
}

function keyOf(key: Node): string | null {
  return key.type === 'Identifier' ? key.name : constantText(key);
}

/** Two at least that are texts, and nothing that is neither text nor word. Names and places of a user are no texts. */
function hasTextsBeside({ properties }: ObjectExpression, own: Node): boolean {
  let texts = 0;
  for (const each of properties) {
    if (each === own) continue;
    const said = each.type === 'Property' ? constantText(each.value) : null;
    if (each.type !== 'Property' || said === null) return false;
    if (isForPeople(said) && !OF_A_PERSON.test(keyOf(each.key) ?? '')) texts++;
    else if (!isForPeople(said) && !isWord(said)) return false;
  }
  return texts > 1;
}

const OF_A_PERSON =
  /(?:name|user|login|role|host|city|country|street|address|bio|company|job|about|server|database|region)$/i;
