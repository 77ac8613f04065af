import type { Node } from 'oxc-parser';
import { literalMember } from '../../syntax/literal-member.js';

/** Options by which a folder goes with all that it holds. */
export function isRecursive(options: Node | undefined): boolean {
  const given = literalMember(options, 'recursive');
  return given?.type === 'Literal' && given.value === true;
}
