import { type JsonNode, memberValue, parseJson } from '../model/json-document.js';
import { indexLines } from '../model/position.js';
import type { Agent } from './agent.js';
import { appendTo, type JsonContainer, removeFrom } from './json-edit.js';

// The text of an agent's settings with our hooks in it or without them. Everything else in it stays byte for byte.

/** One of our hooks as it stands in a settings file. */
export interface InstalledHook {
  readonly event: string;
  readonly command: string;
}

export type SettingsRead =
  | { readonly kind: 'read'; readonly hooks: readonly InstalledHook[] }
  /** Not a text we may rewrite. `reason` is one clause. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Our hooks in a settings file, in its order. */
export function readSettings(text: string, agent: Agent): SettingsRead {
  const parsed = parseJson(text);
  if (parsed.kind === 'failed') return { kind: 'refused', reason: whyNoJson(text, parsed.offset, parsed.message) };
  const flaw = flawOf(parsed.node, agent);
  if (flaw !== null) return { kind: 'refused', reason: flaw };
  return { kind: 'read', hooks: sitesOf(parsed.node, agent).map(({ event, command }) => ({ event, command })) };
}

/** A settings file with nothing in it but our hooks. */
export function newSettings(agent: Agent, command: string): string {
  return addHooks(`${JSON.stringify(agent.settings.preamble, null, 2)}\n`, agent, command);
}

/**
 * Adds what is missing; a hook of ours that is there stays as it is, whatever its command line or time limit.
 * @param text one that `readSettings` read
 */
export function addHooks(text: string, agent: Agent, command: string): string {
  let next = text;
  for (const { event, entry } of agent.settings.entries) {
    const root = parsedRoot(next);
    if (sitesOf(root, agent).some((site) => site.event === event)) continue;
    const hooks = memberValue(root, 'hooks');
    const list = hooks && memberValue(hooks, event);
    if (list) next = appendTo(next, containerOf(list), entry(command), null);
    else if (hooks) next = appendTo(next, containerOf(hooks), [entry(command)], event);
    else next = appendTo(next, containerOf(root), { [event]: [entry(command)] }, 'hooks');
  }
  return next;
}

/**
 * Takes out every hook of ours, with the lists and objects that held nothing else.
 * @param text one that `readSettings` read
 */
export function dropHooks(text: string, agent: Agent): string {
  let next = text;
  for (;;) {
    const [site] = sitesOf(parsedRoot(next), agent);
    if (site === undefined) return next;
    const step = site.path.findLast(({ container }) => childrenOf(container).length > 1) ?? site.path[0];
    next = removeFrom(next, step.container, step.index);
  }
}

/** Which child of a list or an object. */
interface Step {
  readonly container: JsonContainer;
  readonly index: number;
}

interface HookSite extends InstalledHook {
  /** The step to take in each list or object on the way, from the root down. */
  readonly path: readonly [Step, ...Step[]];
}

/** An event lists groups with hooks of their own or, in some agents, the hooks themselves. */
function sitesOf(root: JsonNode, agent: Agent): readonly HookSite[] {
  const isOurs = new RegExp(`specflow[^\\s]*\\s+hook\\s+${agent.name}(?![\\w-])`);
  const sites: HookSite[] = [];
  for (const hooks of childrenOf(root).filter(({ key }) => key === 'hooks')) {
    for (const event of childrenOf(hooks.node)) {
      for (const entry of childrenOf(event.node)) {
        const nested = childrenOf(memberValue(entry.node, 'hooks'));
        for (const hook of [entry, ...nested]) {
          const command = memberValue(hook.node, 'command');
          if (command?.kind !== 'string' || !isOurs.test(command.value)) continue;
          const last = hook === entry ? [] : [hook.step];
          sites.push({ event: event.key, command: command.value, path: [hooks.step, event.step, entry.step, ...last] });
        }
      }
    }
  }
  return sites;
}

interface Child {
  /** Empty for an item of a list. */
  readonly key: string;
  readonly node: JsonNode;
  readonly step: Step;
}

function childrenOf(node: JsonNode | null): readonly Child[] {
  if (node?.kind === 'object') {
    return node.members.map(({ key, value }, index) => ({ key, node: value, step: { container: node, index } }));
  }
  if (node?.kind === 'array')
    return node.items.map((item, index) => ({ key: '', node: item, step: { container: node, index } }));
  return [];
}

function parsedRoot(text: string): JsonNode {
  const parsed = parseJson(text);
  if (parsed.kind === 'failed') throw new Error(`settings that were read do not parse: ${parsed.message}`);
  return parsed.node;
}

function containerOf(node: JsonNode): JsonContainer {
  if (node.kind === 'object' || node.kind === 'array') return node;
  throw new Error('settings that were read have another shape');
}

/** Why our hooks have no place in it, one clause; null where they have. */
function flawOf(root: JsonNode, { settings }: Agent): string | null {
  if (root.kind !== 'object') return 'it holds no JSON object';
  const hooks = memberValue(root, 'hooks');
  if (hooks === null) return null;
  if (hooks.kind !== 'object') return 'its "hooks" is no object';
  const odd = settings.entries.find(({ event }) => (memberValue(hooks, event)?.kind ?? 'array') !== 'array');
  return odd === undefined ? null : `its "hooks.${odd.event}" is no list`;
}

function whyNoJson(text: string, offset: number, message: string): string {
  if (/^\s*(?:\/\/|\/\*)/.test(text.slice(offset))) return 'it holds comments, which a change by a program could lose';
  const { line, column } = indexLines(text).positionAt(offset);
  return `it is not JSON at line ${line}, column ${column}: ${message}`;
}
