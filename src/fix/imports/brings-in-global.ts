import type { Binding } from '../../syntax/name-scopes.js';
import { requiredModule } from './wanted-import.js';

/** `import process from 'node:process'` and `const crypto = require('crypto')` are the global by another way. */
export function bringsInGlobal({ kind, declaration }: Binding): boolean {
  return kind === 'import' || (declaration.type === 'VariableDeclarator' && requiredModule(declaration.init) !== null);
}
