import type { Node } from 'oxc-parser';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { Change } from '../trap.js';

export type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;

/**
 * What a change itself has the file import besides: the imports it writes, and the one its instruction asks for. The tree
 * it leads to may hold those of other changes as well, which are not held against this one.
 */
export function addedImports({ before, places, instruction }: Change): readonly ImportDeclaration[] {
  const written = places.flatMap(({ next }) => next.filter(isImport));
  const line = instruction.importLine === null ? null : parseSyntax(before.path, instruction.importLine);
  const known = new Set(before.program.body.filter(isImport).map(textKey));
  return [...written, ...(line?.program.body.filter(isImport) ?? [])].filter((each) => !known.has(textKey(each)));
}

function isImport(node: Node): node is ImportDeclaration {
  return node.type === 'ImportDeclaration' && node.importKind !== 'type';
}

/** The module, and whether its default is taken as a value. */
function textKey(node: ImportDeclaration): string {
  return `${takesDefault(node)} ${node.source.value}`;
}

export function takesDefault({ specifiers }: ImportDeclaration): boolean {
  return specifiers.some(({ type }) => type === 'ImportDefaultSpecifier');
}
