import type { Node, PropertyDefinition } from 'oxc-parser';
import { wholeNameRegex } from '../../model/name-regex.js';
import { refuse } from '../../model/refusal.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `user!: User` → `user?: User`: the template of an Angular component reads it too, whose types its own compiler checks alone. */
export const templateType: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old.find(isProperty), next.find(isProperty)];
    if (!was || !made || typeOf(tree, was) === typeOf(after, made)) continue;
    const component = tree
      .lineage(was)
      .map(componentOf)
      .find((each) => each !== null);
    const name = staticName(was.key, was.computed);
    if (component && (name === null || mayRead(tree, component, name))) {
      return refuse(
        'still-referenced',
        'The template of this component may read it, whose types are not checked here.',
      );
    }
  }
  return null;
};

function isProperty(node: Node): node is PropertyDefinition {
  return node.type === 'PropertyDefinition';
}

/** What is written between the name and the value: a mark and the type. */
function typeOf(tree: SyntaxTree, property: PropertyDefinition): string {
  const mark = property.optional ? '?' : property.definite ? '!' : '';
  return mark + (property.typeAnnotation ? textOf(tree, property.typeAnnotation) : '');
}

/** What a class is told to be by `@Component({ … })`. */
function componentOf(node: Node): Node | null {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return null;
  for (const { expression } of node.decorators) {
    if (expression.type !== 'CallExpression' || calledName(expression.callee) !== 'Component') continue;
    return expression.arguments[0] ?? null;
  }
  return null;
}

/** A template in a file of its own is not read. */
function mayRead(tree: SyntaxTree, component: Node, name: string): boolean {
  const template = literalMember(component, 'template');
  return template === null || wholeNameRegex(name).test(textOf(tree, template));
}
