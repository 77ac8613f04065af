import { describe, expect, it } from 'vitest';
import { verifyEdits } from '../../../src/fix/checks/verify-edits.js';
import { tearsMember } from '../../../src/fix/removal/tears-member.js';
import type { Edit } from '../../../src/model/edit.js';
import { parseSyntax } from '../../../src/syntax/parse-syntax.js';

function treeOf(text: string) {
  const tree = parseSyntax('src/a.ts', text);
  if (!tree) throw new Error('TypeScript is understood');
  return tree;
}

function edit(text: string, find: string, replacement: string): Edit {
  const start = text.lastIndexOf(find);
  return { range: { start, end: start + find.length }, text: replacement };
}

describe('an edit', () => {
  it.each([
    ['Number.parseInt(x);', 'parseInt(', 'Number.parseInt('],
    ['a.b.parseInt;', 'parseInt', 'Number.parseInt'],
    ['a?.parseInt(x);', 'parseInt(x', 'A.B.parseInt(x'],
    ['super_.parseInt = 1;', 'parseInt =', 'Number.parseInt ='],
  ])('of %s from %s to %s tears a member from its object', (text, find, replacement) => {
    const tree = treeOf(text);
    const edits = [edit(text, find, replacement)];
    expect(tearsMember(tree, edits)).toBe(true);
    expect(verifyEdits(tree, edits)).toMatchObject({ kind: 'refused', condition: 'edit-bounded' });
  });

  it.each([
    ['a name of its own', 'parseInt(x);', 'parseInt(', 'Number.parseInt('],
    ['another name in its place', 'a.parseInt(x);', 'parseInt', 'parseFloat'],
    ['an argument', 'a.b(c);', 'c', 'd.c'],
    ['a computed member', 'a[parseInt];', 'parseInt', 'Number.parseInt'],
    ['a key', 'f({ parseInt: 1 });', 'parseInt', 'parseInt'],
    ['the middle of a name', 'a.myparseInt();', 'parseInt', 'Number.parseInt'],
  ])('of %s tears none', (_, text, find, replacement) => {
    expect(tearsMember(treeOf(text), [edit(text, find, replacement)])).toBe(false);
  });

  it('tears none whose object another edit replaces', () => {
    const text = 'Number.parseInt(x);';
    const edits = [edit(text, 'Number', 'a'), edit(text, 'parseInt', 'b.parseInt')];
    expect(tearsMember(treeOf(text), edits)).toBe(false);
  });
});
