import type { Finding } from '../../model/finding.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import { type JsonNode, memberValue, parseJson } from '../../model/json-document.js';
import type { Problem } from '../../model/problem.js';
import { groupsOf, parseTemplate } from '../../model/template.js';
import { compileMatch } from '../compile-match.js';
import { newPattern } from '../new-pattern.js';
import { FieldReader } from './field-reader.js';
import { StoreNotes } from './notes.js';

export interface UpstreamImport {
  readonly patterns: readonly FixPattern[];
  readonly problems: readonly Problem[];
  /** What could not be carried over, and why: one a pattern. */
  readonly findings: readonly Finding[];
}

const UPSTREAM_FIELDS: readonly string[] = [
  'id',
  'contract_rule',
  'violation_signature',
  'fix_strategy',
  'fix_template',
  'confidence',
  'tier',
  'applied_count',
  'success_count',
  'failure_count',
  'last_applied',
  'created',
];
const TEMPLATE_FIELDS: readonly string[] = [
  'find',
  'replace_pattern',
  'wrap_pattern',
  'instructions',
  'add',
  'add_import',
];

/** Placeholders of that shape, written in bare braces, with what they are called here. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  UPPER_SNAKE_CASE_KEY: '${UPPER_SNAKE_CASE_NAME}',
  UPPER_SNAKE_CASE_NAME: '${UPPER_SNAKE_CASE_NAME}',
  captured: '${1}',
  match: '${MATCH}',
};

/**
 * Reads the older store shape (`schema_version`, `contract_rule`, `fix_template`). A pattern comes over
 * only when it means the same here; its tiers and decay are computed by our rules.
 */
export function importUpstream(file: string, text: string): UpstreamImport {
  const notes = new StoreNotes(file, text);
  const parsed = parseJson(text);
  if (parsed.kind === 'failed') {
    const help = 'Name a store, or what "specflow patterns export" printed.';
    notes.invalid('pattern-store/json', parsed.offset, `The file is not valid JSON: ${parsed.message}.`, help);
    return { patterns: [], problems: notes.problems, findings: [] };
  }
  const patterns = entriesOf(parsed.node, notes).flatMap((entry, index) => {
    return importPattern(entry, `/patterns/${index}`, notes) ?? [];
  });
  const unique = [...new Map(patterns.map((pattern) => [pattern.id, pattern])).values()];
  return { patterns: unique, problems: notes.problems, findings: notes.findings };
}

function entriesOf(node: JsonNode, notes: StoreNotes): readonly JsonNode[] {
  const list = memberValue(node, 'patterns');
  if (memberValue(node, 'schema_version') !== null && list?.kind === 'array') return list.items;
  const help = 'A store with "version": 1 needs no import.';
  notes.invalid('pattern-store/shape', node.offset, 'This is not a store with "schema_version" and "patterns".', help);
  return [];
}

function importPattern(node: JsonNode, pointer: string, notes: StoreNotes): FixPattern | null {
  if (node.kind !== 'object') {
    notes.invalid('pattern-store/shape', node.offset, `${pointer} is not an object.`, null);
    return null;
  }
  const fields = new FieldReader(node, pointer, UPSTREAM_FIELDS, notes);
  const id = fields.text('id');
  const ruleId = fields.text('contract_rule');
  const created = fields.date('created', 'required');
  const confidence = fields.required('confidence');
  const record = {
    appliedCount: fields.count('applied_count'),
    successCount: fields.count('success_count'),
    failureCount: fields.count('failure_count'),
    lastUsed: fields.date('last_applied', 'optional'),
  };
  const hundredths = confidence?.kind === 'number' ? Math.floor(confidence.value * 100 + 1e-9) : Number.NaN;
  if (confidence !== null && !(hundredths >= 0 && hundredths <= 100)) {
    fields.invalid(confidence, 'confidence', 'must be a number from 0.00 to 1.00', null);
  }
  const remedy = remedyOf(fields, pointer, notes);
  if (typeof remedy === 'string') {
    notes.finding(
      'pattern-store/not-imported',
      node.offset,
      ruleId,
      `"${id ?? pointer}" was not imported: ${remedy}.`,
      null,
    );
    return null;
  }
  if (fields.failed || id === null || ruleId === null || created === null) return null;
  const signature = fields.node('violation_signature');
  const description = signature?.kind === 'string' ? signature.value : '';
  return {
    ...newPattern({ id, ruleId, description, provenance: 'written', ...remedy }, created),
    ...record,
    hundredths,
  };
}

/** The regex and template in our words, or why they have no equal here. */
function remedyOf(
  fields: FieldReader,
  pointer: string,
  notes: StoreNotes,
): Pick<FixPattern, 'match' | 'regex' | 'replacementTemplate'> | string {
  const strategy = stringOf(fields.node('fix_strategy'));
  const node = fields.node('fix_template');
  if (node?.kind !== 'object') return 'it has no fix_template';
  const template = new FieldReader(node, `${pointer}/fix_template`, TEMPLATE_FIELDS, notes);
  const find = stringOf(template.node('find'));
  const written = stringOf(template.node('replace_pattern')) ?? stringOf(template.node('wrap_pattern'));
  if (find === null || written === null)
    return `strategy "${strategy ?? '?'}" has no replacement text a pattern could hold`;
  if (template.node('add_import') !== null) {
    return 'its replacement needs an import, which a fix pattern cannot add; write it as auto_fix with import_line';
  }
  const compiled = compileMatch(find);
  if ('wrong' in compiled) return `its "find" is not a usable regular expression: ${compiled.wrong}`;
  const translated = translatePlaceholders(written);
  if ('unknown' in translated) return `the placeholder {${translated.unknown}} has no meaning here`;
  const groups = groupsOf(compiled.regex);
  const parsed = parseTemplate(translated.template, groups.names, groups.count);
  if ('unknown' in parsed) return `the placeholder {${parsed.unknown}} has no meaning here`;
  return { match: find, regex: compiled.regex, replacementTemplate: translated.template };
}

/** Bare-brace placeholders respelt. A brace around any other single word could be one too, so it is refused. */
function translatePlaceholders(written: string): { readonly template: string } | { readonly unknown: string } {
  let unknown: string | null = null;
  const template = written.replace(/(?<!\$)\{([A-Za-z_]\w*)\}/g, (whole: string, name: string) => {
    if (Object.hasOwn(PLACEHOLDERS, name)) return PLACEHOLDERS[name] ?? whole;
    unknown ??= name;
    return whole;
  });
  return unknown === null ? { template } : { unknown };
}

function stringOf(node: JsonNode | null): string | null {
  return node?.kind === 'string' ? node.value : null;
}
