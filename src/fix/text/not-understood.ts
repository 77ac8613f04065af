import { type Refusal, refuse } from '../../model/refusal.js';

export function notUnderstood(why: string): Refusal {
  return refuse('language-not-understood', `This language is not understood by syntax, so ${why}.`);
}
