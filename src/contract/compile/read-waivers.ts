import { checkGlob, isExclusion } from '../../globs/check-glob.js';
import { isCalendarDate } from '../../model/calendar-date.js';
import type { Waiver } from '../../model/exemption.js';
import type { Problem } from '../../model/problem.js';
import type { ContractSource } from '../contract-source.js';
import { complaints } from '../problem-catalogue.js';
import { itemsOf, textOf, textsOf, type YamlNode } from '../yaml/yaml-node.js';

interface WaiversRead {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** Waivers as written, with gaps: whether they may exempt anything is judged where they are applied. */
export function readWaivers(root: YamlNode, source: ContractSource): WaiversRead {
  const nodes = itemsOf(root, 'waivers').filter((node) => node.kind === 'map');
  return {
    waivers: nodes.map((node) => readWaiver(node, source)),
    problems: nodes.flatMap((node) => globProblems(node, source)),
  };
}

/** Globs that can only be a mistake; a waiver that covers other files than was meant is no small one. */
function globProblems(waiver: YamlNode, source: ContractSource): readonly Problem[] {
  const globs = itemsOf(waiver, 'files').flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  const [first] = globs;
  if (first && globs.every(({ text }) => isExclusion(text))) {
    return [source.problem(first.range, complaints.onlyExclusions())];
  }
  return globs.flatMap(({ text, range }) => {
    const mistake = checkGlob(text);
    return mistake ? [source.problem(range, complaints.glob(text, mistake))] : [];
  });
}

function readWaiver(node: YamlNode, source: ContractSource): Waiver {
  const expires = textOf(node, 'expires');
  return {
    ruleId: textOf(node, 'invariant_id', 'rule_id') ?? '',
    reason: textOf(node, 'reason'),
    owner: textOf(node, 'owner'),
    expires: expires && isCalendarDate(expires) ? expires : null,
    expiresWritten: expires,
    trackingIssue: textOf(node, 'tracking_issue'),
    approvedBy: textOf(node, 'approved_by'),
    files: textsOf(node, 'files'),
    declaredAt: source.placeOf(node.range),
  };
}
