import { fieldsOf, isFields, jsonObjectIn, lineOf, textOf } from './json.js';
import { distinctMentions, type Mention, type OutputReader } from './mention.js';

/** `check --format json`, and other checkers that print an object with a list of `violations`. */
export const violationList: OutputReader = {
  name: 'the JSON of specflow check',
  read(text) {
    const violations = jsonObjectIn(text)?.violations;
    if (!Array.isArray(violations) || !violations.every(isFields)) return null;
    return distinctMentions(violations.flatMap(mentionOf));
  },
};

/** One entry of the list; none for a violation that is exempt. */
export function mentionOf(entry: unknown): readonly Mention[] {
  const fields = fieldsOf(entry);
  if (isFields(fields.exempt)) return [];
  const ruleId = textOf(fields.ruleId);
  const file = textOf(fields.file);
  return [
    {
      ruleIds: ruleId === null ? [] : [ruleId],
      places: file === null ? [] : [{ file, line: lineOf(fields.line) }],
      isNowhere: file === null,
      fingerprint: textOf(fields.fingerprint),
    },
  ];
}
