/** An element of a parsed document; text between elements is kept. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MarkupElement | string)[];
}

interface Dialect {
  readonly prolog: RegExp;
  /** Elements without an end tag, and elements whose content is not markup. */
  readonly voids: readonly string[];
  readonly raw: readonly string[];
  readonly bareAttributes: boolean;
}

const XML: Dialect = {
  prolog: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/,
  voids: [],
  raw: [],
  bareAttributes: false,
};
const HTML: Dialect = {
  prolog: /^<!doctype html>\n/,
  voids: ['meta', 'input'],
  raw: ['script', 'style'],
  bareAttributes: true,
};

/** A strict reader of the XML that reports use: throws on anything that is not well-formed. */
export function parseXml(source: string): MarkupElement {
  if (/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(source))
    throw new Error('a character XML cannot hold');
  return parse(source, XML);
}

/** The same for HTML, as strict: every element is closed but the void ones. */
export function parseHtml(source: string): MarkupElement {
  return parse(source, HTML);
}

export function elementsNamed(root: MarkupElement, name: string): readonly MarkupElement[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : elementsNamed(child, name)));
  return root.name === name ? [root, ...below] : below;
}

export function textOf(element: MarkupElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

type OpenElement = { name: string; attributes: Record<string, string>; children: (MarkupElement | string)[] };

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"<]*")?)*)\s*(\/?)>/gy;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;

function parse(source: string, dialect: Dialect): MarkupElement {
  const prolog = dialect.prolog.exec(source);
  if (!prolog) throw new Error('no prolog');
  const document: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [document];
  let at = prolog[0].length;
  while (at < source.length) {
    const top = open.at(-1) as OpenElement;
    if (dialect.raw.includes(top.name)) {
      const end = source.indexOf(`</${top.name}`, at);
      if (end > at) top.children.push(source.slice(at, end));
      if (end > at) at = end;
    }
    if (source[at] !== '<') {
      const next = source.indexOf('<', at);
      const text = source.slice(at, next === -1 ? undefined : next);
      if (top === document && text.trim() !== '') throw new Error(`text outside of the root: ${text}`);
      top.children.push(decode(text));
      at += text.length;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(source);
    if (!tag) throw new Error(`not a tag: ${source.slice(at, at + 60)}`);
    const [whole, slash, name = '', written = '', closed] = tag;
    at += whole.length;
    if (slash) {
      if (open.length < 2 || top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
      continue;
    }
    const element: OpenElement = { name, attributes: attributesOf(written, dialect), children: [] };
    top.children.push(element);
    if (!closed && !dialect.voids.includes(name)) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  const [root, ...more] = document.children.filter((child) => typeof child !== 'string');
  if (root === undefined || more.length > 0) throw new Error('not one root');
  return root;
}

function attributesOf(written: string, { bareAttributes }: Dialect): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value] of written.matchAll(ATTRIBUTE)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`${name} twice`);
    if (value === undefined && !bareAttributes) throw new Error(`${name} has no value`);
    attributes[name] = decode(value ?? '');
  }
  return attributes;
}

const ENTITY: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decode(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text');
  return text.replace(/&(#\d+|[a-z]+)?(;?)/g, (whole, name: string | undefined, semicolon: string) => {
    const character = name?.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : ENTITY[name ?? ''];
    if (semicolon === '' || character === undefined) throw new Error(`not an entity: ${whole}`);
    return character;
  });
}
