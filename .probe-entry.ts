export { loadRemedy, healInMemory } from './tests/bench/heal/heal-in-memory.ts';
