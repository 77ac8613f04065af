import { PATTERN_CONDITIONS } from '../model/condition.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { JsonNode } from '../model/json-document.js';
import { nearestName } from '../model/suggest.js';
import { groupsOf, PLACEHOLDERS, parseTemplate } from '../model/template.js';
import { compileMatch } from './compile-match.js';
import { FieldReader } from './field-reader.js';
import type { StoreNotes } from './notes.js';
import { printHundredths } from './standing.js';
import { OPTIONAL_FIELDS, PATTERN_FIELDS, type PatternLayout } from './store.js';
import { tierOf } from './tier.js';

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
  const pattern = {
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
  const regex = match === null ? null : regexOf(fields, 'match', match);
  if (regex !== null && template !== null) checkTemplate(fields, regex, template);
  const target = regex === null ? {} : targetOf(fields, regex);
  if (pattern.find !== undefined && pattern.strategy !== undefined) {
    fields.invalid(fields.node('find'), 'find', `goes with the strategy "replace", not "${pattern.strategy}"`, null);
  }
  if (pattern.strategy === 'remove' && (template !== '' || pattern.importLine !== undefined)) {
    const what = 'says "remove", which puts nothing in the place: leave replacement_template empty and import_line out';
    fields.invalid(fields.node('strategy'), 'strategy', what, null);
  }
  if (hundredths !== null) checkTier(fields, hundredths);
  checkRecord(fields, pattern);

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
      ...pattern,
      ...target,
    },
    layout: {
      extras: fields.extras(),
      spelt,
      digest: fields.node('evidence') === null ? null : fields.text('evidence'),
    },
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

function checkTemplate(fields: FieldReader, regex: RegExp, template: string): void {
  const groups = groupsOf(regex);
  const parsed = parseTemplate(template, groups.names, groups.count);
  if (!('unknown' in parsed)) return;
  const near = nearestName(parsed.unknown, [...PLACEHOLDERS, ...groups.names]);
  const known = PLACEHOLDERS.map((name) => `\${${name}}`).join(', ');
  const help = near === null ? `Known placeholders: ${known}, and the groups of "match".` : `Did you mean \${${near}}?`;
  fields.invalid(
    fields.node('replacement_template'),
    'replacement_template',
    `has the unknown placeholder \${${parsed.unknown}}`,
    help,
  );
}

function checkTier(fields: FieldReader, hundredths: number): void {
  const node = fields.node('tier');
  if (node === null) return;
  const computed = tierOf(hundredths);
  if (node.kind === 'string' && node.value === computed) return;
  const stored = node.kind === 'string' ? node.value : 'none of the four';
  fields.finding(
    node,
    'pattern-store/tier-mismatch',
    `the stored tier is ${stored}, but a confidence of ${printHundredths(hundredths)} is ${computed}; the tier is always computed.`,
    'It is rewritten when the store is next saved.',
  );
}

function checkRecord(
  fields: FieldReader,
  record: Pick<FixPattern, 'appliedCount' | 'successCount' | 'failureCount'>,
): void {
  const sum = record.successCount + record.failureCount;
  const node = fields.node('applied_count');
  if (node === null || sum === record.appliedCount) return;
  fields.finding(
    node,
    'pattern-store/record-mismatch',
    `applied_count is ${record.appliedCount}, but successes and failures add up to ${sum}.`,
    'Correct the counts; trust is computed from successes and failures.',
  );
}
