import type { Waiver } from '../model/exemption.js';
import type { ContractSource } from './contract-source.js';
import { itemsOf, textOf, textsOf, type YamlNode } from './yaml-node.js';

/** Waivers as written, with gaps: whether they may exempt anything is judged where they are applied. */
export function readWaivers(root: YamlNode, source: ContractSource): readonly Waiver[] {
  return itemsOf(root, 'waivers').flatMap((node) => (node.kind === 'map' ? [readWaiver(node, source)] : []));
}

function readWaiver(node: YamlNode, source: ContractSource): Waiver {
  const expires = textOf(node, 'expires');
  return {
    ruleId: textOf(node, 'invariant_id', 'rule_id') ?? '',
    reason: textOf(node, 'reason'),
    owner: textOf(node, 'owner'),
    expires: expires && isDate(expires) ? expires : null,
    expiresWritten: expires,
    trackingIssue: textOf(node, 'tracking_issue'),
    approvedBy: textOf(node, 'approved_by'),
    files: textsOf(node, 'files'),
    declaredAt: source.placeOf(node.range),
  };
}

/** A day that exists, as YYYY-MM-DD. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
