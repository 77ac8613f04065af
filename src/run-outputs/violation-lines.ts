import { type Fields, isFields, parsed } from './json.js';
import { distinctMentions, type OutputReader } from './mention.js';
import { mentionOf } from './violation-list.js';

/** `check --format jsonl`: an object a line, each with its `type`. */
export const violationLines: OutputReader = {
  name: 'its JSON lines',
  read(text) {
    const entries = text.split('\n').flatMap((line): readonly Fields[] => {
      if (!line.startsWith('{"type":')) return [];
      const value = parsed(line);
      return isFields(value) ? [value] : [];
    });
    const violations = entries.filter(({ type }) => type === 'violation');
    // Only a stream that came to its end can say that there was nothing.
    if (violations.length === 0 && !entries.some(({ type }) => type === 'summary')) return null;
    return distinctMentions(violations.flatMap(mentionOf));
  },
};
