import type { Node } from 'oxc-parser';
import { groupBy } from '../../model/group-by.js';
import type { HealOutcome } from '../../model/heal-result.js';
import { contains, type TextRange } from '../../model/position.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refusedAttempt } from '../attempt-site.js';
import { escalated } from '../site/locate.js';
import type { Site } from '../site/site.js';
import type { Plan } from './plan-fixes.js';

type PlannedFix = Exclude<Plan, { kind: 'none' }>;

/** A fix whose template gives a value of the file a name. */
interface Naming {
  readonly site: Site;
  readonly plan: PlannedFix;
  readonly name: string;
  readonly value: string;
}

/**
 * What becomes of sites whose planned fixes would call values of the file that differ by one and the same name, as
 * `process.env.API_KEY` for the keys of two services: whatever goes by that name, it would be wrong for all of them but
 * one. Other files may be another program's, with an environment of its own.
 */
export function sameNameRivals(
  plans: ReadonlyMap<Site, Plan>,
  path: string,
  text: string,
): ReadonlyMap<Site, readonly HealOutcome[]> {
  const outcomes = new Map<Site, readonly HealOutcome[]>();
  const namings = [...plans].flatMap(([site, plan]) => (plan.kind === 'none' ? [] : namingsOf(site, plan, path, text)));
  for (const [name, ofName] of groupBy(namings, (each) => each.name)) {
    for (const { site, plan, value } of ofName) {
      const other = ofName.find((each) => each.value !== value);
      if (other && !outcomes.has(site)) outcomes.set(site, leftToPerson(site, plan, name, other.site));
    }
  }
  return outcomes;
}

function leftToPerson(site: Site, plan: PlannedFix, name: string, other: Site): readonly HealOutcome[] {
  const line = other.members[0].place?.line ?? 1;
  const why = `"${name}" would take the place of this value and of another one on line ${line}, and cannot be both.`;
  const objection = { kind: 'refused', condition: 'one-name-one-value', detail: why } as const;
  const attempts = [...plan.refused, refusedAttempt(plan.refused.length + 1, plan.part.candidate, objection)];
  const reason = `${why} Give each value a name of its own, or mend them by hand.`;
  return site.members.map(({ violation }) => escalated(violation, reason, attempts));
}

/** Other languages than those of syntax give a template no names. */
function namingsOf(site: Site, plan: PlannedFix, path: string, text: string): readonly Naming[] {
  const { candidate, edits } = plan.part;
  const { findReplace = null, template = null } = candidate.instruction ?? {};
  const tree = NAME.test(findReplace?.replace ?? template ?? '') ? parseSyntax(path, text) : null;
  if (tree === null) return [];
  return edits
    .filter((edit) => edit.range.start < edit.range.end && edit.text.trim() !== '')
    .map((edit) => ({ site, plan, name: withoutBrackets(edit.text), value: valueIn(tree, edit.range) }));
}

const NAME = /\$\{(?:NAME|UPPER_SNAKE_CASE_NAME|camelCaseName)\}/;

/** Where an expression needs them, or markup does, they are put around it. */
function withoutBrackets(text: string): string {
  return /^(?:\(.*\)|\{.*\})$/s.test(text) ? text.slice(1, -1) : text;
}

/** What is written out there, however it is quoted; the code itself where nothing is. */
function valueIn(tree: SyntaxTree, range: TextRange): string {
  const constants = tree.overlapping(range).flatMap((node) => (contains(range, node) ? constantOf(node) : []));
  return JSON.stringify(constants.length > 0 ? constants : tree.text.slice(range.start, range.end));
}

function constantOf(node: Node): readonly string[] {
  if (node.type === 'Literal') return [String(node.value)];
  return node.type === 'TemplateElement' ? [node.value.cooked ?? node.value.raw] : [];
}
