import { type Agent, type AgentEvent, tellOnStderr } from './agent.js';
import { LOCAL_PROGRAM } from './hook-settings.js';
import { eventOf, fieldsOf, textOf, textsOf, unknownEvent } from './payload.js';

export const cursor: Agent = {
  name: 'cursor',
  title: 'Cursor',
  folderVariable: 'CURSOR_PROJECT_DIR',
  read: readCursorPayload,
  // What a hook says after an edit is shown to the user; the agent itself listens at the end of its turn.
  answer: (event, feedback) =>
    event === 'stop'
      ? { code: 0, stdout: `${JSON.stringify({ followup_message: feedback })}\n`, stderr: '' }
      : tellOnStderr(feedback),
  settings: {
    file: '.cursor/hooks.json',
    localFile: null,
    preamble: { version: 1 },
    entries: [
      { event: 'afterFileEdit', proves: 'edit', entry: (command) => ({ command }) },
      { event: 'stop', proves: 'stop', entry: (command) => ({ command }) },
    ],
    afterInstall: null,
    // It runs the hooks of a project in the folder that was opened.
    localProgram: () => LOCAL_PROGRAM,
  },
  sample(event, folder, file) {
    const base = {
      conversation_id: 'probe',
      generation_id: 'probe',
      cursor_version: 'probe',
      workspace_roots: [folder],
    };
    if (event === 'stop') return { ...base, hook_event_name: 'stop', status: 'completed', loop_count: 0 };
    return { ...base, hook_event_name: 'afterFileEdit', file_path: file, edits: [{ old_string: '', new_string: '' }] };
  },
};

function readCursorPayload(payload: unknown): AgentEvent {
  const fields = fieldsOf(payload);
  const folders = textsOf(fields.workspace_roots, fields.cwd);
  switch (eventOf(fields)) {
    case 'AfterFileEdit':
    case 'AfterTabFileEdit': {
      const file = textOf(fields.file_path);
      return file === null
        ? { kind: 'unknown', reason: 'the payload of afterFileEdit names no file_path' }
        : { kind: 'edit', files: [file], folders };
    }
    case 'Stop':
      // A turn that the user broke off is over, whatever it left behind.
      return textOf(fields.status) === 'aborted'
        ? { kind: 'nothing' }
        : { kind: 'stop', isRepeat: typeof fields.loop_count === 'number' && fields.loop_count > 0, folders };
    default:
      return unknownEvent(payload);
  }
}
