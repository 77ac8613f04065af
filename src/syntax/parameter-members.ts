import type { Node } from 'oxc-parser';

export interface ParameterMember {
  readonly node: Extract<Node, { type: 'TSParameterProperty' }>;
  readonly id: Extract<Node, { type: 'Identifier' }>;
}

/** The members that the parameters of a constructor declare: `constructor(private name: string)`. */
export function parameterMembers(member: Node): readonly ParameterMember[] {
  if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return [];
  return member.value.params.flatMap((node) => {
    if (node.type !== 'TSParameterProperty') return [];
    const id = node.parameter.type === 'AssignmentPattern' ? node.parameter.left : node.parameter;
    return id.type === 'Identifier' ? [{ node, id }] : [];
  });
}
