import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../src/integrations/agent.js';
import { AGENTS } from '../../src/integrations/index.js';
import { agentPayload } from '../support/agent-payload.js';

const read = (agent: string, payload: unknown): AgentEvent => {
  const found = AGENTS.find(({ name }) => name === agent);
  if (!found) throw new Error(`no agent ${agent}`);
  return found.read(payload);
};

const folders = ['/project'];
const edit = (...files: readonly string[]): AgentEvent => ({ kind: 'edit', files, folders });
const stop = (isRepeat: boolean): AgentEvent => ({ kind: 'stop', isRepeat, folders });
const nothing: AgentEvent = { kind: 'nothing' };

describe('recorded payloads', () => {
  it.each<[string, AgentEvent]>([
    ['claude-write', edit('/project/src/a.ts')],
    ['claude-edit', edit('/project/src/a.ts')],
    ['claude-notebook-edit', edit('/project/src/a.ts')],
    ['claude-read', nothing],
    ['claude-bash', nothing],
    ['claude-stop', stop(false)],
    ['claude-stop-again', stop(true)],
    ['codex-apply-patch', edit('src/new.ts', 'src/old.ts', 'src/a.ts')],
    ['codex-patch-field', edit('src/a.ts')],
    ['codex-shell', nothing],
    ['codex-shell-patch', edit('src/a.ts')],
    ['codex-stop', stop(false)],
    ['cursor-after-file-edit', edit('/project/src/a.ts')],
    ['cursor-stop', stop(false)],
    ['cursor-stop-again', stop(true)],
    ['cursor-stop-aborted', nothing],
  ])('%s', (name, expected) => {
    expect(read(name.split('-')[0] ?? '', JSON.parse(agentPayload(name)))).toEqual(expected);
  });

  it('tells that Cursor runs a hook of Claude', () => {
    const payload: unknown = JSON.parse(agentPayload('cursor-through-claude'));
    expect(read('claude', payload)).toMatchObject({ kind: 'edit', files: ['/project/src/a.ts'], caller: 'cursor' });
  });

  it('understands the payloads it proves installed hooks with', () => {
    for (const agent of AGENTS) {
      expect(agent.read(agent.sample('edit', '/project', '/project/probe.txt'))).toEqual(edit('/project/probe.txt'));
      expect(agent.read(agent.sample('stop', '/project', ''))).toEqual(stop(false));
    }
  });
});

describe('payloads nobody sends', () => {
  it.each<[string, unknown, string]>([
    ['claude', null, 'no JSON object'],
    ['claude', [], 'no JSON object'],
    ['claude', {}, 'no hook_event_name'],
    ['claude', { hook_event_name: 'PreToolUse' }, 'PreToolUse'],
    ['claude', { hook_event_name: 'PostToolUse', inputs: { file_path: '/project/a.ts' } }, 'no tool_input.file_path'],
    ['claude', { hook_event_name: 'PostToolUse', tool_name: 'Edit', tool_input: { file_path: 7 } }, 'file_path'],
    ['codex', { hook_event_name: 'PostToolUse', tool_name: 'apply_patch', tool_input: {} }, 'no patch'],
    ['cursor', { hook_event_name: 'afterFileEdit', file_path: '' }, 'no file_path'],
    ['cursor', { hook_event_name: 'beforeReadFile' }, 'beforeReadFile'],
  ])('%s %j is not taken for a clean edit', (agent, payload, reason) => {
    expect(read(agent, payload)).toEqual({ kind: 'unknown', reason: expect.stringContaining(reason) });
  });

  it('never breaks a reader', () => {
    const field = fc.oneof(fc.jsonValue(), fc.constantFrom('PostToolUse', 'Stop', 'stop', 'apply_patch', 'Write'));
    const names = ['hook_event_name', 'tool_name', 'tool_input', 'cwd', 'workspace_roots', 'file_path', 'status'];
    const payload = fc.dictionary(fc.constantFrom(...names), field);
    fc.assert(
      fc.property(fc.constantFrom(...AGENTS), fc.oneof(payload, fc.jsonValue()), (agent, value) => {
        const event = agent.read(value);
        if (event.kind === 'edit') expect(event.files.every((file) => file !== '')).toBe(true);
        if (event.kind === 'unknown') expect(event.reason).not.toBe('');
      }),
    );
  });
});
