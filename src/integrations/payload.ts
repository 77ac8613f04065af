import { type Fields, isFields, textOf } from '../model/fields.js';
import type { AgentEvent } from './agent.js';

export { type Fields, fieldsOf, textOf } from '../model/fields.js';

/** The texts among these values, and among the items of lists. */
export function textsOf(...values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) => (Array.isArray(value) ? value : [value])).flatMap((each) => textOf(each) ?? []);
}

/** `PostToolUse` and `postToolUse` are one event: agents that borrow each other's hooks spell them differently. */
export function eventOf(payload: Fields): string {
  const name = textOf(payload.hook_event_name) ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function unknownEvent(payload: unknown): AgentEvent {
  if (!isFields(payload)) return { kind: 'unknown', reason: 'the payload on standard input is no JSON object' };
  const name = textOf(payload.hook_event_name);
  return {
    kind: 'unknown',
    reason: name === null ? 'the payload names no hook_event_name' : `it knows nothing of the event ${name}`,
  };
}
