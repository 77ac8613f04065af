import { checkGlob } from '../../globs/check-glob.js';
import {
  type Anchor,
  type AutoFix,
  type FindReplace,
  type Strategy,
  type Target,
  writtenRegex,
} from '../../model/auto-fix.js';
import { escapeRegex } from '../../model/escape-regex.js';
import { groupsOf, PLACEHOLDERS, parseTemplate } from '../../model/template.js';
import type { ContractSource } from '../contract-source.js';
import { type Complaint, complaints } from '../problem-catalogue.js';
import { fieldOf, scalarOf, textOf, type YamlNode, type YamlScalar } from '../yaml/yaml-node.js';
import { compileConditions } from './compile-conditions.js';
import { compilePattern } from './compile-pattern.js';

/** Upstream's words and ours. */
const STRATEGIES: Readonly<Record<string, Strategy>> = {
  replace: 'replace',
  replace_with: 'replace',
  insert: 'insert',
  add_import: 'insert',
  wrap: 'wrap',
  wrap_with: 'wrap',
  remove: 'remove',
  remove_pattern: 'remove',
};

export type Report = (node: YamlNode, complaint: Complaint) => void;

/**
 * @param regex the pattern of the check it mends, whose groups a template may use; null for domains
 * @param report is told of each mistake; the rule is then refused whole, and the instruction with it
 */
export function compileAutoFix(node: YamlNode, regex: RegExp | null, source: ContractSource, report: Report): AutoFix {
  const groups = regex ? groupsOf(regex) : { names: [], count: 0 };
  const strategy = STRATEGIES[textOf(node, 'strategy') ?? ''];
  if (!strategy) throw new Error('an auto_fix reached its compiler without passing the schema');
  return {
    strategy,
    hint: textOf(node, 'hint'),
    template: readTemplate(scalarOf(node, 'wrap_pattern'), groups, report),
    findReplace: readFindReplace(node, groups, report),
    text: scalarOf(node, 'text')?.text ?? null,
    anchor: readAnchor(scalarOf(node, 'anchor'), report),
    importLine: readImportLine(scalarOf(node, 'import_line'), report),
    ...readTarget(scalarOf(node, 'target'), strategy, groups, report),
    safety: textOf(node, 'safety') === 'unsafe' ? 'unsafe' : 'safe',
    when: compileConditions(fieldOf(node, 'when'), report),
    declaredAt: source.placeOf(node.range),
  };
}

interface Groups {
  readonly names: readonly string[];
  readonly count: number;
}

function readTemplate(scalar: YamlScalar | null, groups: Groups, refuse: Report): string | null {
  if (!scalar) return null;
  const template = inOurWords(scalar.text);
  const parsed = parseTemplate(template, groups.names, groups.count);
  if ('unknown' in parsed) refuse(scalar, complaints.placeholder(parsed.unknown, [...PLACEHOLDERS, ...groups.names]));
  return template;
}

/** Upstream documents also write placeholders without the dollar; these two have a certain meaning. */
function inOurWords(template: string): string {
  return template
    .replace(/\$?\{UPPER_SNAKE_CASE_KEY\}|(?<!\$)\{UPPER_SNAKE_CASE_NAME\}/g, () => '${UPPER_SNAKE_CASE_NAME}')
    .replace(/\$?\{captured\}/g, () => '${1}');
}

function readImportLine(scalar: YamlScalar | null, refuse: Report): string | null {
  if (!scalar) return null;
  const [written] = /\$\{(?!ROOT\}\/)[^}'"]*\}?[^'"/]*/.exec(scalar.text) ?? [];
  if (written !== undefined) refuse(scalar, complaints.importLine(written));
  return scalar.text;
}

function readFindReplace(node: YamlNode, groups: Groups, refuse: Report): FindReplace | null {
  const findScalar = scalarOf(node, 'find');
  const replaceScalar = scalarOf(node, 'replace');
  if (!findScalar && !replaceScalar) return null;
  if (!findScalar || !replaceScalar) {
    refuse(node, complaints.incompleteFix('replace', `has \`${findScalar ? 'find' : 'replace'}\` without the other`));
    return null;
  }
  const find = readFind(findScalar, refuse);
  const replace = readTemplate(replaceScalar, groups, refuse);
  if (!find || replace === null) return null;
  const missing = missingReference(replace, groupsOf(find));
  if (missing) refuse(replaceScalar, complaints.replaceGroup(missing));
  return { find, written: findScalar.text, replace };
}

/** A backslash that a regular expression would need and code hardly has; without its slashes the whole is plain text. */
const REGEX_ESCAPE = /\\[.()[\]{}|?*+^$/bBdDwWsS]/;

function readFind(scalar: YamlScalar, report: Report): RegExp | null {
  const { text } = scalar;
  // No regular expression begins with two slashes, and many a comment does.
  const isComment = text.startsWith('//');
  const isRegex = !isComment && /^\/.+\/[a-z]*$/s.test(text);
  const escaped = escapeRegex(text);
  const compiled = compilePattern(isRegex ? text : isComment ? `/${escaped.replaceAll('/', '\\/')}/` : escaped);
  if (compiled.kind === 'refused') {
    report(scalar, compiled.complaint);
    return null;
  }
  const { regex } = compiled.pattern;
  if (!isRegex && REGEX_ESCAPE.test(text)) report(scalar, complaints.plainFind(text, writtenRegex(regex)));
  return regex;
}

function missingReference(replace: string, groups: Groups): string | null {
  for (const [written, number, name] of replace.matchAll(/\$(?:([1-9]\d?)|<([^>]*)>)/g)) {
    if (number !== undefined && Number(number) > groups.count) return written;
    if (name !== undefined && !groups.names.includes(name)) return written;
  }
  return null;
}

function readAnchor(scalar: YamlScalar | null, refuse: Report): Anchor | null {
  if (!scalar) return null;
  const written = scalar.text.trim();
  if (written === 'top' || written === 'end') return { kind: written };
  if (written === 'after_imports') return { kind: 'after-imports' };
  const [, side, pattern] = /^(before|after):\s*(\/.+\/[a-z]*)$/s.exec(written) ?? [];
  if (!side || !pattern) {
    refuse(scalar, complaints.anchor(written));
    return null;
  }
  const compiled = compilePattern(pattern);
  if (compiled.kind === 'refused') {
    refuse(scalar, compiled.complaint);
    return null;
  }
  return { kind: side === 'before' ? 'before' : 'after', regex: compiled.pattern.regex };
}

function readTarget(
  scalar: YamlScalar | null,
  strategy: Strategy,
  groups: Groups,
  refuse: Report,
): { readonly target: Target; readonly targetFile: string | null } {
  const byDefault = { target: { kind: 'default' }, targetFile: null } as const;
  const written = scalar?.text.trim();
  if (!scalar || !written) return byDefault;
  const number = /^[1-9]\d?$/.test(written) ? Number(written) : null;
  // Who calls a group `value` says which value is meant.
  if (groups.names.includes(written) || (number !== null && number <= groups.count)) {
    return { target: { kind: 'group', name: written }, targetFile: null };
  }
  if (written === 'match' || written === 'value') return { target: { kind: written }, targetFile: null };
  if (strategy === 'insert' && /[./]/.test(written)) {
    const mistake = checkGlob(written);
    if (mistake) refuse(scalar, complaints.glob(written, mistake));
    return { target: { kind: 'default' }, targetFile: written.replace(/^(\.\/)+/, '') };
  }
  refuse(scalar, complaints.target(written, groups.names));
  return byDefault;
}
