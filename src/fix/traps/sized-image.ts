import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import type { Trap } from './trap.js';

/** `<img src="/a.png">` → `<Image src="/a.png">` of Next.js, which throws where it is not told its size. */
export const sizedImage: Trap = ({ task: { instruction }, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old.find(isOpening), next.find(isOpening)];
    if (!was || !made || nameOf(was) !== 'img' || nameOf(made) !== 'Image') continue;
    const isOfNext = /['"]next\/image['"]/.test(`${instruction.importLine ?? ''}\n${after.text}`);
    if (isOfNext && !isSized(after, made)) {
      return refuse('same-arguments', 'The image of Next.js needs its width and height, or to fill what holds it.');
    }
  }
  return null;
};

type Opening = Extract<Node, { type: 'JSXOpeningElement' }>;

function isOpening(node: Node): node is Opening {
  return node.type === 'JSXOpeningElement';
}

function nameOf({ name }: Opening): string {
  return name.type === 'JSXIdentifier' ? name.name : '';
}

function isSized(tree: SyntaxTree, { attributes }: Opening): boolean {
  const given = new Map(attributes.flatMap((each) => (each.type === 'JSXAttribute' ? [[each.name.name, each]] : [])));
  if (given.has('fill') || (given.has('width') && given.has('height'))) return true;
  const source = given.get('src')?.value;
  const image = source?.type === 'JSXExpressionContainer' ? source.expression : null;
  // An image that was imported brings its size along.
  return (
    image?.type === 'Identifier' &&
    nameScopes(tree).resolve(image.name, image)?.declaration.type === 'ImportDefaultSpecifier'
  );
}
