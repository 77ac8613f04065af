// The kinds of edit an instruction may ask for. A strategy proposes edits; it neither applies them nor has the last word on them.
import type { Strategy } from '../../model/auto-fix.js';
import type { Refusal } from '../../model/refusal.js';
import type { Draft, FixTask } from '../draft.js';
import { insert } from './insert.js';
import { remove } from './remove.js';
import { replace } from './replace.js';
import { wrap } from './wrap.js';

export const STRATEGIES: Readonly<Record<Strategy, (task: FixTask) => Draft | Refusal>> = {
  replace,
  insert,
  wrap,
  remove,
};
