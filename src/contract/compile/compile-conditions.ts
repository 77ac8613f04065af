import type { Condition } from '../../model/auto-fix.js';
import { CONDITIONS, type ConditionName } from '../../model/condition.js';
import type { Complaint } from '../problem-catalogue.js';
import { complaints } from '../problem-catalogue.js';
import type { YamlNode } from '../yaml/yaml-node.js';

const NAMES = Object.keys(CONDITIONS);

/** `when`: a list of names or `name: argument` pairs, or a mapping of them. */
export function compileConditions(
  when: YamlNode | null,
  refuse: (node: YamlNode, complaint: Complaint) => void,
): readonly Condition[] {
  if (!when) return [];
  if (when.kind === 'list') return when.items.flatMap((item) => compileConditions(item, refuse));
  if (when.kind === 'scalar') {
    const [, name = '', argument = null] = /^([^:]*?)\s*(?::\s*(.*))?$/s.exec(when.text.trim()) ?? [];
    return check(when, name, argument, refuse);
  }
  return when.entries.flatMap(({ key, value }) =>
    check(value, key, value.kind === 'scalar' && value.text !== '' ? value.text : null, refuse),
  );
}

function check(
  node: YamlNode,
  name: string,
  argument: string | null,
  refuse: (node: YamlNode, complaint: Complaint) => void,
): readonly Condition[] {
  if (!isCondition(name)) {
    refuse(node, complaints.condition(name, NAMES));
    return [];
  }
  const allowed: readonly string[] | 'any' | 'none' = CONDITIONS[name];
  const fits =
    allowed === 'none'
      ? argument === null
      : argument !== null && argument.trim() !== '' && (allowed === 'any' || allowed.includes(argument));
  if (!fits) refuse(node, complaints.conditionArgument(name, argument, allowed));
  return [{ name, argument }];
}

function isCondition(name: string): name is ConditionName {
  return NAMES.includes(name);
}
