import { extname, join } from 'node:path';
import { addRule, type NewRule } from '../../contract/add-rule.js';
import { parseContract } from '../../contract/parse-contract.js';
import { enforce } from '../../enforce.js';
import { checkText } from '../../engine/check-text.js';
import type { FindingRecord } from '../../findings/finding-record.js';
import type { Contract, Rule } from '../../model/contract.js';
import { plural } from '../../model/plural.js';
import { UsageError, usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { readSource } from '../../platform/files/read-source.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { replaceFile } from '../../platform/files/write-file.js';
import { prescanTree } from '../../prescan/prescan-tree.js';
import { locationText } from '../../reporters/text/location-text.js';
import { isCode } from '../../syntax/is-code.js';
import { requireWritten } from '../output/require-written.js';
import { say } from '../output/say.js';
import type { Session } from '../workspace/session.js';
import { openWorkspace, type Workspace } from '../workspace/workspace.js';
import { setDecision } from './findings-decide.js';
import { findingNamed } from './findings-show.js';

export interface PromoteOptions {
  readonly contract: string;
  readonly rule: string;
  readonly pattern: string;
  readonly title?: string;
  readonly message?: string;
  readonly scope?: readonly string[];
  readonly soft?: true;
  readonly dryRun?: true;
}

const MAX_BYTES = 1024 * 1024;
const MAX_SHOWN = 20;

/** Makes a finding a rule of a contract, once the rule is shown to fire on the finding's own evidence. */
export function promoteFinding(id: string, options: PromoteOptions, session: Session): void {
  const { terminal, clock } = session;
  const workspace = openWorkspace(session);
  const record = findingNamed(id, workspace.root);
  refuseSecond(record);
  const contract = contractNamed(options.contract, workspace);
  refuseKnownRule(options.rule, workspace);
  const read = readSource(join(workspace.root, contract.file), MAX_BYTES);
  if (read.kind !== 'text') throw refused(contract.file, 'it cannot be read');
  const rule = ruleOf(record, options, clock.today());
  const added = addRule(read.text, rule);
  if (added.kind === 'refused') throw refused(contract.file, added.reason);
  const compiled = compiledRule(contract, added.text, rule.id);
  refuseSilentRule(record, compiled);
  const finds = findsOf(compiled, workspace, session);
  if (options.dryRun) say(`Nothing was written. ${rule.id} would go to ${sanitize(contract.file)}.\n`, terminal);
  else {
    requireWritten(contract.file, replaceFile(workspace.root, contract.file, read.text, read.bom, added.text));
    setDecision(record.id, { kind: 'promoted', day: clock.today(), ruleId: rule.id }, session.cwd);
    say(`promoted ${record.id} to ${sanitize(rule.id)} in ${sanitize(contract.file)}\n`, terminal);
  }
  terminal.out(
    finds.length === 0 ? 'It finds nothing else now.\n' : `It finds ${plural(finds.length, 'place')} now:\n`,
  );
  for (const place of finds.slice(0, MAX_SHOWN)) terminal.out(`  ${place}\n`);
  if (finds.length > MAX_SHOWN) terminal.out(`  and ${finds.length - MAX_SHOWN} more\n`);
  session.conclude(0);
}

function refuseSecond({ id, decision }: FindingRecord): void {
  if (decision?.kind !== 'promoted') return;
  throw usageError(
    'promote/known',
    `The finding ${id} was promoted to the rule ${decision.ruleId} already, on ${decision.day}.`,
    `Change that rule, or run "specflow findings decide ${id} --reopen" first if it is gone.`,
  );
}

function contractNamed(name: string, { loaded }: Workspace): Contract {
  const found = loaded.contracts.find(({ id, file }) => id === name || file === name);
  if (found) return found;
  const known = loaded.contracts.map(({ id }) => id).join(', ');
  throw usageError('usage/unknown-contract', `There is no contract called ${name}.`, `The contracts are ${known}.`);
}

function refuseKnownRule(id: string, { loaded }: Workspace): void {
  const known = loaded.contracts.flatMap(({ rules, advice }) => [...rules, ...advice]).find((rule) => rule.id === id);
  if (!known) return;
  const place = `${known.declaredAt.file}:${known.declaredAt.line}`;
  throw usageError(
    'usage/known-rule',
    `There is a rule called ${id} already, in ${place}.`,
    'Give the new rule another id.',
  );
}

function ruleOf(record: FindingRecord, options: PromoteOptions, today: string): NewRule {
  const title = options.title ?? titleOf(record, options.pattern);
  const extension = record.file === null ? '' : extname(record.file);
  if (options.scope === undefined && extension === '') {
    throw usageError(
      'usage/scope',
      'The finding names no file, so the files of the rule must be named.',
      'Add --scope "src/**/*.ts".',
    );
  }
  return {
    id: options.rule,
    title,
    scope: options.scope ?? [`**/*${extension}`],
    pattern: options.pattern,
    message: options.message ?? title,
    origin: `Promoted from the finding ${record.id} (${sanitize(record.code)}) on ${today}.`,
    exampleViolation: record.evidence,
    list: options.soft ? 'soft' : 'non_negotiable',
  };
}

/** What was written down says what is wrong; what we say of a finding is about one place, and says what to do there. */
function titleOf({ code, message }: FindingRecord, pattern: string): string {
  return code.endsWith('/observed') ? message : `Forbidden: ${pattern}`;
}

/** The new rule as the changed contract gives it; what was there before must come out the same. */
function compiledRule(before: Contract, text: string, id: string): Rule {
  const { contract, problems } = parseContract(before.file, text);
  const [invalid] = problems.filter(({ severity }) => severity === 'invalid');
  if (invalid) throw new UsageError(invalid);
  const rule = contract?.rules.find((each) => each.id === id);
  const others = contract?.rules.filter((each) => each.id !== id).map((each) => each.id);
  if (!rule || others?.join() !== before.rules.map((each) => each.id).join()) {
    throw refused(before.file, 'the new rule could not be added without touching the others');
  }
  return rule;
}

function refuseSilentRule(record: FindingRecord, rule: Rule): void {
  const { evidence, file, id } = record;
  if (evidence === null) {
    throw usageError(
      'promote/no-evidence',
      `The finding ${id} holds no text that a rule could be shown to find.`,
      'Write it down with "specflow findings add --file --line".',
    );
  }
  if (file !== null && rule.scope.select([file]).length === 0) {
    throw usageError(
      'promote/scope',
      `The scope of the new rule leaves out ${file}, which the finding is about.`,
      'Widen --scope.',
    );
  }
  const { violations, problems } = checkText({ path: file ?? 'evidence', text: `${evidence}\n` }, [rule]);
  if (problems.length === 0 && violations.length > 0) return;
  throw usageError(
    'promote/does-not-fire',
    `The pattern does not match the evidence of the finding: ${evidence}`,
    'A rule that misses the case it was made for is refused. Correct --pattern.',
  );
}

function findsOf(rule: Rule, { root, config, loaded }: Workspace, session: Session): readonly string[] {
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  const contract = {
    id: rule.contractId,
    file: rule.declaredAt.file,
    version: null,
    owner: null,
    rules: [rule],
    advice: [],
    waivers: [],
  };
  const contracts = { ...loaded, contracts: [contract], problems: [], findings: [] };
  const prescan = prescanTree(tree, config);
  const { violations } = enforce({ tree, prescan, contracts, config, today: session.clock.today(), isCode });
  return violations.map(({ file, place }) =>
    sanitize(locationText(file ?? '', place?.line ?? null, place?.column ?? null)),
  );
}

function refused(file: string, reason: string): Error {
  return usageError(
    'promote/refused',
    `${file} was left alone: ${reason}.`,
    'Put that right, or add the rule by hand.',
  );
}
