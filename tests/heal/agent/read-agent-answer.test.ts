import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgentAnswer } from '../../../src/heal/agent/read-agent-answer.js';
import { applyEdits } from '../../../src/model/edit.js';

const TEXT = 'one\ntwo\nthree\ntwo more\nlast';
const edit = (search: string, replace: string): string =>
  `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;
const block = (...edits: readonly string[]): string => `\`\`\`\n${edits.join('')}\`\`\`\n`;

/** Twenty lines. */
const LINES = Array.from({ length: 20 }, (_, at) => `l${at}.\n`).join('');

function outcome(answer: string, text = TEXT): string | null {
  const read = readAgentAnswer(answer, text);
  return read.kind === 'edits' ? applyEdits(text, read.edits) : null;
}

describe('readAgentAnswer', () => {
  it.each<[string, string, string | null]>([
    ['one edit', block(edit('two', '2')), 'one\n2\nthree\ntwo more\nlast'],
    ['prose around it', `I did:\n\n${block(edit('two', '2'))}\nGood luck!`, 'one\n2\nthree\ntwo more\nlast'],
    ['two edits', block(edit('one', '1'), edit('three', '3')), '1\ntwo\n3\ntwo more\nlast'],
    ['the last line', block(edit('last', 'end')), 'one\ntwo\nthree\ntwo more\nend'],
    ['several lines', block(edit('two\nthree', '2')), 'one\n2\ntwo more\nlast'],
    ['a deletion', block('<<<<<<< SEARCH\ntwo\n=======\n>>>>>>> REPLACE\n'), 'one\nthree\ntwo more\nlast'],
    [
      'another block of code',
      `\`\`\`ts\nshown only\n\`\`\`\n${block(edit('two', '2'))}`,
      'one\n2\nthree\ntwo more\nlast',
    ],
    ['a fence of tildes', `~~~\n${edit('two', '2')}~~~\n`, 'one\n2\nthree\ntwo more\nlast'],
    ['nothing', '', null],
    ['no fence', edit('two', '2'), null],
    ['two answers', block(edit('two', '2')) + block(edit('two', '3')), null],
    ['text beside the edits', block(edit('two', '2'), 'rm -rf /\n'), null],
    ['an edit cut short', '```\n<<<<<<< SEARCH\ntwo\n=======\n2\n```\n', null],
    ['text that is not there', block(edit('four', '4')), null],
    ['a part of a line', block(edit('wo', 'W')), null],
    ['an empty search', block(edit('', 'x')), null],
    ['edits that overlap', block(edit('one\ntwo', 'x'), edit('two\nthree', 'y')), null],
    ['too many edits', block(...Array.from({ length: 21 }, () => edit('two', '2'))), null],
  ])('%s', (_, answer, expected) => expect(outcome(answer)).toBe(expected));

  it.each<[string, string, string]>([
    ['a part of a line', 'wo mor', 'is only a part of a line'],
    ['a part of two lines', 'wo', 'is only a part of a line'],
    ['other white space', '  two  more', 'with other white space'],
    ['another text', 'four', 'does not occur in the file'],
    ['a line that is there three times', 'same', 'occurs 3 times'],
    ['nothing', '  ', 'is empty'],
  ])('says what is wrong with %s', (_, search, why) => {
    const read = readAgentAnswer(block(edit(search, 'x')), `${TEXT}\nsame\nsame\nsame`);
    expect(read).toMatchObject({ kind: 'refused', why: expect.stringContaining(why) });
  });

  it.each<[string, string, string]>([
    ['no block', 'no', 'The agent gave no block of edits.'],
    ['several blocks', block(edit('two', '2')) + block(edit('two', '3')), 'The agent gave several answers.'],
    [
      'something beside the edits',
      block(edit('two', '2'), 'rm -rf /\n'),
      'The block of the agent holds something else than edits of this file.',
    ],
    [
      'too many edits',
      block(...Array.from({ length: 21 }, () => edit('two', '2'))),
      'The agent changes too many places at once.',
    ],
    ['edits that overlap', block(edit('one\ntwo', 'x'), edit('two\nthree', 'y')), 'The edits of the agent overlap.'],
    ['an empty search', block(edit('', 'x')), 'What the agent wants to replace is empty: give the lines to replace.'],
  ])('refuses %s in words', (_, answer, why) => {
    expect(readAgentAnswer(answer, TEXT)).toEqual({ kind: 'refused', why });
  });

  it.each<[string, string, string, string]>([
    ['what its line ends are', block(edit('a\nb', 'c')).replace(/\n/g, '\r\n'), 'a\nb\n', 'c\n'],
    ['a line that is longer than another', block(edit('ab', 'x')), 'abc\nab\n', 'abc\nx\n'],
    ['the first line', block(edit('a', 'b')), 'a\nc', 'b\nc'],
    ['the last line, without an end', block(edit('c', 'd')), 'a\nc', 'a\nd'],
    ['the last line, with an end', block(edit('c', 'd')), 'a\nc\n', 'a\nd\n'],
    ['lines to the end', block(edit('a\nc', 'd\ne')), 'a\nc', 'd\ne'],
    ['the only line', block(edit('a', 'b')), 'a', 'b'],
    [
      'twenty edits',
      block(...Array.from({ length: 20 }, (_, at) => edit(`l${at}.`, `m${at}.`))),
      LINES,
      LINES.replaceAll('l', 'm'),
    ],
  ])('takes %s', (_, answer, text, expected) => expect(outcome(answer, text)).toBe(expected));

  it('changes no more than it has to', () => {
    const edits = (search: string, replace: string, text: string) => {
      const read = readAgentAnswer(block(edit(search, replace)), text);
      return read.kind === 'edits' ? read.edits : null;
    };
    expect(edits('let a = 1;', 'let b = 1;', 'let a = 1;\n')).toEqual([{ range: { start: 4, end: 5 }, text: 'b' }]);
    expect(edits('aa', 'aaa', 'aa\n')).toEqual([{ range: { start: 2, end: 2 }, text: 'a' }]);
    expect(edits('aaa', 'aa', 'aaa\n')).toEqual([{ range: { start: 2, end: 3 }, text: '' }]);
    expect(edits('same', 'same', 'same\n')).toEqual([{ range: { start: 5, end: 5 }, text: '' }]);
  });

  it('refuses a line that occurs twice', () => expect(outcome(block(edit('a', 'b')), 'a\nb\na\n')).toBeNull());

  it('keeps the line ends of the file', () => {
    expect(outcome(block(edit('two\nthree', 'x\ny')), TEXT.replace(/\n/g, '\r\n'))).toBe(
      'one\r\nx\r\ny\r\ntwo more\r\nlast',
    );
  });

  it('never throws, and gives edits that fit the text or none', () => {
    const junk = fc.string({ unit: fc.constantFrom('`', '~', '<', '=', '>', '\n', ' SEARCH', ' REPLACE', 'two') });
    fc.assert(
      fc.property(junk, (answer) => {
        const read = readAgentAnswer(answer, TEXT);
        if (read.kind === 'edits') expect(applyEdits(TEXT, read.edits)).not.toBeNull();
      }),
    );
  });
});
