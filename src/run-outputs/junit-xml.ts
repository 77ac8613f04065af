import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { distinctMentions, type OutputReader } from './mention.js';
import { mentionsInText } from './mentions-in-text.js';

/** JUnit XML, as nearly every runner can write it. */
export const junitXml: OutputReader = {
  name: 'JUnit XML',
  read(text, ruleIds) {
    const root = rootOf(text);
    if (root === null || (root.name !== 'testsuites' && root.name !== 'testsuite')) return null;
    const failures = elementsBelow(root).filter(({ name }) => name === 'failure' || name === 'error');
    const mentions = failures.flatMap((failure) =>
      // XML makes the lines of an attribute one, so the content is the better text.
      mentionsInText(failure.text.trim() === '' ? (failure.attributes.message ?? '') : failure.text, ruleIds),
    );
    return mentions.length > 0 || failures.length === 0 ? distinctMentions(mentions) : null;
  },
};

/** Null for what is no XML. */
function rootOf(text: string): XmlElement | null {
  const start = /<\?xml\b|<testsuites?\b/.exec(text)?.index ?? -1;
  const end = text.lastIndexOf('>') + 1;
  if (start === -1 || end <= start) return null;
  try {
    return parseXml(text.slice(start, end)).root;
  } catch {
    // Text of another kind, or cut off: then its messages can still be read as text.
    return null;
  }
}

/** All elements at any depth, without recursion. */
function elementsBelow(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting: XmlElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(element);
    waiting.push(...element.children.filter((child) => child instanceof XmlElement).reverse());
  }
  return found;
}
