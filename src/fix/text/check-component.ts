import { applyEdits, type Edit } from '../../model/edit.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { scriptsOf } from './script-around.js';

/** What speaks against edits of a Vue component as a whole: `<script setup>` is a function's body, which exports nothing. */
export function checkComponent(path: string, text: string, edits: readonly Edit[]): Refusal | null {
  if (!/\.vue$/i.test(path) || exportsInSetup(path, text)) return null;
  const after = applyEdits(text, edits);
  return after !== null && exportsInSetup(path, after)
    ? refuse('result-parses', 'What `<script setup>` declares cannot be exported; it has to be written anew.')
    : null;
}

function exportsInSetup(path: string, text: string): boolean {
  return scriptsOf(text).some(({ tag, range }) => {
    const isSetup = /\ssetup(?=[\s=>/])/i.test(tag);
    return isSetup && exportsValue(path, text.slice(range.start, range.end));
  });
}

function exportsValue(path: string, code: string): boolean {
  const body = parseSyntax(`${path}.mts`, code)?.program.body ?? [];
  return body.some((node) => {
    if (node.type === 'ExportDefaultDeclaration') return true;
    return (
      (node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration') && node.exportKind !== 'type'
    );
  });
}
