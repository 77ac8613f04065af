import { requiresAny } from '../../engine/requires-any.js';
import { headCommit } from '../../platform/git/head-commit.js';
import { indexAhead, sourceOf } from '../../platform/git/index-ahead.js';
import { type AbsenceMemory, openAbsences } from '../../prescan/cache/absences.js';
import { keepWitnesses, readWitnesses, watchWitnesses, witnessKey } from '../../prescan/cache/witnesses.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import { isCached } from './is-cached.js';
import { type NarrowStage, narrowStage, OWN_FOLDERS } from './narrow-stage.js';
import { programKey } from './program-key.js';
import { askedIndex, type StagedIndex, stagedIndexOf } from './staged-index.js';

/** What is staged, to be judged with as little looking as can be. */
export interface Stage {
  /** Null where everything has to be looked at. */
  readonly narrow: NarrowStage | null;
  /** @throws UsageError `git/…` where there is no index, or none that can be judged */
  whole(): StagedIndex;
  /** Spares a look at everything what is known already, and leaves to the next check what it learns. */
  memory(index: StagedIndex, workspace: Workspace): StageMemory | null;
}

export interface StageMemory extends Pick<AbsenceMemory, 'isNew' | 'remember'> {
  keep(): void;
}

/** @param remembers whether what is known from earlier checks may be used */
export async function openStage(root: string, remembers: boolean, session: Session): Promise<Stage> {
  const witnesses = remembers ? readWitnesses(root) : null;
  let head: string | null = null;
  const ahead = await indexAhead(root, OWN_FOLDERS, ({ folder, common }) => {
    head = headCommit(folder, common);
    return witnesses === null || witnesses.commit === head ? null : witnesses.commit;
  });
  return {
    narrow: ahead && remembers ? narrowStage(root, ahead, witnesses, head, session) : null,
    whole: () => stagedIndexOf((ahead && sourceOf(ahead)) ?? askedIndex(root)),
    memory: (index, workspace) => (remembers ? memoryOf(index, workspace, ahead && head, session) : null),
  };
}

function memoryOf(
  { ownFiles, changed, removed }: StagedIndex,
  { root, config, loaded }: Workspace,
  commit: string | null,
  session: Session,
): StageMemory | null {
  const rules = loaded.contracts.flatMap((contract) => contract.rules);
  if (!rules.some((rule) => rule.checks.some(requiresAny)) || ownFiles.list().some(isCached)) return null;
  const program = programKey(config, session);
  const absences = openAbsences({ root, key: program, rules, blobOf: ownFiles.blobOf });
  const watch = watchWitnesses();
  return {
    isNew: absences.isNew,
    remember: (look) => watch.watch(absences.remember(look)),
    keep() {
      absences.keep(ownFiles.list());
      if (commit === null) return;
      const found = watch.found((path) => !changed.has(path));
      const key = witnessKey(rules, config.exclude, loaded.files, program);
      if (Object.keys(found).length > 0) keepWitnesses(root, { commit, key, found, unsure: [...changed, ...removed] });
    },
  };
}
