import { Command } from 'commander';
import { reviewPatterns } from './patterns/review-patterns.js';
import type { Session } from './workspace/session.js';

export function reviewCommand(session: Session): Command {
  return new Command('review')
    .description('Go through what waits for you: gold fixes here, or everything on a local page with --web.')
    .option('--web', 'serve a page to this machine: fixes, findings and patterns side by side')
    .action(async ({ web }: { readonly web?: true }) => {
      if (!web) return reviewPatterns(false, session);
      const { reviewWeb } = await import('./patterns/review-web.js');
      return reviewWeb(session);
    });
}
