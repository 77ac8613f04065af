import { type Refusal, refuse } from '../../model/refusal.js';

/** What more than one kind of code is refused for. */
export const STAYS = refuse(
  'statement-removable',
  'The statement the match lies in steers the program or declares what others use.',
);

export const PART = refuse(
  'match-is-whole',
  'The match is only a part of a name, which means something else as a whole.',
);

export const IMPURE = refuse('argument-pure', 'The code that would go with it has effects of its own.');

export const EXPLAINED = refuse(
  'comment-keeps-line',
  'A comment above may be about it, and would come to speak of the next.',
);

export const USED = refuse('value-used', 'The match is only a part of the statement, which uses its value.');

export const CHANGED = refuse('statement-removable', 'It changes what it is given, which the code behind uses.');

export const RESULT = refuse('statement-removable', 'It prints what the program is run for.');

export const WHOLE_FILE = refuse('sole-body', 'It is all that the file holds.');

/** @param name or text of a property, as it is used */
export function stillUsed(name: string): Refusal {
  return refuse('still-referenced', `"${name}" is still used in this file.`);
}
