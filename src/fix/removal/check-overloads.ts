import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isAmbient } from '../../syntax/is-ambient.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';

/**
 * Why an edit may not be, or null: it comes between the signature of an overload and what has to follow it, the next
 * one or the function itself. The parser reads them one by one and misses nothing; a compiler does.
 * @param all every edit that led to the tree, where these are not the only ones
 */
export function checkOverloads(after: SyntaxTree, edits: readonly Edit[], all: readonly Edit[]): Refusal | null {
  if (after.declarationOnly || !/\.[cm]?tsx?$/.test(after.path)) return null;
  for (const range of editedRanges(edits, all)) {
    for (const list of after.lineage(after.enclosing(range))) {
      const torn = HOLDERS.has(list.type) && !isAmbient(after, list) ? tornAt(after.children(list), range) : null;
      if (torn !== null) {
        return refuse('edit-bounded', `The overloads of "${torn}" would not stand one behind the other any more.`);
      }
    }
  }
  return null;
}

const HOLDERS: ReadonlySet<string> = new Set([
  'Program',
  'BlockStatement',
  'StaticBlock',
  'TSModuleBlock',
  'ClassBody',
]);

/** The name of a signature beside the range that is followed by something else. */
function tornAt(nodes: readonly Node[], { start, end }: TextRange): string | null {
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    // With what follows it, for it may stand where the signature ended.
    if (node.start > end || (next?.end ?? node.end) < start) continue;
    const name = signatureName(node);
    if (name !== null && functionName(next) !== name) return name;
  }
  return null;
}

function signatureName(node: Node): string | null {
  const declared = exported(node);
  switch (declared?.type) {
    case 'TSDeclareFunction':
      return declared.declare ? null : functionName(node);
    case 'MethodDefinition':
      return declared.value.type === 'TSEmptyBodyFunctionExpression' && !declared.optional ? functionName(node) : null;
    default:
      return null;
  }
}

/** Of a function or method, with or without a body; each without a name of its own has the same one. */
function functionName(node: Node | undefined): string | null {
  const declared = node && exported(node);
  switch (declared?.type) {
    case 'TSDeclareFunction':
    case 'FunctionDeclaration':
      return declared.id?.name ?? 'default';
    case 'MethodDefinition':
      return staticName(declared.key, false) ?? '[]';
    default:
      return null;
  }
}

function exported(node: Node): Node | null {
  return node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration' ? node.declaration : node;
}
