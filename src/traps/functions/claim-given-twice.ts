import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `jwt.sign({ sub, exp }, key)` → `jwt.sign({ sub, exp }, key, { expiresIn: '1h' })`: a claim that the payload has already
 * makes it throw, and so does any for a payload that is text.
 */
export const claimGivenTwice: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const [payload, ...others] = old.arguments;
    if (!payload || calledName(next.callee) !== 'sign') continue;
    const added = CLAIMS.filter(([option]) => sets(next.arguments.slice(1), option) && !sets(others, option));
    if (added.length === 0) continue;
    if (onePrimitive(typesOf(tree, payload, site.types)) === 'string')
      return refuse('same-arguments', 'The payload is text, for which no claim can be given.');
    const given = added.find(([, claim]) => literalMember(constantValue(tree, payload), claim) !== null);
    if (given)
      return refuse('same-arguments', `The payload has "${given[1]}" already; it throws where both are given.`);
  }
  return null;
};

const CLAIMS: readonly (readonly [option: string, claim: string])[] = [
  ['expiresIn', 'exp'],
  ['notBefore', 'nbf'],
  ['audience', 'aud'],
  ['issuer', 'iss'],
  ['subject', 'sub'],
  ['jwtid', 'jti'],
];

function sets(given: readonly Node[], option: string): boolean {
  return given.some((each) => literalMember(each, option) !== null);
}
