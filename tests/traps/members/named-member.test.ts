import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string, pattern: RegExp, replace: string) =>
  mend({ text, pattern, fix: { findReplace: { find: new RegExp(pattern, 'g'), replace } } });

const PARSER = /bodyParser\.json\(/;

test.each([
  ['of an object', 'app.use(wares.bodyParser.json());', PARSER, 'express.json('],
  ['of this', 'this.logger.log(x);', /logger\.log\(/, 'log.info('],
  ['of the window that is none of its own', 'window.logger.log(x);', /logger\.log\(/, 'report.info('],
])('a rule that never looked at what stands before the name knows nothing of a member %s', (_, text, pattern, to) => {
  expect(run(text, pattern, to)).toBe('<same-result>');
});

test.each([
  ['a variable', "import express from 'express';\napp.use(bodyParser.json());", PARSER, 'express.json('],
  [
    'a member that is read elsewhere',
    'use(wares.express);\napp.use(wares.bodyParser.json());',
    PARSER,
    'express.json(',
  ],
  ['what the window has', 'window.localStorage.clear();', /localStorage\.clear/, 'sessionStorage.clear'],
  ['a rule that looked', 'this.logger.log(x);', /(?<=this\.)logger\.log\(/, 'log.info('],
  ['the method itself', 'text.trimLeft().length;', /trimLeft\(\)/, 'trimStart()'],
])('but of %s', (_, text, pattern, to) => {
  expect(run(text, pattern, to)).toContain(to);
});
