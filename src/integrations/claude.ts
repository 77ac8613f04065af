import { type Agent, type AgentEvent, tellOnStderr } from './agent.js';
import { LOCAL_PROGRAM } from './hook-settings.js';
import { eventOf, type Fields, fieldsOf, textOf, textsOf, unknownEvent } from './payload.js';

/** Tools that name a file without writing it. Any other that names one is taken to have written it. */
const READERS: ReadonlySet<string> = new Set(['Read', 'NotebookRead', 'Glob', 'Grep', 'LS', 'LSP']);
/** Tools that cannot have worked without naming a file. */
const WRITERS: ReadonlySet<string> = new Set(['Write', 'Edit', 'MultiEdit', 'NotebookEdit']);

export const claude: Agent = {
  name: 'claude',
  title: 'Claude Code',
  folderVariable: 'CLAUDE_PROJECT_DIR',
  read: readClaudePayload,
  answer: (_, feedback) => tellOnStderr(feedback),
  settings: {
    file: '.claude/settings.json',
    localFile: '.claude/settings.local.json',
    preamble: {},
    entries: [
      {
        event: 'PostToolUse',
        proves: 'edit',
        entry: (command) => ({
          matcher: 'Write|Edit|NotebookEdit',
          hooks: [{ type: 'command', command, timeout: 15 }],
        }),
      },
      {
        event: 'Stop',
        proves: 'stop',
        entry: (command) => ({ hooks: [{ type: 'command', command, timeout: 60 }] }),
      },
    ],
    afterInstall: null,
    // Its current folder moves with the agent; this variable does not.
    localProgram: () => `"$CLAUDE_PROJECT_DIR"/${LOCAL_PROGRAM}`,
  },
  sample(event, folder, file) {
    const base = { session_id: 'probe', transcript_path: '', cwd: folder, permission_mode: 'default' };
    if (event === 'stop') return { ...base, hook_event_name: 'Stop', stop_hook_active: false };
    return {
      ...base,
      hook_event_name: 'PostToolUse',
      tool_name: 'Write',
      tool_input: { file_path: file, content: '' },
      tool_response: { filePath: file, success: true },
      tool_use_id: 'probe',
    };
  },
};

function readClaudePayload(payload: unknown): AgentEvent {
  const fields = fieldsOf(payload);
  const folders = textsOf(fields.workspace_roots, fields.cwd);
  // Cursor runs the hooks it finds in Claude's settings, with payloads of its own.
  const caller = textOf(fields.cursor_version) === null ? {} : { caller: 'cursor' };
  switch (eventOf(fields)) {
    case 'PostToolUse':
      return { ...readEdit(fields, folders), ...caller };
    case 'Stop':
    case 'SubagentStop':
      return { kind: 'stop', isRepeat: isRepeat(fields), folders, ...caller };
    default:
      return unknownEvent(payload);
  }
}

function isRepeat({ stop_hook_active, loop_count }: Fields): boolean {
  return stop_hook_active === true || (typeof loop_count === 'number' && loop_count > 0);
}

function readEdit(fields: Fields, folders: readonly string[]): AgentEvent {
  const tool = textOf(fields.tool_name) ?? '';
  if (READERS.has(tool)) return { kind: 'nothing' };
  const input = fieldsOf(fields.tool_input);
  const files = textsOf(input.file_path, input.notebook_path);
  if (files.length > 0) return { kind: 'edit', files, folders };
  if (!WRITERS.has(tool) && tool !== '') return { kind: 'nothing' };
  return { kind: 'unknown', reason: `the payload of ${tool || 'PostToolUse'} names no tool_input.file_path` };
}
