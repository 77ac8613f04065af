/**
 * The formats of a report: functions from a result to text, one line each. Help text and option validation read these
 * lists. Reporters print nothing and decide nothing; every untrusted string passes `sanitize`, and secrets are masked.
 * One file is one format; what several are made of lies in `text/`, parts of large ones in `html/` and `sarif/`.
 */

import { checkAgent } from './check-agent.js';
import { checkCheckstyle } from './check-checkstyle.js';
import { checkCompact } from './check-compact.js';
import { checkContractTest } from './check-contract-test.js';
import { checkGithub } from './check-github.js';
import { checkGitlab } from './check-gitlab.js';
import { checkHtml } from './check-html.js';
import { checkJson } from './check-json.js';
import { checkJsonl } from './check-jsonl.js';
import { checkJunit } from './check-junit.js';
import { checkMarkdown } from './check-markdown.js';
import { checkPretty } from './check-pretty.js';
import { checkSarif } from './check-sarif.js';
import { healDiff } from './heal-diff.js';
import { healJson } from './heal-json.js';
import { healMarkdown } from './heal-markdown.js';
import { healPretty } from './heal-pretty.js';
import type { CheckReport, HealReport, Reporter } from './report.js';

export const CHECK_REPORTERS: Readonly<Record<string, Reporter<CheckReport>>> = {
  pretty: checkPretty,
  compact: checkCompact,
  agent: checkAgent,
  json: checkJson,
  jsonl: checkJsonl,
  sarif: checkSarif,
  junit: checkJunit,
  github: checkGithub,
  gitlab: checkGitlab,
  checkstyle: checkCheckstyle,
  markdown: checkMarkdown,
  html: checkHtml,
  'contract-test': checkContractTest,
};

export const HEAL_REPORTERS: Readonly<Record<string, Reporter<HealReport>>> = {
  pretty: healPretty,
  json: healJson,
  markdown: healMarkdown,
  diff: healDiff,
};
