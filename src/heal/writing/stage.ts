import { incomplete, type Problem } from '../../model/problem.js';
import type { FileDraft } from '../file-draft.js';
import type { HealPorts } from '../ports.js';

/** The written files of a run, which can be made to hold other texts, as long as nobody else writes to them. */
export interface Stage {
  /** Makes each file hold the text of its draft. A file that somebody changed is left alone from then on. */
  show(drafts: readonly Pick<FileDraft, 'path' | 'after'>[]): readonly Problem[];
}

/** @param written the drafts the files hold now */
export function openStage(written: readonly FileDraft[], write: HealPorts['write']): Stage {
  const files = new Map(written.map((draft) => [draft.path, { bom: draft.bom, text: draft.after }]));
  return {
    show: (drafts) =>
      drafts.flatMap(({ path, after }): readonly Problem[] => {
        const file = files.get(path);
        if (file === undefined || file.text === after) return [];
        const result = write(path, file.text, file.bom, after);
        if (result.kind === 'written') {
          file.text = after;
          return [];
        }
        files.delete(path);
        const isChanged = result.kind === 'changed';
        const why = isChanged ? 'it was changed meanwhile' : result.kind === 'failed' ? result.error : result.reason;
        return [notRestored(path, why)];
      }),
  };
}

function notRestored(file: string, why: string): Problem {
  return incomplete(
    'heal/not-restored',
    file,
    `The file was healed, verification failed, and it could not be put back: ${why}.`,
    'Compare it with version control and take the healed lines out by hand.',
  );
}
