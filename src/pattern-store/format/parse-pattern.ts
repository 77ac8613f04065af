import { PATTERN_CONDITIONS } from '../../model/condition.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import type { JsonNode } from '../../model/json-document.js';
import { groupsOf } from '../../model/template.js';
import { compileMatch } from '../compile-match.js';
import { OPTIONAL_FIELDS, PATTERN_FIELDS, type PatternLayout } from '../store.js';
import { printHundredths } from '../trust/standing.js';
import { checkRecord, checkStrategy, checkTemplate, checkTier } from './check-pattern.js';
import { FieldReader } from './field-reader.js';
import type { StoreNotes } from './notes.js';

/**
 * One entry of `patterns`, validated. What is wrong goes to `notes`, with its place; a pattern comes
 * out only when nothing is.
 */
export function parsePattern(
  node: JsonNode,
  pointer: string,
  notes: StoreNotes,
): { readonly pattern: FixPattern; readonly layout: PatternLayout } | null {
  if (node.kind !== 'object') {
    notes.invalid(
      'pattern-store/shape',
      node.offset,
      `${pointer} is not an object.`,
      'Each entry of "patterns" is { "id": …, … }.',
    );
    return null;
  }
  const fields = new FieldReader(node, pointer, PATTERN_FIELDS, notes);
  const id = fields.text('id');
  const ruleId = fields.text('rule_id');
  const description = fields.text('description', 'may-be-empty');
  const match = fields.text('match');
  const template = fields.text('replacement_template', 'may-be-empty');
  const created = fields.date('created', 'required');
  const hundredths = confidence(fields);
  const optional = optionalFields(fields);
  const regex = match === null ? null : regexOf(fields, 'match', match);
  if (regex !== null && template !== null) checkTemplate(fields, regex, template);
  const target = regex === null ? {} : targetOf(fields, regex);
  checkStrategy(fields, optional, template);
  if (hundredths !== null) checkTier(fields, hundredths);
  checkRecord(fields, optional);

  if (fields.failed) return null;
  if (id === null || ruleId === null || description === null || match === null || template === null) return null;
  if (created === null || hundredths === null || regex === null) return null;
  const spelt = new Set<string>(OPTIONAL_FIELDS.filter((field) => fields.node(field) !== null));
  return {
    pattern: {
      id,
      ruleId,
      description,
      match,
      regex,
      replacementTemplate: template,
      hundredths,
      created,
      ...optional,
      ...target,
    },
    layout: {
      extras: fields.extras(),
      spelt,
      digest: fields.node('evidence') === null ? null : fields.text('evidence'),
    },
  };
}

/** What has a default where it is left out. */
function optionalFields(fields: FieldReader) {
  return {
    appliedCount: fields.count('applied_count'),
    successCount: fields.count('success_count'),
    failureCount: fields.count('failure_count'),
    lastUsed: fields.date('last_used', 'optional'),
    provenance: fields.oneOf('provenance', ['written', 'learnt', 'agent']),
    accepted: fields.flag('accepted'),
    retired: fields.flag('retired'),
    ...strategyOf(fields),
    ...findOf(fields),
    ...importLineOf(fields),
    ...whenOf(fields),
  };
}

function strategyOf(fields: FieldReader): Pick<FixPattern, 'strategy'> {
  const strategy = fields.oneOf('strategy', ['replace', 'wrap', 'remove']);
  return strategy === 'replace' ? {} : { strategy };
}

function targetOf(fields: FieldReader, match: RegExp): Pick<FixPattern, 'target'> {
  const node = fields.node('target');
  const target = node === null ? 'default' : fields.text('target');
  if (target === null || target === 'default') return {};
  const { names, count } = groupsOf(match);
  const isGroup = names.includes(target) || (/^[1-9]\d*$/.test(target) && Number(target) <= count);
  if (target === 'match' || target === 'value' || isGroup) return { target };
  fields.invalid(node, 'target', 'must be "default", "match", "value" or a group of "match"', null);
  return {};
}

function findOf(fields: FieldReader): Pick<FixPattern, 'find'> {
  const node = fields.node('find');
  if (node === null || (node.kind === 'literal' && node.value === null)) return {};
  const written = fields.text('find');
  const regex = written === null ? null : regexOf(fields, 'find', written);
  return written === null || regex === null ? {} : { find: { written, regex } };
}

function importLineOf(fields: FieldReader): Pick<FixPattern, 'importLine'> {
  const node = fields.node('import_line');
  if (node === null || (node.kind === 'literal' && node.value === null)) return {};
  const importLine = fields.text('import_line');
  return importLine === null ? {} : { importLine };
}

function whenOf(fields: FieldReader): Pick<FixPattern, 'when'> {
  const written = fields.texts('when');
  const when = PATTERN_CONDITIONS.filter((name) => written.includes(name));
  if (written.every((name) => PATTERN_CONDITIONS.some((known) => known === name)))
    return when.length > 0 ? { when } : {};
  const known = PATTERN_CONDITIONS.map((name) => `"${name}"`).join(', ');
  fields.invalid(fields.node('when'), 'when', `holds a condition that does not exist; there are ${known}`, null);
  return {};
}

/** Strict: whatever is not a number from 0 to 1 must never come out as trust. */
function confidence(fields: FieldReader): number | null {
  const node = fields.required('confidence');
  if (node === null) return null;
  if (node.kind !== 'number' || !(node.value >= 0 && node.value <= 1)) {
    fields.invalid(node, 'confidence', 'must be a number from 0.00 to 1.00', null);
    return null;
  }
  const exact = Math.round(node.value * 100);
  if (Math.abs(node.value * 100 - exact) < 1e-9) return exact;
  const lower = Math.floor(node.value * 100);
  fields.finding(
    node,
    'pattern-store/confidence-precision',
    `confidence ${node.raw} is finer than hundredths and is read as ${printHundredths(lower)}.`,
  );
  return lower;
}

function regexOf(fields: FieldReader, field: 'match' | 'find', written: string): RegExp | null {
  const compiled = compileMatch(written);
  if ('regex' in compiled) return compiled.regex;
  fields.invalid(
    fields.node(field),
    field,
    `is not a usable regular expression: ${compiled.wrong}`,
    'Write a JavaScript regex, bare or as /source/flags; in JSON each backslash is doubled.',
  );
  return null;
}
