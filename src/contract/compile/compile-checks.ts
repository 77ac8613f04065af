import type { AutoFix } from '../../model/auto-fix.js';
import type { Check, Pattern } from '../../model/contract.js';
import type { ContractSource } from '../contract-source.js';
import { complaints } from '../problem-catalogue.js';
import { fieldOf, itemsOf, scalarOf, textOf, type YamlNode } from '../yaml/yaml-node.js';
import { compileAutoFix, type Report } from './compile-auto-fix.js';
import { compilePatternScalar, matchesEverywhere, matchesOnlyPositions } from './compile-pattern.js';
import { nearestText, patternsNamed } from './read-scope.js';

export interface CheckFrame {
  readonly source: ContractSource;
  /** Said where a pattern has no message of its own; without it the pattern speaks for itself. */
  readonly title: string | null;
  readonly report: Report;
}

/** The checks of one rule in the order forbidden, required, domains; what is wrong goes to `report`. */
export function compileChecks(rule: YamlNode, frame: CheckFrame): readonly Check[] {
  return [
    ...patternsNamed(rule, 'forbidden_patterns').map((node) => forbidden(node, rule, frame)),
    ...patternsNamed(rule, 'required_patterns').map((node) => required(node, rule, frame)),
    ...domains(rule, frame),
  ].flatMap((check, index) => (check ? [{ ...check, index }] : []));
}

function forbidden(node: YamlNode, rule: YamlNode, frame: CheckFrame): Check | null {
  const pattern = readPattern(node, frame);
  if (!pattern) return null;
  const complaint = matchesOnlyPositions(pattern)
    ? complaints.patternOnlyPositions(pattern.written)
    : matchesEverywhere(pattern)
      ? complaints.patternMatchesEverywhere(pattern.written)
      : null;
  if (complaint) {
    frame.report(node, complaint);
    return null;
  }
  const match = nearestText(node, rule, 'match') === 'code' ? 'code' : 'text';
  return { kind: 'forbidden-pattern', pattern, match, ...common(node, rule, pattern, frame, 'Forbidden') };
}

function required(node: YamlNode, rule: YamlNode, frame: CheckFrame): Check | null {
  const pattern = readPattern(node, frame);
  if (!pattern) return null;
  if (matchesEverywhere(pattern)) {
    frame.report(node, complaints.patternAlwaysFound(pattern.written));
    return null;
  }
  const require = nearestText(node, rule, 'require') === 'every' ? 'every' : 'any';
  return { kind: 'required-pattern', pattern, require, ...common(node, rule, pattern, frame, 'Required') };
}

function readPattern(node: YamlNode, frame: CheckFrame): Pattern | null {
  const scalar = node.kind === 'scalar' ? node : scalarOf(node, 'pattern');
  if (!scalar) throw new Error('a pattern reached its compiler without passing the schema');
  const compiled = compilePatternScalar(scalar, frame.source.text);
  if (compiled.kind === 'pattern') return compiled.pattern;
  frame.report(scalar, compiled.complaint);
  return null;
}

function common(node: YamlNode, rule: YamlNode, pattern: Pattern | null, frame: CheckFrame, verdict: string) {
  const given = textOf(node, 'message', 'description')?.replace(/\s+/g, ' ') ?? frame.title;
  return {
    index: 0,
    message: given ?? (pattern ? `${verdict}: ${pattern.written}` : verdict),
    autoFix: nearestAutoFix(node, rule, pattern, frame),
    declaredAt: frame.source.placeOf((scalarOf(node, 'pattern') ?? node).range),
  };
}

function nearestAutoFix(node: YamlNode, rule: YamlNode, pattern: Pattern | null, frame: CheckFrame): AutoFix | null {
  const autoFix =
    fieldOf(node, 'auto_fix') ??
    fieldOf(fieldOf(rule, 'behavior', 'behavior_spec'), 'auto_fix') ??
    fieldOf(rule, 'auto_fix');
  return autoFix && compileAutoFix(autoFix, pattern?.regex ?? null, frame.source, frame.report);
}

function domains(rule: YamlNode, frame: CheckFrame): readonly (Check | null)[] {
  const behaviors = [fieldOf(rule, 'behavior'), fieldOf(rule, 'behavior_spec'), rule];
  return behaviors.flatMap((holder) => [
    domain(holder, 'forbidden_domains', 'forbid', rule, frame),
    domain(holder, 'allowed_domains', 'allow', rule, frame),
  ]);
}

function domain(
  holder: YamlNode | null,
  key: 'forbidden_domains' | 'allowed_domains',
  policy: 'forbid' | 'allow',
  rule: YamlNode,
  frame: CheckFrame,
): Check | null {
  const list = fieldOf(holder, key);
  if (!list) return null;
  const hosts = itemsOf(holder, key).flatMap((item) => readHost(item, frame.report));
  if (hosts.length === 0) return null;
  const verdict = policy === 'allow' ? 'A host that is not allowed' : 'A forbidden host';
  return { kind: 'domain', policy, hosts, ...common(list, rule, null, frame, verdict) };
}

const HOST = /^(\*\.)?[\p{L}\p{N}_]([\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/u;

function readHost(item: YamlNode, report: Report): readonly string[] {
  const written = item.kind === 'scalar' ? item.text.trim().toLowerCase() : '';
  if (HOST.test(written)) return [written];
  const host =
    /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#\s]+)/.exec(written)?.[1] ?? /^([^/\s]+)\//.exec(written)?.[1] ?? null;
  report(item, complaints.host(written, host));
  return [];
}
