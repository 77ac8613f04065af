import { refuse } from '../../model/refusal.js';
import { placeAt } from '../../syntax/place-at.js';
import type { Trap } from '../trap.js';

/** `never` → `unknown`, `any` → `unknown`: a rule about types, and a function, variable or method that is called like one. */
export const typeWord: Trap = ({ before, match, places }) => {
  if (!match || !TYPE.test(match.text) || placeAt(before, match.range) === 'type') return null;
  const isNamed = places.some(
    ({ was, made }) => was.type === 'Identifier' && made.type === 'Identifier' && TYPE.test(made.name),
  );
  return isNamed ? refuse('position-is-code', `"${match.text}" is no type here, but what something is called.`) : null;
};

const TYPE = /^(?:any|unknown|never|object|string|number|boolean|symbol|bigint)$/;
