import { astGrep } from './ast-grep.js';
import { eslint } from './eslint.js';
import { naive } from './naive.js';
import type { Rival } from './rival.js';

export const RIVALS: readonly Rival[] = [naive, eslint, astGrep];
