import { Command } from 'commander';
import { applyWaivers } from '../exemptions/apply-waivers.js';
import { readFindings } from '../findings/findings-folder.js';
import { compileScope } from '../globs/compile-scope.js';
import { exitCodeOf } from '../model/exit-code.js';
import { plural } from '../model/plural.js';
import { readStore } from '../pattern-store/read-store.js';
import { lineWidth } from '../platform/terminal.js';
import { findingsText } from '../reporters/findings-text.js';
import { paletteOf } from '../reporters/palette.js';
import { problemText } from '../reporters/problem-text.js';
import type { Session } from './session.js';
import { openWorkspace } from './workspace.js';

export function validateCommand(session: Session): Command {
  return new Command('validate')
    .description(
      'Load contracts, configuration and pattern store, and say what is wrong with them. No code is checked.',
    )
    .action(() => validate(session));
}

function validate(session: Session): void {
  const { terminal } = session;
  const { root, loaded } = openWorkspace(session);
  const store = readStore(root);
  // No code is checked, so no waiver can be called idle here; what is wrong with one shows without it.
  const waived = applyWaivers({
    violations: [],
    contracts: loaded.contracts,
    today: session.clock.today(),
    isFullyChecked: () => false,
    compileScope,
  });
  const problems = [...loaded.problems, ...waived.problems, ...store.problems, ...readFindings(root).problems];
  const palette = paletteOf(terminal.color);
  const rules = loaded.contracts.flatMap((contract) => contract.rules);
  const extent = `${plural(loaded.contracts.length, 'contract')} in ${plural(loaded.files.length, 'file')}, ${plural(rules.length, 'rule')}, ${plural(store.store?.patterns.length ?? 0, 'fix pattern')}`;
  const code = exitCodeOf(problems, false);
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const besides = warnings === 0 ? '' : `, ${plural(warnings, 'warning')}`;
  const verdict =
    code === 0
      ? palette.green(`✔ valid${besides}: ${extent}`)
      : palette.red(`✖ ${plural(problems.length - warnings, 'problem')}${besides}: ${extent}`);
  terminal.out(
    [
      ...problems.map((problem) => problemText(problem, palette, lineWidth(terminal))),
      findingsText([...loaded.findings, ...store.findings], palette, terminal.columns),
      `${verdict}\n`,
    ].join('\n'),
  );
  session.conclude(code);
}
