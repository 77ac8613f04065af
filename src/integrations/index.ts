/**
 * Places where people work: git hooks and coding agents. An integration translates between their formats and plain
 * values, and looks after what is installed in their files; it never judges code. The agents, one line each.
 */
import type { Agent } from './agent.js';
import { claude } from './claude.js';
import { codex } from './codex.js';
import { cursor } from './cursor.js';

export const AGENTS: readonly Agent[] = [claude, codex, cursor];
