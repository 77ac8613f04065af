import { refuse } from '../../model/refusal.js';

/** What a statement and a list element are refused for alike. */
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
