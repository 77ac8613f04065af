import type { Node } from 'oxc-parser';

/** Whether a member is one of its class, and not of what the class makes. */
export function isStatic(member: Node): boolean {
  return member.type === 'StaticBlock' || ('static' in member && member.static === true);
}
