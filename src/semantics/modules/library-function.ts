import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { moduleOf as moduleNamed } from './brings-in-global.js';
import { isOwnPath } from './is-own-path.js';
import { requiredModule } from './required-module.js';

/**
 * What a called function is called in lodash or a library like it; null for any other: `_.isEmpty`, and `isEmpty` of
 * `import { isEmpty } from 'lodash'`, `import isEmpty from 'lodash/isEmpty'` or `const { isEmpty } = require('lodash')`.
 */
export function libraryFunction(tree: SyntaxTree, callee: Node): string | null {
  if (callee.type === 'MemberExpression') {
    return isLibraryObject(tree, callee.object) ? memberName(callee) : null;
  }
  const declaration =
    callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee)?.declaration : undefined;
  switch (declaration?.type) {
    case 'ImportSpecifier':
      return isLibrary(tree, declaration) && declaration.imported.type === 'Identifier'
        ? declaration.imported.name
        : null;
    case 'ImportDefaultSpecifier':
      return OWN_MODULE.exec(moduleOf(tree, declaration))?.[1] ?? null;
    case 'VariableDeclarator':
      return nameOfRequired(declaration, callee);
    default:
      return null;
  }
}

/** `_`, unless it is a module of the project: `const _ = require('./util')`. */
function isLibraryObject(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'Identifier' || !OBJECTS.test(node.name)) return false;
  const binding = nameScopes(tree).resolve(node.name, node);
  return binding === null || !isOwnPath(moduleNamed(tree, binding) ?? '');
}

const OBJECTS = /^(?:_|\$|lodash|underscore|jQuery)$/;
const LIBRARY = /^(?:lodash(?:-es)?|underscore)$/;
/** `lodash/isEmpty`, `lodash-es/isEmpty.js`, `lodash.isempty` */
const OWN_MODULE = /^lodash(?:-es)?[/.](\w+)(?:\.js)?$/;

function moduleOf(tree: SyntaxTree, specifier: Node): string {
  const parent = tree.parent(specifier);
  return parent?.type === 'ImportDeclaration' ? parent.source.value : '';
}

function isLibrary(tree: SyntaxTree, specifier: Node): boolean {
  return LIBRARY.test(moduleOf(tree, specifier));
}

function nameOfRequired({ id, init }: Extract<Node, { type: 'VariableDeclarator' }>, callee: Node): string | null {
  const required = requiredModule(init);
  if (required === null || callee.type !== 'Identifier') return null;
  if (id.type === 'Identifier') {
    const member = init?.type === 'MemberExpression' && LIBRARY.test(required) ? memberName(init) : null;
    return member ?? OWN_MODULE.exec(required)?.[1] ?? null;
  }
  if (id.type !== 'ObjectPattern' || !LIBRARY.test(required)) return null;
  const own = id.properties.find(
    (each) => each.type === 'Property' && each.value.type === 'Identifier' && each.value.name === callee.name,
  );
  return own?.type === 'Property' && own.key.type === 'Identifier' ? own.key.name : null;
}
