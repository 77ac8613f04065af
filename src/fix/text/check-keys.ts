import { applyEdits, type Edit } from '../../model/edit.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { tagsOf } from './elements-of.js';

/**
 * Whether an object or section of a data format gets a key a second time, or an element an attribute: one of the two
 * wins, or the file is refused.
 */
export function checkKeys(path: string, text: string, edits: readonly Edit[]): Refusal | null {
  const keysOf = FORMATS.find(([paths]) => paths.test(path))?.[1];
  const after = keysOf ? applyEdits(text, edits) : null;
  if (!keysOf || after === null) return null;
  const known = new Set(twice(keysOf(text)));
  const repeated = twice(keysOf(after)).find((key) => !known.has(key));
  return repeated === undefined ? null : refuse('name-taken', `"${repeated}" is set here already.`);
}

/** Keys of one object each. */
type Objects = readonly (readonly string[])[];

function twice(objects: Objects): readonly string[] {
  return objects.flatMap((keys) => keys.filter((key, index) => keys.indexOf(key) < index));
}

/** In JSON5 a key may stand without quotes. */
const JSON_PIECE =
  /\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|(?<quote>["'])(?<text>(?:\\.|(?!\k<quote>)[^\\\r\n])*)\k<quote>(?<colon>\s*:)?|(?<bare>[\w$]+)(?=\s*:)|(?<bracket>[{}[\]])/g;

function keysOfJson(text: string): Objects {
  const objects: string[][] = [];
  const open: string[][] = [];
  for (const { groups } of text.matchAll(JSON_PIECE)) {
    const { text: quoted, colon, bare, bracket } = groups ?? {};
    const key = bare ?? (colon === undefined ? undefined : quoted);
    if (bracket === '{' || bracket === '[') {
      const keys: string[] = [];
      open.push(keys);
      objects.push(keys);
    } else if (bracket !== undefined) {
      open.pop();
    } else if (key !== undefined) {
      open.at(-1)?.push(key);
    }
  }
  return objects;
}

const YAML_KEY =
  /^(?<indent>(?: |-(?= ))*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[\w./@-][^:#]*?))\s*:(?=\s|$)/;

/** By indentation: what stands further to the left than an object ends it, and so does the dash of the next item. */
function keysOfYaml(text: string): Objects {
  const objects: string[][] = [];
  let open: { readonly width: number; readonly keys: string[] }[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const first = line.search(/\S/);
    if (first < 0 || line.charAt(first) === '#') continue;
    open = line.startsWith('---') ? [] : open.filter(({ width }) => width <= first);
    const { indent = '', double, single, plain } = YAML_KEY.exec(line)?.groups ?? {};
    const key = double ?? single ?? plain;
    if (key === undefined) continue;
    const keys = open.find(({ width }) => width === indent.length)?.keys ?? [];
    if (keys.length === 0) {
      open.push({ width: indent.length, keys });
      objects.push(keys);
    }
    keys.push(key);
  }
  return objects;
}

/** `key = value`, line by line: braces hold a block of their own, and a line in square brackets begins a section. */
function keysOfLines(text: string): Objects {
  const top: string[] = [];
  const objects = [top];
  const open = [top];
  for (const line of text.split(/\r\n?|\n/)) {
    const key = /^\s*(?:export\s+)?(?<key>[\w.-]+|"[^"]*")\s*=(?!=)/.exec(line)?.groups?.key;
    if (key !== undefined) open.at(-1)?.push(key);
    if (/^\s*\[/.test(line)) {
      open.splice(0, open.length, []);
    } else if (/\{\s*(?:#.*)?$/.test(line)) {
      open.push([]);
    } else if (/^\s*\}/.test(line) && open.length > 1) {
      open.pop();
    } else {
      continue;
    }
    objects.push(open.at(-1) ?? []);
  }
  return [...new Set(objects)];
}

const ATTRIBUTE =
  /(?<=\s)(?:(?<name>[^\s"'<>/={}]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'=<>`]+))?|\{(?<named>\w+)\})/g;

/** The attributes of each tag. Vue binds `:rel` and `rel` to the same one; only classes and styles are put together. */
function keysOfMarkup(text: string): Objects {
  return tagsOf(text).map((tag) =>
    [...tag.text.matchAll(ATTRIBUTE)].map(({ groups: { name, named } = {} }) => {
      const key = name ?? named ?? '';
      return /^:(?:class|style)$/.test(key) ? key : key.replace(/^(?:v-bind)?:(?=\w)/, '');
    }),
  );
}

const FORMATS: readonly (readonly [RegExp, (text: string) => Objects])[] = [
  [/\.json[c5]?$/i, keysOfJson],
  [/\.ya?ml$/i, keysOfYaml],
  [/\.(?:tf|tfvars|hcl|toml|ini|properties)$|(?:^|\/)\.env(?:\.[\w.-]+)?$|\.env$/i, keysOfLines],
  [/\.(?:html?|vue|svelte|xml|svg)$/i, keysOfMarkup],
];
