import { Command } from 'commander';
import { applyWaivers } from '../exemptions/apply-waivers.js';
import { readFindings } from '../findings/findings-folder.js';
import { compileScope } from '../globs/compile-scope.js';
import { exitCodeOf } from '../model/exit-code.js';
import { plural } from '../model/plural.js';
import { readStore } from '../pattern-store/read-store.js';
import { lineWidth, type Terminal } from '../platform/terminal.js';
import { findingsText } from '../reporters/findings-text.js';
import { paletteOf } from '../reporters/text/palette.js';
import { problemText } from '../reporters/text/problem-text.js';
import { wrapIndented } from '../reporters/text/wrap-text.js';
import { type Validated, validateJson } from '../reporters/validate-json.js';
import { type ShapeChoice, shapeOption } from './options/options.js';
import type { Session } from './workspace/session.js';
import { openWorkspace } from './workspace/workspace.js';

export function validateCommand(session: Session): Command {
  return new Command('validate')
    .description(
      'Load contracts, configuration and pattern store, and say what is wrong with them. No code is checked.',
    )
    .addOption(shapeOption())
    .action(({ format }: ShapeChoice) => validate(format === 'json', session));
}

function validate(asJson: boolean, session: Session): void {
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
  const findings = [...loaded.findings, ...store.findings];
  const extent = {
    contracts: loaded.contracts.length,
    files: loaded.files.length,
    rules: loaded.contracts.flatMap((contract) => contract.rules).length,
    patterns: store.store?.patterns.length ?? 0,
  };
  session.conclude(exitCodeOf(problems, false));
  terminal.out(
    asJson ? validateJson({ extent, problems, findings }) : validText({ extent, problems, findings }, terminal),
  );
}

function validText({ extent, problems, findings }: Validated, terminal: Terminal): string {
  const palette = paletteOf(terminal.color);
  const code = exitCodeOf(problems, false);
  const { contracts, files, rules, patterns } = extent;
  const loaded = `${plural(contracts, 'contract')} in ${plural(files, 'file')}, ${plural(rules, 'rule')}, ${plural(patterns, 'fix pattern')}`;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const besides = warnings === 0 ? '' : `, ${plural(warnings, 'warning')}`;
  const verdict = code === 0 ? '✔ valid' : `✖ ${plural(problems.length - warnings, 'problem')}`;
  const paint = code === 0 ? palette.green : palette.red;
  const lines = wrapIndented(`${verdict}${besides}: ${loaded}`, lineWidth(terminal), 2);
  return [
    ...problems.map((problem) => problemText(problem, palette, lineWidth(terminal))),
    findingsText(findings, palette, { width: terminal.columns, rowWidth: lineWidth(terminal) }),
    `${lines.map((line) => paint(line)).join('\n')}\n`,
  ].join('\n');
}
