/**
 * The public API: re-exports only. What is not here may change at any time.
 */
export { loadConfig } from './config/load-config.js';
export { type LoadedContracts, loadContracts } from './contract/load-contracts.js';
export { parseContract } from './contract/parse-contract.js';
export { type EnforceRequest, enforce, type Only } from './enforce.js';
export { readBaselineFile } from './exemptions/baseline-file.js';
export { compileScope } from './globs/compile-scope.js';
export { type HealAnswer, type HealRequest, healViolations } from './heal/heal.js';
export { outlookOf } from './heal/outlook/outlook.js';
export type { CommandEnd, HealPorts, HealRead, HealWrite } from './heal/ports.js';
export type { AutoFix, Strategy } from './model/auto-fix.js';
export { type CheckResult, countsOf, type HealOutlook } from './model/check-result.js';
export { type Config, DEFAULT_CONFIG } from './model/config.js';
export type { Check, Contract, Rule, Scope, Severity } from './model/contract.js';
export type { Exemption, Waiver } from './model/exemption.js';
export { type ExitCode, exitCodeOf } from './model/exit-code.js';
export type { Finding } from './model/finding.js';
export type { FixPattern, Tier } from './model/fix-pattern.js';
export type { Attempt, HealOutcome, HealResult } from './model/heal-result.js';
export { type Problem, UsageError } from './model/problem.js';
export type { Place, Violation } from './model/violation.js';
export { readPatternFile } from './pattern-store/pattern-file.js';
export type { FileRead, SourceTree } from './platform/files/source-tree.js';
export { openWorkingTree } from './platform/files/working-tree.js';
export { type Git, openGit } from './platform/git/git.js';
export { openIndexTree } from './platform/git/index-tree.js';
export { findProjectRoot } from './platform/project-root.js';
export { CHECK_REPORTERS, HEAL_REPORTERS } from './reporters/index.js';
export type { CheckReport, HealReport, Reporter, ReportStyle } from './reporters/report.js';
export { isCode } from './syntax/is-code.js';
