import { applyEdits, type Edit } from '../../model/edit.js';
import { type Refusal, refuse } from '../refusal.js';

/** Whether an object of JSON or YAML gets a key a second time: the later one wins, or the file is refused. */
export function checkKeys(path: string, text: string, edits: readonly Edit[]): Refusal | null {
  const keysOf = /\.json[c5]?$/i.test(path) ? keysOfJson : /\.ya?ml$/i.test(path) ? keysOfYaml : null;
  const after = keysOf && applyEdits(text, edits);
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

const JSON_PIECE = /\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|"(?<text>(?:\\.|[^"\\\r\n])*)"(?<colon>\s*:)?|(?<bracket>[{}[\]])/g;

function keysOfJson(text: string): Objects {
  const objects: string[][] = [];
  const open: string[][] = [];
  for (const { groups } of text.matchAll(JSON_PIECE)) {
    const { text: key, colon, bracket } = groups ?? {};
    if (bracket === '{' || bracket === '[') {
      const keys: string[] = [];
      open.push(keys);
      objects.push(keys);
    } else if (bracket !== undefined) {
      open.pop();
    } else if (key !== undefined && colon !== undefined) {
      open.at(-1)?.push(key);
    }
  }
  return objects;
}

const YAML_KEY = /^(?<indent>(?: |-(?= ))*)(?<key>[\w"'./@-][^\s:#]*)\s*:(?=\s|$)/;

/** By indentation: what stands further to the left than an object ends it, and so does the dash of the next item. */
function keysOfYaml(text: string): Objects {
  const objects: string[][] = [];
  let open: { readonly width: number; readonly keys: string[] }[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const first = line.search(/\S/);
    if (first < 0 || line.charAt(first) === '#') continue;
    open = line.startsWith('---') ? [] : open.filter(({ width }) => width <= first);
    const { indent = '', key } = YAML_KEY.exec(line)?.groups ?? {};
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
