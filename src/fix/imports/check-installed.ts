import { isRefusal, type Refusal } from '../../model/refusal.js';
import type { FixTask } from '../draft.js';
import { checkModules } from './check-modules.js';
import { readImportLine } from './wanted-import.js';

/** Whether what an import line names is there. */
export function checkInstalled(task: Pick<FixTask, 'site' | 'tree'>, line: string): Refusal | null {
  const wanted = readImportLine(line);
  if (isRefusal(wanted)) return null;
  const modules = wanted.map(({ module }) => module);
  return checkModules(task, modules);
}
