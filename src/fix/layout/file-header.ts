import type { Comment } from 'oxc-parser';
import { speaksOfNext } from '../../syntax/next-line-comment.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { lineBehind } from './line-behind.js';

/**
 * Where the comments end that a file has to begin with: what a blank line sets off from the code, a licence, and what
 * tells a tool about the whole file. A comment about the code below it is none of them.
 * @param from behind the shebang
 */
export function headerEnd(tree: SyntaxTree, from: number): number {
  const { text } = tree;
  let end = from;
  let rest = from;
  let isFirstRun = true;
  let licence: Comment | null = null;
  for (const comment of tree.comments) {
    if (comment.start < from) continue;
    const gap = text.slice(rest, comment.start);
    if (gap.trim() !== '') break;
    if (rest > from && isBlankLine(gap)) {
      isFirstRun = false;
      licence = null;
    }
    rest = comment.end;
    const spoken = speaksOfNext(comment);
    // Whatever comes in between, such a comment speaks of the code below.
    if (spoken === 'code-line' || spoken === 'syntax') break;
    if (spoken !== null) continue;
    if (isLicence(comment) || (licence?.type === 'Line' && GOES_ON.test(comment.value))) licence = comment;
    const isSetOff = isFirstRun && /^[^\S\r\n]*(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r|\n|$)/.test(text.slice(rest));
    if (isSetOff || licence === comment || isAboutFile(comment)) end = lineBehind(tree, rest);
  }
  return end;
}

/** Jest, Flow and Prettier read the first comment of a file only, where it is a block. */
export function docblockEnd(tree: SyntaxTree, from: number): number | null {
  const first = tree.comments.find(({ start }) => start >= from);
  if (first?.type !== 'Block' || !PRAGMA.test(first.value) || tree.text.slice(from, first.start).trim() !== '') {
    return null;
  }
  const end = lineAfter(tree.text, first.end);
  return tree.text.slice(first.end, end).trim() === '' ? end : null;
}

const PRAGMA = /^[\s*]*@(?:jest-|(?:no)?flow\b|format\b|prettier\b)/m;

function isBlankLine(gap: string): boolean {
  return /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]/.test(gap);
}

/** By how a licence begins, for code may be about licences as well: "Checks the license key." */
function isLicence({ type, value }: Comment): boolean {
  return (type === 'Block' && value.startsWith('!')) || COPYRIGHT.test(value) || LICENCE.test(value);
}

const COPYRIGHT = /^[\s*/]*(?:\([cC]\)|©|(?:Copyright|COPYRIGHT|copyright)\b\s*(?:$|[^\sa-z]|by\b|the\b))/mu;

const LICENCE =
  /^[\s*/]*(?:SPDX|licen[cs]e\s*(?::|$)|licensed (?:under|to)\b|(?:released|distributed) under\b|all rights reserved|permission is hereby|use of this (?:source|code)|this (?:file|program|code|software|source|module|project)\b.*\b(?:licen[cs]e|copyright)|(?:the )?(?:MIT|BSD|ISC|Apache|Mozilla|GNU|[AL]?GPL)\b.*\blicen[cs]e)/im;

/** How the further lines of a licence read that is written in several comments. */
const GOES_ON = /copyright|licen[cs]e|SPDX|warrant|rights reserved|permission/i;

/**
 * Whether comments say whose a file is, or under which licence, where its own header says so already. An identifier for
 * tools of the licence that the header names is no repetition.
 */
export function repeatsHeader(tree: SyntaxTree, added: SyntaxTree): boolean {
  const codeStart = tree.program.body[0]?.start ?? tree.text.length;
  const header = tree.comments.filter(({ end }) => end <= codeStart);
  const fresh = added.comments.filter((comment) => !identifiesNamed(comment, header));
  return [COPYRIGHT, LICENCE].some((kind) =>
    [header, fresh].every((comments) => comments.some(({ value }) => kind.test(value))),
  );
}

/** Whether a comment is an identifier of which the header has every part that tells: `Apache` and `2.0`. */
function identifiesNamed({ value }: Comment, header: readonly Comment[]): boolean {
  const id = /^[\s*/]*SPDX-License-Identifier:\s*([\w.-]+)[\s*/]*$/.exec(value)?.[1];
  const parts = id?.split('-').filter((part) => /^[A-Z\d]/.test(part) && part !== 'Clause') ?? [];
  const words = new Set(header.flatMap((comment) => comment.value.match(/[A-Za-z]+|\d+(?:\.\d+)*/g) ?? []));
  return parts.length > 0 && parts.every((part) => words.has(part));
}

function isAboutFile({ value }: Comment): boolean {
  return TAG.test(value) || SWITCH.test(value) || /^\/\s*<(?:reference|amd)/.test(value);
}

const TAG =
  /^[\s*/]*@(?:licen[cs]e|preserve|file|fileoverview|overview|module|packageDocumentation|ts-(?:no)?check|jsx\w*|(?:no)?flow|format|prettier|vitest(?:-[\w-]+)?|jest(?:-[\w-]+)?)(?![\w-])/m;

const SWITCH =
  /^[\s*]*(?:eslint-(?:disable|enable|env)(?![\w-])|eslint\s+['"]?[\w@/-]+['"]?\s*:|oxlint-(?:disable|enable)(?![\w-])|tslint:(?:disable|enable)(?![\w:-])|biome-ignore-all\b|(?:istanbul|c8|v8)\s+ignore\s+file\b|(?:deno-lint|deno-fmt|dprint)-ignore-file\b)/;
