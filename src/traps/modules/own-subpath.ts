import { refuse } from '../../model/refusal.js';
import type { Trap } from '../trap.js';

/** `'classnames/bind'` → `'clsx/bind'`: the other package has no such part, and nothing that is used in its way. */
export const ownSubpath: Trap = ({ places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'Literal' || made.type !== 'Literal') continue;
    const part = OWN.exec(String(was.value))?.[1];
    if (part && made.value !== was.value && String(made.value).endsWith(`/${part}`)) {
      return refuse('same-result', `"${part}" is a part of "${was.value}" that other packages do not have.`);
    }
  }
  return null;
};

const OWN = /^(?:classnames\/(bind|dedupe)|lodash\/(fp(?:\/\w+)?))$/;
