import { type Agent, type AgentEvent, tellOnStderr } from './agent.js';
import { LOCAL_PROGRAM } from './hook-settings.js';
import { eventOf, type Fields, fieldsOf, textOf, textsOf, unknownEvent } from './payload.js';

const BEGIN = /^\*\*\* Begin Patch/m;
/** A patch names each file it adds, changes or renames on a line of its own. */
const FILE_LINE = /^\*\*\* (?:Add File|Update File|Move to): (.+)$/gm;

export const codex: Agent = {
  name: 'codex',
  title: 'Codex',
  folderVariable: null,
  read: readCodexPayload,
  answer: (_, feedback) => tellOnStderr(feedback),
  settings: {
    file: '.codex/hooks.json',
    localFile: null,
    preamble: {},
    entries: [
      {
        event: 'PostToolUse',
        proves: 'edit',
        entry: (command) => ({ matcher: 'apply_patch', hooks: [{ type: 'command', command, timeout: 15 }] }),
      },
      {
        event: 'Stop',
        proves: 'stop',
        entry: (command) => ({ hooks: [{ type: 'command', command, timeout: 60 }] }),
      },
    ],
    afterInstall: 'Codex runs the hooks of a project only once you trust them: start it and accept them under /hooks.',
    // It runs hooks wherever it was started, and has no variable for the project.
    localProgram(rootBelowTop) {
      if (rootBelowTop === null || !/^[\w./-]*$/.test(rootBelowTop)) return null;
      const below = rootBelowTop === '' ? '' : `${rootBelowTop}/`;
      return `"$(git rev-parse --show-toplevel)"/${below}${LOCAL_PROGRAM}`;
    },
  },
  sample(event, folder, file) {
    const base = { session_id: 'probe', turn_id: 'probe', transcript_path: null, cwd: folder };
    if (event === 'stop') {
      return { ...base, hook_event_name: 'Stop', stop_hook_active: false, last_assistant_message: '' };
    }
    return {
      ...base,
      hook_event_name: 'PostToolUse',
      tool_name: 'apply_patch',
      tool_use_id: 'probe',
      tool_input: { command: `*** Begin Patch\n*** Update File: ${file}\n*** End Patch\n` },
      tool_response: 'Done!',
    };
  },
};

function readCodexPayload(payload: unknown): AgentEvent {
  const fields = fieldsOf(payload);
  const folders = textsOf(fields.cwd);
  switch (eventOf(fields)) {
    case 'PostToolUse':
      return readPatch(fields, folders);
    case 'Stop':
      return { kind: 'stop', isRepeat: fields.stop_hook_active === true, folders };
    default:
      return unknownEvent(payload);
  }
}

/** A patch may also come through the shell, as `apply_patch <<'EOF'`. */
function readPatch(fields: Fields, folders: readonly string[]): AgentEvent {
  const tool = textOf(fields.tool_name) ?? '';
  const { command, patch: bare, input } = fieldsOf(fields.tool_input);
  // Where the patch stands has changed from one release to the next.
  const patch = textsOf(command, bare, input).join('\n');
  if (!BEGIN.test(patch)) {
    if (tool !== 'apply_patch' && tool !== '') return { kind: 'nothing' };
    return { kind: 'unknown', reason: 'the payload of apply_patch holds no patch in tool_input.command' };
  }
  const files = [...new Set([...patch.matchAll(FILE_LINE)].map((found) => found[1]?.trimEnd() ?? ''))];
  return files.length === 0 ? { kind: 'nothing' } : { kind: 'edit', files, folders };
}
