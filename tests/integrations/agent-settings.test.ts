import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHooks, dropHooks, newSettings, readSettings } from '../../src/integrations/agent-settings.js';
import { claude } from '../../src/integrations/claude.js';
import { AGENTS } from '../../src/integrations/index.js';

const COMMAND = 'npx --no-install specflow hook';
const commandOf = (name: string): string => `${COMMAND} ${name}`;

const LIVED_IN = `{
    "model": "opus",
    "permissions": { "allow": ["Bash(npm test)"],   "deny": [] },
    "hooks": {
        "PostToolUse": [
            { "matcher": "Bash", "hooks": [{ "type": "command", "command": "./log.sh" }] }
        ]
    },
    "env": {"A": "1"}
}`;

describe('adding our hooks', () => {
  it('puts them behind what is there, and changes no other byte', () => {
    const after = addHooks(LIVED_IN, claude, commandOf('claude'));
    const { hooks, ...others } = JSON.parse(after);
    expect(others).toEqual({ model: 'opus', permissions: { allow: ['Bash(npm test)'], deny: [] }, env: { A: '1' } });
    expect(hooks.PostToolUse.map((group: { matcher: string }) => group.matcher)).toEqual([
      'Bash',
      'Write|Edit|NotebookEdit',
    ]);
    expect(hooks.Stop).toEqual([{ hooks: [{ type: 'command', command: commandOf('claude'), timeout: 60 }] }]);
    for (const line of LIVED_IN.split('\n')) expect(after).toContain(line);
    expect(after).toContain('\n            {\n                "matcher": "Write|Edit|NotebookEdit",\n');
    expect(dropHooks(after, claude)).toBe(LIVED_IN);
  });

  it.each([
    ['a minified file', '{"a":[1,2]}', '{"a":[1,2],"hooks":{"PostToolUse":[{"matcher"'],
    ['an empty object', '{}\n', '{\n  "hooks": {\n    "PostToolUse": [\n'],
    ['an empty list of hooks', '{\n\t"hooks": {\n\t\t"Stop": []\n\t}\n}\n', '"Stop": [\n\t\t\t{\n\t\t\t\t"hooks": ['],
    ['Windows line ends', '{\r\n  "a": 1\r\n}\r\n', '"a": 1,\r\n  "hooks": {\r\n    "PostToolUse": [\r\n'],
  ])('follows the layout of %s', (_, before, part) => {
    const after = addHooks(before, claude, commandOf('claude'));
    expect(after).toContain(part);
    expect(after.includes('\r\n') && /(?<!\r)\n/.test(after)).toBe(false);
    expect(readSettings(after, claude)).toMatchObject({ hooks: { length: 2 } });
  });

  it('keeps a hook of ours whose command somebody adapted, and adds the one that is missing', () => {
    const adapted = `{"hooks":{"Stop":[{"hooks":[{"type":"command","command":"cd app && node ../specflow/dist/cli.cjs hook claude","timeout":5}]}]}}`;
    const after = addHooks(adapted, claude, commandOf('claude'));
    expect(JSON.parse(after).hooks.Stop).toEqual(JSON.parse(adapted).hooks.Stop);
    expect(JSON.parse(after).hooks.PostToolUse).toHaveLength(1);
  });

  it('takes neither another verb nor another agent for ours', () => {
    for (const command of ['specflow hooks status', 'specflow hook codex', 'specflow check', 'echo hook claude']) {
      const text = JSON.stringify({ hooks: { Stop: [{ hooks: [{ type: 'command', command }] }] } });
      expect(readSettings(text, claude)).toEqual({ kind: 'read', hooks: [] });
      expect(dropHooks(text, claude)).toBe(text);
    }
  });
});

describe('taking our hooks out', () => {
  it('leaves the neighbours in the same group, and the group', () => {
    const ours = { type: 'command', command: commandOf('claude') };
    const theirs = { type: 'command', command: './log.sh' };
    const text = JSON.stringify({ hooks: { PostToolUse: [{ matcher: 'Edit', hooks: [ours, theirs, ours] }] } });
    expect(JSON.parse(dropHooks(text, claude))).toEqual({
      hooks: { PostToolUse: [{ matcher: 'Edit', hooks: [theirs] }] },
    });
  });

  it('undoes adding them to any settings, byte for byte, and adding is idempotent', () => {
    const key = fc.stringMatching(/^[a-z]{1,6}$/).filter((name) => name !== 'hooks');
    const foreign = fc.record({ hooks: fc.array(fc.record({ type: fc.constant('command'), command: fc.string() })) });
    const events = fc.dictionary(
      fc.constantFrom('PostToolUse', 'Stop', 'PreToolUse', 'stop'),
      fc.array(foreign, { minLength: 1 }),
      { minKeys: 1 },
    );
    const settings = fc
      .tuple(fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }), fc.option(events))
      .map(([others, hooks]) => (hooks === null ? others : { ...others, hooks }))
      .filter(
        (value) =>
          !JSON.stringify(value).includes('specflow') &&
          !/"(__proto__|constructor|prototype)"/.test(JSON.stringify(value)),
      );
    const layout = fc.constantFrom(undefined, 2, 4, '\t');
    fc.assert(
      fc.property(fc.constantFrom(...AGENTS), settings, layout, fc.boolean(), (agent, value, indent, isWindows) => {
        const unix = `${JSON.stringify(value, null, indent)}\n`;
        const text = isWindows ? unix.replaceAll('\n', '\r\n') : unix;
        const added = addHooks(text, agent, commandOf(agent.name));
        expect(readSettings(added, agent)).toMatchObject({
          kind: 'read',
          hooks: { length: agent.settings.entries.length },
        });
        expect(addHooks(added, agent, commandOf(agent.name))).toBe(added);
        expect(dropHooks(added, agent)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('settings we do not rewrite', () => {
  it.each([
    ['{\n  // mine\n  "hooks": {}\n}', 'comments'],
    ['{ /* mine */ }', 'comments'],
    ['{ "hooks": { }', 'not JSON at line 1, column 15'],
    ['[]', 'no JSON object'],
    ['{ "hooks": [] }', '"hooks" is no object'],
    ['{ "hooks": { "Stop": {} } }', '"hooks.Stop" is no list'],
  ])('%s', (text, reason) => {
    expect(readSettings(text, claude)).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
  });

  it('starts a new file with what the agent wants in it', () => {
    for (const agent of AGENTS) {
      const text = newSettings(agent, commandOf(agent.name));
      expect(JSON.parse(text)).toMatchObject(agent.settings.preamble);
      expect(readSettings(text, agent)).toMatchObject({ hooks: { length: agent.settings.entries.length } });
    }
  });
});
