/**
 * The formats of a report: functions from a result to text, one line each. Help text and option validation read these
 * lists. Reporters print nothing and decide nothing; every untrusted string passes `sanitize`, and secrets are masked.
 */
import { checkContractTest } from './check-contract-test.js';
import { checkJson } from './check-json.js';
import { checkPretty } from './check-pretty.js';
import { healDiff } from './heal-diff.js';
import { healJson } from './heal-json.js';
import { healMarkdown } from './heal-markdown.js';
import { healPretty } from './heal-pretty.js';
import type { CheckReport, HealReport, Reporter } from './report.js';

export const CHECK_REPORTERS: Readonly<Record<string, Reporter<CheckReport>>> = {
  pretty: checkPretty,
  json: checkJson,
  'contract-test': checkContractTest,
};

export const HEAL_REPORTERS: Readonly<Record<string, Reporter<HealReport>>> = {
  pretty: healPretty,
  json: healJson,
  markdown: healMarkdown,
  diff: healDiff,
};
