import { isRefusal, type Refusal } from '../../model/refusal.js';
import type { FixTask } from '../draft.js';
import { checkCycle } from './check-cycle.js';
import { checkModules } from './check-modules.js';
import { readImportLine, type WantedImport } from './wanted-import.js';

/** Whether what an import line names is there, and may be loaded from here. */
export function checkInstalled(task: Pick<FixTask, 'site' | 'tree'>, line: string): Refusal | null {
  const wanted = readImportLine(line);
  if (isRefusal(wanted)) return null;
  const modules = wanted.map(({ module }) => module);
  const loaded = wanted.filter(takesValue).map(({ module }) => module);
  return checkModules(task, modules) ?? checkCycle(task, loaded);
}

function takesValue(wanted: WantedImport): boolean {
  if (wanted.kind === 'require') return true;
  const isType = wanted.named.length > 0 && wanted.named.every(({ typeOnly }) => typeOnly);
  return !wanted.typeOnly && (!isType || wanted.defaultName !== null || wanted.namespace !== null);
}
