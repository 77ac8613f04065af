import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { attributeOf, attributeValue, type JsxOpening, tagName } from '../../syntax/jsx.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `<img src="/a.png">` → `<Image src="/a.png">` of Next.js, which throws where it is not told its size. */
export const sizedImage: Trap = ({ instruction, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old.find(isOpening), next.find(isOpening)];
    if (!was || !made || tagName(was) !== 'img' || tagName(made) !== 'Image') continue;
    const isOfNext = /['"]next\/image['"]/.test(`${instruction.importLine ?? ''}\n${after.text}`);
    if (isOfNext && !isSized(after, made)) {
      return refuse('same-arguments', 'The image of Next.js needs its width and height, or to fill what holds it.');
    }
  }
  return null;
};

function isOpening(node: Node): node is JsxOpening {
  return node.type === 'JSXOpeningElement';
}

function isSized(tree: SyntaxTree, opening: JsxOpening): boolean {
  if (attributeOf(opening, 'fill') || (attributeOf(opening, 'width') && attributeOf(opening, 'height'))) return true;
  const source = attributeOf(opening, 'src');
  const image = source && attributeValue(source);
  // An image that was imported brings its size along.
  return (
    image?.type === 'Identifier' &&
    nameScopes(tree).resolve(image.name, image)?.declaration.type === 'ImportDefaultSpecifier'
  );
}
