import type { Within } from '../model/bounded.js';
import type { Rule } from '../model/contract.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { FixExample } from './fix-example.js';
import { generalise } from './generalise.js';
import { whyUnproven } from './prove-pattern.js';
import { toRemedy } from './to-remedy.js';

export type Lesson =
  | { readonly kind: 'proposal'; readonly pattern: FixPattern; readonly examples: readonly FixExample[] }
  /** Examples that look alike and yet make no pattern, and why as a clause. */
  | {
      readonly kind: 'refused';
      readonly ruleId: string;
      readonly examples: readonly FixExample[];
      readonly reason: string;
      /** Whether it is refused only because something ran out of time while it was proven. */
      readonly ranOut: boolean;
    };

/**
 * The patterns that examples teach, one rule and one kind of place at a time.
 * @param least how many examples a pattern must come from
 * @param today ISO date
 * @param within breaks off rules that take too long while a pattern is proven; it is refused then
 */
export async function learnPatterns(
  examples: readonly FixExample[],
  rules: readonly Rule[],
  least: number,
  today: string,
  within: Within,
): Promise<readonly Lesson[]> {
  const lessons: Lesson[] = [];
  for (const group of groupsOf(examples)) {
    const [first] = group;
    if (!first || group.length < least) continue;
    const others = examples.filter((each) => each.rule.id === first.rule.id && !group.includes(each));
    lessons.push(await lessonOf(group, others, rules, today, within));
  }
  return lessons;
}

async function lessonOf(
  group: readonly FixExample[],
  others: readonly FixExample[],
  rules: readonly Rule[],
  today: string,
  within: Within,
): Promise<Lesson> {
  const ruleId = group[0]?.rule.id ?? '';
  const refused = (reason: string, ranOut = false): Lesson => ({
    kind: 'refused',
    ruleId,
    examples: group,
    reason,
    ranOut,
  });
  const form = generalise(group);
  if (form === null) return refused('they have no form in common that also tells their outcome');
  const description = `Learnt from ${group.length} fixes of ${ruleId}`;
  const remedy = toRemedy(ruleId, form, 'learnt', description, today);
  if (remedy.kind === 'refused') return refused(remedy.reason);
  let ranOut = false;
  const why = await whyUnproven(remedy.pattern, group, others, rules, (work) => {
    const answer = within(work);
    if (answer.kind === 'timeout') ranOut = true;
    return answer;
  });
  // What was broken off looks like a pattern that does nothing: neither a yes nor a no.
  if (ranOut) return refused('it could not be proven: a rule or the pattern ran out of time on an example', true);
  return why === null ? { kind: 'proposal', pattern: remedy.pattern, examples: group } : refused(why);
}

/** By rule and by what kinds of syntax stood there before and after; the same change found twice counts once. */
function groupsOf(examples: readonly FixExample[]): readonly (readonly FixExample[])[] {
  const groups = new Map<string, FixExample[]>();
  const seen = new Set<string>();
  for (const example of examples) {
    const { old, next } = example.nodes;
    const [was, is] = [old, next].map(({ tree, node }) => tree.text.slice(node.start, node.end));
    const own = JSON.stringify([example.rule.id, example.path, was, is, example.violation.fingerprint]);
    if (seen.has(own)) continue;
    seen.add(own);
    const key = JSON.stringify([example.rule.id, shapeOf(old.node), shapeOf(next.node)]);
    groups.set(key, [...(groups.get(key) ?? []), example]);
  }
  return [...groups.values()];
}

function shapeOf(node: FixExample['nodes']['old']['node']): string {
  return node.type === 'CallExpression' ? `${node.type}/${node.arguments.length}` : node.type;
}
