import { verifyEdits } from '../../fix/checks/verify-edits.js';
import { checkImportClash } from '../../fix/names/check-import-clash.js';
import { checkNames } from '../../fix/names/check-names.js';
import type { FixAnswer, FixSite } from '../../model/fix-site.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import { isRefusal, refuse } from '../../model/refusal.js';
import { speaksOfSecrets } from '../../model/speaks-of-secrets.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { Agent, AgentReply, EarlierAnswer } from '../agent/agent.js';
import { agentPrompt } from '../agent/agent-prompt.js';
import { readAgentAnswer } from '../agent/read-agent-answer.js';
import { staysInReach } from '../agent/stays-in-reach.js';
import { editsBetween } from '../diff/edits-between.js';
import { unifiedDiff } from '../diff/unified-diff.js';
import type { Candidate, ProposerContext } from './candidate.js';

/** What an agent proposes, where one was asked for. The task shows it no secret. */
export function agentFix({ rule, check }: FixSite, { agent, mask }: ProposerContext): readonly Candidate[] {
  return agent === undefined || speaksOfSecrets(rule, check) ? [] : [tryOf(agent, mask, [])];
}

/** More of an answer than this tells nobody anything. */
const LONGEST_ANSWER = 20_000;

function tryOf(agent: Agent, mask: SecretMask | undefined, earlier: readonly EarlierAnswer[]): Candidate {
  let answer: string | null = null;
  return {
    source: 'agent',
    pattern: null,
    onlySuggested: null,
    trigger: null,
    instruction: null,
    async fix(site) {
      const { path, text } = site;
      const reply = await agent.propose({ path, text, prompt: agentPrompt(site, agent.mode, earlier, mask) });
      answer = answerText(reply, site);
      return readReply(reply, site);
    },
    retry(objection) {
      if (answer === null || earlier.length + 1 >= agent.attempts) return null;
      return tryOf(agent, mask, [...earlier, { answer: answer.slice(0, LONGEST_ANSWER), objection }]);
    },
  };
}

/** What it is told of its answer the next time; null where it gave none, which asking again does not mend. */
function answerText(reply: AgentReply, { path, text }: FixSite): string | null {
  switch (reply.kind) {
    case 'answer':
      return reply.text;
    case 'edited':
      return unifiedDiff(path, text, reply.text);
    case 'refused':
      return `(${reply.why})`;
    case 'failed':
      return null;
  }
}

function readReply(reply: AgentReply, site: FixSite): FixAnswer {
  const { path, text } = site;
  if (reply.kind === 'failed') return refuse('agent-answer', `The agent gave no answer: ${reply.why}.`);
  if (reply.kind === 'refused') return refuse('agent-reach', `The answer of the agent was not taken: ${reply.why}.`);
  const read =
    reply.kind === 'edited'
      ? { kind: 'edits' as const, edits: editsBetween(text, reply.text) }
      : readAgentAnswer(reply.text, text);
  if (read.kind === 'refused') return refuse('agent-answer', read.why);
  const edits = read.edits.filter(({ range, text: next }) => range.end > range.start || next !== '');
  if (edits.length === 0) return refuse('no-change', 'The agent changed nothing.');
  const tree = parseSyntax(path, text);
  // Where syntax is not understood, nobody but a person can tell what a free edit does.
  if (tree === null) return { kind: 'fix', fix: { edits, applicability: 'unsafe' } };
  const after = verifyEdits(tree, edits);
  if (isRefusal(after) && after.condition === 'result-parses') return after;
  if (site.place !== null && !staysInReach(tree, site.place.range, edits)) {
    return refuse('agent-reach', 'The agent changes something outside the statement that holds the violation.');
  }
  if (isRefusal(after)) return after;
  // What is missing may be put anywhere, so a person looks where it went.
  const applicability = site.place === null ? 'unsafe' : 'safe';
  return (
    checkNames(tree, after, edits) ?? checkImportClash(after, edits) ?? { kind: 'fix', fix: { edits, applicability } }
  );
}
