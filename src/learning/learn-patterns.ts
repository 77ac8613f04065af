import type { Within } from '../model/bounded.js';
import type { Rule } from '../model/contract.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { groupBy } from '../model/group-by.js';
import type { PlacedNode } from './align-nodes.js';
import { changedCode, type ExampleChange } from './example-change.js';
import type { FixExample } from './fix-example.js';
import { whyUnproven } from './prove-pattern.js';
import { remedyOf } from './remedy-of.js';

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
    lessons.push(...(await lessonsOf(group, others, least, rules, today, within)));
  }
  return lessons;
}

/** What a group teaches; where it has no form in common, what those of the very same make in it do. */
async function lessonsOf(
  group: readonly FixExample[],
  others: readonly FixExample[],
  least: number,
  rules: readonly Rule[],
  today: string,
  within: Within,
): Promise<readonly Lesson[]> {
  const whole = await lessonOf(group, others, rules, today, within);
  if (whole.kind === 'proposal' || whole.ranOut) return [whole];
  const makes = [...groupBy(group, makeOf).values()];
  const finer = makes.filter((each) => each.length >= least && each.length < group.length);
  const lessons: Lesson[] = [];
  for (const each of finer) {
    const rest = [...others, ...group.filter((example) => !each.includes(example))];
    lessons.push(await lessonOf(each, rest, rules, today, within));
  }
  const proposals = lessons.filter(({ kind }) => kind === 'proposal');
  return proposals.length > 0 ? proposals : [whole];
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
  const description = `Learnt from ${group.length} fixes of ${ruleId}`;
  const remedy = remedyOf(group, { ruleId, provenance: 'learnt', description, created: today });
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
  const alike: FixExample[] = [];
  const seen = new Set<string>();
  for (const example of examples) {
    const { was, is } = changedCode(example.change);
    const own = JSON.stringify([example.rule.id, example.path, was, is, example.violation.fingerprint]);
    if (seen.has(own)) continue;
    seen.add(own);
    alike.push(example);
  }
  return [...groupBy(alike, keyOf).values()];
}

function keyOf({ rule, violation, change, importLine }: FixExample): string {
  return JSON.stringify([rule.id, change.kind, importLine, ...shapesOf(change, violation.checkIndex)]);
}

function shapesOf(change: ExampleChange, checkIndex: number): readonly (string | number)[] {
  switch (change.kind) {
    case 'rewritten':
      return [shapeOf(change.nodes.old.node), shapeOf(change.nodes.next.node)];
    case 'respelt':
      return [checkIndex];
    case 'removed':
      return [removedShape(change.was)];
  }
}

/** Of a call also what is called: to remove two kinds of calls is to do two things. */
function removedShape({ tree, node }: PlacedNode): string {
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return node.type;
  const { callee } = node.expression;
  return `call ${tree.text.slice(callee.start, callee.end).replace(/\s+/g, '')}`;
}

function shapeOf(node: PlacedNode['node']): string {
  return node.type === 'CallExpression' ? `${node.type}/${node.arguments.length}` : node.type;
}

/** The make of the code before and after: its kinds of nodes, whatever is simple enough for a hole being one kind. */
function makeOf({ change }: FixExample): string {
  switch (change.kind) {
    case 'rewritten':
      return `${kindsBelow(change.nodes.old)} ${kindsBelow(change.nodes.next)}`;
    case 'respelt':
      return change.templates.join('\0');
    case 'removed':
      return kindsBelow(change.was);
  }
}

const SIMPLE = /^(?:Identifier|Literal|MemberExpression|TemplateLiteral|TemplateElement)$/;

function kindsBelow({ tree, node }: PlacedNode): string {
  return tree
    .descendants(node)
    .map(({ type }) => (SIMPLE.test(type) ? '_' : type))
    .join(' ')
    .replace(/_(?: _)+/g, '_');
}
