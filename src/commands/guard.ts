import { join } from 'node:path';
import { Command } from 'commander';
import { compileScope } from '../globs/compile-scope.js';
import { type Guarded, guardJson, guardText } from '../integrations/guard-text.js';
import { exitCodeOf } from '../model/exit-code.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { outcomeText } from '../pattern-store/outcome-text.js';
import { readStore } from '../pattern-store/read-store.js';
import { standing } from '../pattern-store/trust/standing.js';
import { readSource } from '../platform/files/read-source.js';
import { lineWidth } from '../platform/terminal.js';
import { printJson } from '../reporters/print-json.js';
import { wrapIndented } from '../reporters/text/wrap-text.js';
import { type ShapeChoice, shapeOption } from './options/options.js';
import { reportProblem } from './output/report-problem.js';
import type { Session } from './workspace/session.js';
import { toRootPaths } from './workspace/to-root-paths.js';
import { openWorkspace, type Workspace } from './workspace/workspace.js';

export function guardCommand(session: Session): Command {
  return (
    new Command('guard')
      .description('Before an edit: the rules in whose scope the files lie, with their remedies and proven fixes.')
      .argument('<files...>', 'files about to be edited; they need not exist yet')
      // It printed `text` before other commands called the same `pretty`.
      .addOption(shapeOption('text'))
      .action((files: readonly string[], options: ShapeChoice) => guard(files, options, session))
  );
}

function guard(files: readonly string[], { format }: ShapeChoice, session: Session): void {
  const { terminal, clock } = session;
  const workspace = openWorkspace(session);
  const store = readStore(workspace.root);
  const problems = [...workspace.loaded.problems, ...store.problems];
  for (const problem of problems) reportProblem(problem, session);
  const today = clock.today();
  const proven = (store.store?.patterns ?? []).flatMap((pattern) => provenFix(pattern, workspace, today));
  const guarded = [...new Set(toRootPaths(files, workspace.root, session.cwd))].map((file): Guarded => {
    const why = whyUnguarded(file, workspace);
    const rules = why === null ? workspace.loaded.contracts.flatMap(({ rules }) => rules) : [];
    const applying = rules.filter(({ scope }) => scope.select([file]).length > 0);
    return {
      file,
      why,
      rules: applying.map((rule) => ({ rule, fixes: proven.filter((fix) => fix.ruleId === rule.id) })),
    };
  });
  // Who is about to edit by hand reads it in a terminal; for an agent a rule is a line.
  const wrap = (line: string): readonly string[] => wrapIndented(line, lineWidth(terminal), 2);
  terminal.out(format === 'json' ? printJson(guardJson(guarded)) : guardText(guarded, wrap));
  session.conclude(exitCodeOf(problems, false));
}

/** Gold and platinum: what heal applies without a second thought. */
function provenFix(
  pattern: FixPattern,
  { config }: Workspace,
  today: string,
): readonly (Guarded['rules'][number]['fixes'][number] & { readonly ruleId: string })[] {
  const { actsAs, autoApplies, hundredths } = standing(pattern, today, config.healLoop.minConfidence);
  if (!autoApplies || (actsAs !== 'gold' && actsAs !== 'platinum')) return [];
  const { id, ruleId, description, match } = pattern;
  return [
    { id, ruleId, description, match, replacement: outcomeText(pattern), tier: actsAs, confidence: hundredths / 100 },
  ];
}

/** Why no rule looks at a file, one clause; null where rules may. */
function whyUnguarded(file: string, { root, loaded, config }: Workspace): string | null {
  const read = readSource(join(root, file), config.maxFileBytes);
  if (read.kind === 'skipped' && read.reason === 'not-a-file') return `${read.detail}; name files`;
  if (loaded.files.includes(file)) return 'it is a contract: only its owner changes it';
  if (file.startsWith('.specflow/')) return 'it is state of specflow: do not edit it';
  return compileScope(config.exclude).select([file]).length > 0 ? 'the configuration excludes it' : null;
}
