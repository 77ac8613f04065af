import { relative } from 'node:path';
import { installedGitHook } from '../../integrations/git-hooks.js';
import { activation, type HookManager, planHook } from '../../integrations/hook-managers.js';
import { proveGitHook } from '../../integrations/prove-git-hook.js';
import { type Answer, type Checkup, ok } from '../checkup.js';

/** Managers that call us from a configuration of their own, and the word their hook holds. */
const MANAGERS: readonly (readonly [HookManager, RegExp])[] = [
  ['lefthook', /lefthook/i],
  ['pre-commit', /pre-commit/i],
];

export const commitHook: Checkup = {
  name: 'pre-commit hook',
  async look({ git, root }) {
    if (git === null) return ok('none, since there is no repository');
    const place = { hooksDirectory: git.hooksDirectory(), root, rootBelowTop: git.rootBelowTop() };
    const state = installedGitHook(place);
    const file = relative(root, state.file);
    if (state.kind === 'ours') {
      if (!state.isAsWritten) {
        const message = `${file} is not what this version installs, or is not executable, so it was not tried.`;
        return [{ state: 'warn', message, remedy: `Delete our block in it and run specflow init --hooks git.` }];
      }
      const proof = await proveGitHook(state.block, root, place.rootBelowTop);
      if (proof.kind === 'fires') return ok(`${file} fires`);
      return [
        fails(
          `${file} ${proof.reason}.`,
          'Run npm install, so that it finds specflow, and see: npx specflow --version',
        ),
      ];
    }
    for (const [manager, mark] of MANAGERS) {
      if (planHook(manager, place).kind !== 'kept') continue;
      const isActive = state.kind === 'other' && mark.test(state.text);
      const next = activation(manager, place) ?? '';
      if (isActive) return ok(`${manager} calls it; whether it does was not tried`);
      return [fails(`${manager} is set up to call it, but git does not call ${manager}.`, `Run: ${next}`)];
    }
    return ok('none; specflow init --hooks git installs one');
  },
};

function fails(message: string, remedy: string): Answer {
  return { state: 'fail', code: 1, message, remedy };
}
