import { describe, expect, it } from 'vitest';
import type { Agent, AgentReply, AgentTask } from '../../../src/heal/agent/agent.js';
import { agentPrompt } from '../../../src/heal/agent/agent-prompt.js';
import { agentFix } from '../../../src/heal/proposers/agent-fix.js';
import type { Candidate } from '../../../src/heal/proposers/candidate.js';
import { DEFAULT_CONFIG } from '../../../src/model/config.js';
import type { Rule } from '../../../src/model/contract.js';
import { applyEdits } from '../../../src/model/edit.js';
import type { FixSite } from '../../../src/model/fix-site.js';
import { maskSecrets } from '../../../src/model/mask-secrets.js';
import { makeAutoFix } from '../../support/make-auto-fix.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';
import { recheck } from '../../support/recheck.js';

const OLD_CALL = makeRule(
  { id: 'OLD-1', title: 'The old call is gone soon' },
  forbidden(/oldCall\(/, { message: 'Use newCall', autoFix: makeAutoFix({ hint: 'It takes the same arguments' }) }),
);
const TEXT = "import { newCall, oldCall } from './calls';\nexport const a = oldCall(1);\nexport const other = 2;\n";
const MENDED = TEXT.replace('a = oldCall', 'a = newCall');

/** The first violation of a text, or what a text lacks. */
function siteOf(text: string, rule: Rule = OLD_CALL, path = 'src/a.ts'): FixSite {
  const [violation] = recheck(rule, { path, text }, { requiredAny: 'here' }) ?? [];
  const [check] = rule.checks;
  if (violation === undefined || check === undefined) throw new Error('nothing is violated');
  return { path, text, rule, check, place: violation.place };
}

/** An agent that gives these replies one after the other, and keeps what it was asked. */
function agentOf(replies: readonly AgentReply[], attempts = 1): Agent & { readonly asked: AgentTask[] } {
  const asked: AgentTask[] = [];
  return {
    asked,
    attempts,
    mode: 'file',
    async propose(task) {
      asked.push(task);
      return replies[asked.length - 1] ?? { kind: 'failed', why: 'it was not asked for so much' };
    },
  };
}

const candidatesOf = (site: FixSite, agent?: Agent): readonly Candidate[] =>
  agentFix(site, { patterns: [], config: DEFAULT_CONFIG.healLoop, today: '2026-01-01', agent, settles: () => true });

/** The text a reply comes to, with how far it may be trusted; or what was objected. */
async function answerTo(reply: AgentReply, site: FixSite = siteOf(TEXT)) {
  const [candidate] = candidatesOf(site, agentOf([reply]));
  const answer = await candidate?.fix(site);
  if (answer === undefined) throw new Error('the agent is not asked');
  if (answer.kind === 'refused') return `<${answer.condition}> ${answer.detail}`;
  return { text: applyEdits(site.text, answer.fix.edits), applicability: answer.fix.applicability };
}

const block = (...edits: readonly (readonly [search: string, replace: string])[]): string =>
  [
    '```',
    ...edits.flatMap(([search, replace]) => ['<<<<<<< SEARCH', search, '=======', replace, '>>>>>>> REPLACE']),
    '```',
  ].join('\n');
const answer = (...edits: readonly (readonly [string, string])[]): AgentReply => ({
  kind: 'answer',
  text: `Here it is.\n\n${block(...edits)}\n`,
});
const RIGHT = answer(['export const a = oldCall(1);', 'export const a = newCall(1);']);

describe('an agent', () => {
  it('is asked where there is one, about what is no secret', () => {
    const secret = makeRule({ id: 'SEC-1', title: 'No API keys' }, forbidden(/oldCall\(/));
    expect(candidatesOf(siteOf(TEXT))).toEqual([]);
    expect(candidatesOf(siteOf(TEXT, secret), agentOf([]))).toEqual([]);
    const shape = { source: 'agent', pattern: null, onlySuggested: null, trigger: null, instruction: null };
    expect(candidatesOf(siteOf(TEXT), agentOf([]))).toMatchObject([shape]);
  });

  it('is shown the file and the task', async () => {
    const agent = agentOf([RIGHT]);
    const site = siteOf(TEXT);
    await candidatesOf(site, agent)[0]?.fix(site);
    expect(agent.asked).toEqual([{ path: 'src/a.ts', text: TEXT, prompt: agentPrompt(site, 'file', []) }]);
  });
});

describe('what an agent answers', () => {
  it('is taken as edits, or as the file it leaves', async () => {
    expect(await answerTo(RIGHT)).toEqual({ text: MENDED, applicability: 'safe' });
    expect(await answerTo({ kind: 'edited', text: MENDED })).toEqual({ text: MENDED, applicability: 'safe' });
  });

  it.each<[string, AgentReply, string]>([
    [
      'nothing',
      { kind: 'failed', why: 'it ran out of time' },
      '<agent-answer> The agent gave no answer: it ran out of time.',
    ],
    [
      'too much',
      { kind: 'refused', why: 'it touched package.json' },
      '<agent-reach> The answer of the agent was not taken: it touched package.json.',
    ],
    ['words', { kind: 'answer', text: 'No.' }, '<agent-answer> The agent gave no block of edits.'],
    [
      'twice',
      { kind: 'answer', text: `${block(['a', 'b'])}\n${block(['a', 'b'])}` },
      '<agent-answer> The agent gave several answers.',
    ],
    ['the same file', { kind: 'edited', text: TEXT }, '<no-change> The agent changed nothing.'],
    [
      'with another statement changed',
      answer(['export const other = 2;', 'export const other = 3;']),
      '<agent-reach> The agent changes something outside the statement that holds the violation.',
    ],
  ])('%s is refused', async (_, reply, objection) => {
    expect(await answerTo(reply)).toBe(objection);
  });

  it.each<[string, AgentReply, string]>([
    ['what does not parse', answer(['export const a = oldCall(1);', 'export const a = newCall(1;']), 'result-parses'],
    [
      'a name that nobody declares',
      answer(['export const a = oldCall(1);', 'export const a = nobody(1);']),
      'name-unbound',
    ],
  ])('%s is refused', async (_, reply, condition) => {
    expect(await answerTo(reply)).toMatch(new RegExp(`^<${condition}>`));
  });

  it('is only suggested where syntax is not understood, or where something was missing', async () => {
    const python = siteOf('a = oldCall(1)\n', OLD_CALL, 'src/a.py');
    expect(await answerTo(answer(['a = oldCall(1)', 'a = newCall(1)']), python)).toEqual({
      text: 'a = newCall(1)\n',
      applicability: 'unsafe',
    });
    const lacking = siteOf('run();\n', makeRule({}, required(/start\(\)/)));
    expect(await answerTo(answer(['run();', 'start();\nrun();']), lacking)).toMatch(/^<name-unbound>/);
    const declared = siteOf('function start() {}\nrun();\n', makeRule({}, required(/start\(\);/)));
    expect(await answerTo(answer(['run();', 'start();\nrun();']), declared)).toEqual({
      text: 'function start() {}\nstart();\nrun();\n',
      applicability: 'unsafe',
    });
  });
});

describe('an agent is asked again', () => {
  const site = siteOf(TEXT);
  /** What the second question says of the first, when asking again is possible. */
  async function secondPrompt(first: AgentReply, attempts = 2): Promise<string | null> {
    const agent = agentOf([first, RIGHT], attempts);
    const [candidate] = candidatesOf(site, agent);
    await candidate?.fix(site);
    const again = candidate?.retry?.('It breaks a test.') ?? null;
    if (again === null) return null;
    await again.fix(site);
    return agent.asked[1]?.prompt ?? null;
  }

  it('with its answer and the objection', async () => {
    const prompt = agentPrompt(site, 'file', [{ answer: 'No.', objection: 'It breaks a test.' }]);
    expect(await secondPrompt({ kind: 'answer', text: 'No.' })).toBe(prompt);
    expect(await secondPrompt({ kind: 'refused', why: 'it went elsewhere' })).toContain('    (it went elsewhere)');
    expect(await secondPrompt({ kind: 'edited', text: MENDED })).toContain('    +export const a = newCall(1);');
    expect(await secondPrompt({ kind: 'answer', text: 'x'.repeat(30_000) })).not.toContain('x'.repeat(20_001));
    expect(await secondPrompt({ kind: 'answer', text: 'x'.repeat(30_000) })).toContain('x'.repeat(20_000));
  });

  it('not where it gave none, nor more often than it may be', async () => {
    expect(await secondPrompt({ kind: 'failed', why: 'it ran out of time' })).toBeNull();
    expect(await secondPrompt({ kind: 'answer', text: 'No.' }, 1)).toBeNull();
    const [untried] = candidatesOf(site, agentOf([], 3));
    expect(untried?.retry?.('It was not even asked.')).toBeNull();
    const agent = agentOf([RIGHT, RIGHT, RIGHT], 2);
    const [first] = candidatesOf(site, agent);
    await first?.fix(site);
    const second = first?.retry?.('no');
    await second?.fix(site);
    expect(second?.retry?.('no again')).toBeNull();
  });
});

describe('the prompt', () => {
  const withExample: Rule = {
    ...OLD_CALL,
    exampleCompliant: [{ text: 'const x = newCall(3)\n\nuse(x)', declaredAt: OLD_CALL.declaredAt }],
  };

  it('says what is wrong, where, and how to answer', () => {
    const site = siteOf(TEXT, withExample);
    expect(agentPrompt(site, 'worktree', [{ answer: 'one\n\ntwo', objection: 'It breaks a test.' }])).toBe(`\
Mend one violation of a rule in one file. Change as little as possible.

Rule OLD-1: The old call is gone soon
Message: Use newCall
Hint of its owner: It takes the same arguments
Compliant example:
    const x = newCall(3)

    use(x)

File: src/a.ts
Violation: line 2, column 18: oldCall(

Lines 1 to 4 of 4 (the numbers are not part of the file):
    1  import { newCall, oldCall } from './calls';
    2  export const a = oldCall(1);
    3  export const other = 2;
    4  

You were asked before, and your answer was not taken.
What was wrong with it: It breaks a test.
Your answer was:
    one

    two

You are in a scratch copy of the project, which is thrown away. Read in it whatever helps.
Either edit that one file in place, and no other, and create none; or leave all files as they are and answer as follows.

Answer with exactly one fenced block that holds one or more edits of this file, and nothing else in it:
\`\`\`
<<<<<<< SEARCH
lines of the file, to the letter, that occur in it exactly once
=======
what takes their place
>>>>>>> REPLACE
\`\`\`
Do not touch other files, tests or contracts, add no suppression comment, and do not disguise what the rule looks for.
The edits are checked and dropped if they break anything. If you cannot mend it, answer without a block and say why.
If you noticed something else that the owner should decide about, add one line that begins with "FINDING: ".
`);
  });

  it('leaves out what there is none of', () => {
    const bare = makeRule({ id: 'OLD-1' }, forbidden(/oldCall\(/));
    const prompt = agentPrompt(siteOf(TEXT, bare), 'file', []);
    for (const each of ['Hint', 'example', 'asked before', 'scratch copy']) expect(prompt).not.toContain(each);
    const lacking = agentPrompt(siteOf('a\r\nb\rc', makeRule({}, required(/x/))), 'file', []);
    expect(lacking).toContain('Violation: what the rule requires is missing from this file.\n\nLines 1 to 3 of 3');
    expect(lacking).toContain('\n    1  a\n    2  b\n    3  c\n');
  });

  it('shows sixty lines on either side of a long file', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `line${index + 1}`);
    lines[99] = 'oldCall(1)';
    const prompt = agentPrompt(siteOf(lines.join('\n')), 'file', []);
    expect(prompt).toContain('Lines 40 to 160 of 200');
    expect(prompt).toContain('\n   40  line40\n');
    expect(prompt).toContain('\n  160  line160\n');
    expect(prompt).not.toMatch(/line39\n|line161\n/);
  });
});

describe('the task of an agent', () => {
  const key = makeRule({ id: 'SEC-1', title: 'No API keys' }, forbidden(/"sk_live_\w+"/));
  const text = TEXT.replace('oldCall(1)', 'oldCall("sk_live_canary1")').replace(
    'other = 2',
    'other = "sk_live_canary2"',
  );
  const mask = maskSecrets(recheck(key, { path: 'src/a.ts', text }) ?? []);

  it('shows no secret of its file, wherever it stands, and says that something was cut', () => {
    const earlier = [
      { answer: 'export const other = "sk_live_canary2";', objection: 'sk_live_canary1 is still there' },
    ];
    const prompt = agentPrompt(siteOf(text), 'file', earlier, mask);
    expect(prompt).not.toContain('canary');
    expect(prompt).toContain('oldCall("sk_l…")');
    expect(prompt).toContain('cut to …');
    expect(agentPrompt(siteOf(TEXT), 'file', [], mask)).not.toContain('cut to …');
  });

  it('is made with the secrets of the files, and an answer made of it is refused where it does not fit', async () => {
    const reply = answer(['export const a = oldCall("sk_l…");', 'export const a = newCall("sk_l…");']);
    const agent = agentOf([reply]);
    const context = { patterns: [], config: DEFAULT_CONFIG.healLoop, today: '2026-01-01', settles: () => true };
    const [candidate] = agentFix(siteOf(text), { ...context, agent, mask });
    expect(await candidate?.fix(siteOf(text))).toMatchObject({ kind: 'refused', condition: 'agent-answer' });
    expect(agent.asked.map(({ prompt }) => prompt.includes('canary'))).toEqual([false]);
  });
});
