import { builtinModules } from 'node:module';
import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import type { Trap } from '../trap.js';

/** `'path'` → `'node:path'`: the name of a module only where one is loaded or named as such; elsewhere it is any word. */
export const builtInName: Trap = ({ places }) => {
  for (const { was, made, next } of places) {
    if (was.type !== 'Literal' || made.type !== 'Literal' || made.value !== `node:${was.value}`) continue;
    if (!builtinModules.includes(String(was.value)) || namesModule(next[1], made)) continue;
    return refuse('same-result', `Nothing tells that "${was.value}" is the name of a module here.`);
  }
  return null;
};

function namesModule(holder: Node | undefined, name: Node): boolean {
  switch (holder?.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
    case 'TSExternalModuleReference':
    case 'TSModuleDeclaration':
      return true;
    case 'CallExpression':
      return holder.arguments[0] === name && LOADS.test(loaderOf(holder.callee));
    default:
      return false;
  }
}

/** `createRequire` of `createRequire(import.meta.url)('fs')`, too */
function loaderOf(callee: Node): string {
  return calledName(callee.type === 'CallExpression' ? callee.callee : callee) ?? '';
}

const LOADS =
  /[rR]equire|^(?:resolve|mock|unmock|doMock|dontMock|doUnmock|setMock|importActual|importMock|getBuiltinModule|unstable_mockModule|(?:create|gen)MockFromModule|proxyquire)$/;
