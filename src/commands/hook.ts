import { Command } from 'commander';
import { AGENTS } from '../integrations/index.js';
import { answerHook } from './quick/answer-hook.js';
import type { Session } from './workspace/session.js';

export function hookCommand(session: Session): Command {
  return new Command('hook')
    .description(
      'Answer a hook of a coding agent: reads its payload from standard input, checks the files it names, and tells the agent what it broke. Silent when nothing is.',
    )
    .argument('<agent>', `who calls: ${AGENTS.map(({ name }) => name).join(', ')}`)
    .addHelpText(
      'after',
      '\nExit codes: 0 clean, 1 could not look (blocks nothing), 2 violations\nInstall it with: specflow hooks install --agent claude',
    )
    .action((name: string) => answerHook(name, session));
}
