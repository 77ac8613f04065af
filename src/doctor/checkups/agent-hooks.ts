import type { Agent } from '../../integrations/agent.js';
import { installedHooks } from '../../integrations/agent-hooks.js';
import { AGENTS } from '../../integrations/index.js';
import { isInstalled } from '../../integrations/is-installed.js';
import { proveHook } from '../../integrations/prove-hook.js';
import { type Answer, type Checkup, ok } from '../checkup.js';

export const agentHooks: Checkup = {
  name: 'agent hooks',
  async look({ root }) {
    const answers: Answer[] = [];
    for (const agent of AGENTS) answers.push(...(await examine(agent, root)));
    return answers.length > 0 ? answers : ok('none; specflow hooks install --agent <name> adds them');
  },
};

async function examine(agent: Agent, root: string): Promise<readonly Answer[]> {
  const states = installedHooks(agent, root);
  const refused = states.flatMap((state): Answer[] => {
    if (state.kind !== 'refused') return [];
    const message = `${state.file} cannot be looked at: ${state.reason}.`;
    return [{ state: 'fail', code: 2, message, remedy: 'Put the file right.' }];
  });
  const hooks = states.flatMap((state) => (state.kind === 'read' ? state.hooks : []));
  if (hooks.length === 0) return refused;
  const answers: Answer[] = [...refused];
  for (const { event, proves } of agent.settings.entries) {
    const installed = hooks.filter((hook) => hook.event === event);
    const again = `Run specflow hooks install --agent ${agent.name}`;
    if (installed.length === 0) {
      answers.push({ state: 'warn', message: `${agent.title}: ${event} has no hook.`, remedy: `${again}.` });
    }
    for (const { command } of installed) {
      const proof = await proveHook(agent, proves, command, root);
      const name = `${agent.title}: ${event}`;
      if (proof.kind === 'fires') answers.push({ state: 'ok', message: `${name} fires` });
      else
        answers.push({
          state: 'fail',
          code: 1,
          message: `${name} ${proof.reason}.`,
          remedy: isInstalled(root)
            ? `Run specflow hooks uninstall --agent ${agent.name}, then install them again.`
            : 'Run npm install, so that it finds specflow, and see: npx specflow --version',
        });
    }
  }
  return answers;
}
