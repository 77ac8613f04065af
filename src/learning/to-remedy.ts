import { hash } from 'node:crypto';
import type { PatternCondition } from '../model/condition.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { compileMatch } from '../pattern-store/compile-match.js';
import { newPattern } from '../pattern-store/new-pattern.js';
import type { Generalised, HoleKind, Part } from './generalise.js';

export type Remedy =
  | { readonly kind: 'pattern'; readonly pattern: FixPattern }
  /** One clause. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A template whose expressions are names and members. */
const TEMPLATE_TEXT = `\`(?:[^\`\\\\$]|\\\\.|\\$(?!\\{)|\\$\\{\\s*[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*\\s*\\})*\``;

/** What each kind of hole matches; nothing of it reaches beyond one expression. */
const HOLES: Readonly<Record<HoleKind, string>> = {
  name: String.raw`(?!(?:true|false|null|undefined|new|await|typeof|void|function|class|async|delete|yield)\b)[A-Za-z_$][\w$]*`,
  path: String.raw`(?:this|[A-Za-z_$][\w$]*)(?:\.[A-Za-z_$][\w$]*)+`,
  string: String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`,
  number: String.raw`\d[\d_.]*`,
  template: TEMPLATE_TEXT,
};

/** Where an expression may begin, and where one ends: a match must not be a part of a larger one. */
const BEGINS = String.raw`(?<=(?:^|[;{}(,=\[?:]|=>|&&|\|\||\breturn|\bthrow)\s*)`;
const ENDS = String.raw`(?=\s*(?:[;,)\]}:?]|&&|\|\||$))`;

/** Behind a call that is a statement by itself. */
const ENDS_STATEMENT = String.raw`(?=\s*(?:[;}]|//|/\*|$))`;

/** Where a remedy comes from. */
export interface RemedySource {
  readonly ruleId: string;
  readonly provenance: 'learnt' | 'agent';
  readonly description: string;
  /** ISO date. */
  readonly created: string;
  /** What it needs imported; null for nothing. */
  readonly importLine: string | null;
  /** What all examples have in common besides their form. */
  readonly when: readonly PatternCondition[];
}

/** A pattern at the start of its life, or why the form of the examples makes none. */
export function toRemedy(source: RemedySource, { before, after, holes }: Generalised): Remedy {
  if (isVague(before)) return TOO_VAGUE;
  if (namesPlace([...before, ...after])) return RELATIVE;
  const used = new Set(after.flatMap((part) => (part.kind === 'hole' ? [part.hole] : [])));
  if (holes.some((_, hole) => !used.has(hole))) {
    return { kind: 'refused', reason: 'it would throw away what stands at the place' };
  }
  const template = templateOf(after, before);
  if (template === null) return { kind: 'refused', reason: 'its outcome holds text that reads as a placeholder' };
  return patternOf(source, `/${regexOf(before, holes)}/m`, template, { target: 'match' });
}

/** The same for examples of which nothing was left. */
export function toRemoval(source: RemedySource, { before, holes }: Pick<Generalised, 'before' | 'holes'>): Remedy {
  if (isVague(before)) return TOO_VAGUE;
  if (namesPlace(before)) return RELATIVE;
  const last = before.at(-1);
  const isWhole = last?.kind === 'text' && last.text.endsWith(')') ? ENDS_STATEMENT : '';
  return patternOf(source, `/${regexOf(before, holes)}${isWhole}/m`, '', { strategy: 'remove' });
}

/** The remedy that puts a template in the place of the value a rule's own pattern finds. */
export function toRespelling(source: RemedySource, match: string, template: string): Remedy {
  return patternOf(source, match, template, {});
}

const TOO_VAGUE: Remedy = {
  kind: 'refused',
  reason: 'it would match nearly anything: the examples have hardly a word in common',
};

const RELATIVE: Remedy = {
  kind: 'refused',
  reason: 'it names another file by the way from its own, and from another folder that leads elsewhere',
};

/** A path such as `'./db'` means another file in each folder, whatever reads it. */
function namesPlace(parts: readonly Part[]): boolean {
  return parts.some((part) => part.kind === 'text' && /["'`]\.{1,2}\/|\bfrom\s*["']\.{1,2}["']/.test(part.text));
}

function isVague(parts: readonly Part[]): boolean {
  const fixed = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('');
  return !/\w{2}|[^\s\w()[\]{}.,;'"]{2}/.test(fixed);
}

function patternOf(
  { ruleId, provenance, description, created, importLine, when }: RemedySource,
  match: string,
  template: string,
  how: Pick<FixPattern, 'target' | 'strategy'>,
): Remedy {
  const compiled = compileMatch(match);
  if ('wrong' in compiled) return { kind: 'refused', reason: `its regular expression is none: ${compiled.wrong}` };
  const does = { ...how, ...(importLine === null ? {} : { importLine }), ...(when.length === 0 ? {} : { when }) };
  const more = how.strategy === undefined && importLine === null && when.length === 0 ? [] : [does];
  const digest = hash('sha256', JSON.stringify([ruleId, match, template, ...more])).slice(0, 8);
  const id = `${provenance}-${ruleId.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${digest}`;
  const remedy = { id, ruleId, description, match, regex: compiled.regex, replacementTemplate: template, provenance };
  return { kind: 'pattern', pattern: newPattern({ ...remedy, ...does }, created) };
}

function regexOf(parts: readonly Part[], holes: Generalised['holes']): string {
  /** Holes in the order they are first met: that is what their groups are numbered by. */
  const met: number[] = [];
  const body = parts.map((part) => {
    if (part.kind === 'text') return literal(part.text);
    const group = met.indexOf(part.hole);
    if (group >= 0) return `\\${group + 1}`;
    met.push(part.hole);
    const kinds = [...(holes[part.hole] ?? [])].map((kind) => HOLES[kind]).join('|');
    return part.isList ? `((?:(?:${kinds})(?:\\s*,\\s*(?:${kinds}))*)?)` : `(${kinds})`;
  });
  const [first, last] = [parts[0], parts.at(-1)];
  const start = first?.kind === 'hole' ? BEGINS : /^[\w$]/.test(first?.text ?? '') ? String.raw`(?<![\w$.])` : '';
  const end = last?.kind === 'text' && !/[\w$]$/.test(last.text) ? '' : ENDS;
  return start + body.join('') + end;
}

/** White space as loosely as it was written, everything else to the letter. */
function literal(text: string): string {
  return text
    .split(/(\s+)/)
    .map((piece, at, all) => {
      if (piece === '' || !/^\s/.test(piece)) return piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      const isBetweenWords = /\w$/.test(all[at - 1] ?? '') && /^\w/.test(all[at + 1] ?? '');
      return isBetweenWords ? String.raw`\s+` : String.raw`\s*`;
    })
    .join('');
}

function templateOf(parts: readonly Part[], before: readonly Part[]): string | null {
  const order: number[] = [];
  for (const part of before) if (part.kind === 'hole' && !order.includes(part.hole)) order.push(part.hole);
  if (parts.some((part) => part.kind === 'text' && part.text.includes('${'))) return null;
  return parts.map((part) => (part.kind === 'text' ? part.text : `\${${order.indexOf(part.hole) + 1}}`)).join('');
}
