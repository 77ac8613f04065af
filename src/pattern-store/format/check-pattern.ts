// What the fields of a stored pattern must be to each other. What is wrong is told where it stands.
import type { FixPattern } from '../../model/fix-pattern.js';
import { nearestName } from '../../model/suggest.js';
import { groupsOf, PLACEHOLDERS, parseTemplate } from '../../model/template.js';
import { printHundredths } from '../trust/standing.js';
import { tierOf } from '../trust/tier.js';
import type { FieldReader } from './field-reader.js';

/** Fields that rule each other out. */
export function checkStrategy(
  fields: FieldReader,
  { strategy, find, importLine }: Pick<FixPattern, 'strategy' | 'find' | 'importLine'>,
  template: string | null,
): void {
  if (find !== undefined && strategy !== undefined) {
    fields.invalid(fields.node('find'), 'find', `goes with the strategy "replace", not "${strategy}"`, null);
  }
  if (strategy === 'remove' && (template !== '' || importLine !== undefined)) {
    const what = 'says "remove", which puts nothing in the place: leave replacement_template empty and import_line out';
    fields.invalid(fields.node('strategy'), 'strategy', what, null);
  }
}

/** Every placeholder of the template is known, or a group of `match`. */
export function checkTemplate(fields: FieldReader, regex: RegExp, template: string): void {
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

/** A stored tier that differs from the computed one is told, and counts for nothing. */
export function checkTier(fields: FieldReader, hundredths: number): void {
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

/** Successes and failures are all times it was applied. */
export function checkRecord(
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
