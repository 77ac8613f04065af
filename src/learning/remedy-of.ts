import { maskSecrets } from '../model/mask-secrets.js';
import type { Violation } from '../model/violation.js';
import { commonConditions } from './common-conditions.js';
import type { FixExample } from './fix-example.js';
import { generalise } from './generalise.js';
import { generaliseRemoved } from './generalise-removed.js';
import { type Remedy, type RemedySource, toRemedy, toRemoval, toRespelling } from './to-remedy.js';

/**
 * The pattern that does to all such places what was done to these, or why there is none. The examples are of one kind.
 * @param seen what else was found in their files: no secret among it is kept
 */
export function remedyOf(
  examples: readonly FixExample[],
  source: Omit<RemedySource, 'importLine' | 'when'>,
  seen: readonly Violation[] = [],
): Remedy {
  const [first] = examples;
  if (!first) return NO_FORM;
  const remedy = generalised(first, examples, {
    ...source,
    importLine: first.importLine,
    when: commonConditions(examples),
  });
  if (remedy.kind === 'refused') return remedy;
  const { match, replacementTemplate } = remedy.pattern;
  const mask = maskSecrets([...examples.map(({ violation }) => violation), ...seen]);
  const isKept = [match, replacementTemplate].some((text) => mask.apply(text) !== text);
  return isKept ? { kind: 'refused', reason: 'it would keep a secret of the examples in the store' } : remedy;
}

const NO_FORM: Remedy = {
  kind: 'refused',
  reason: 'they have no form in common that also tells their outcome',
};

function generalised(first: FixExample, examples: readonly FixExample[], source: RemedySource): Remedy {
  switch (first.change.kind) {
    case 'rewritten': {
      const form = generalise(examples);
      return form === null ? NO_FORM : toRemedy(source, form);
    }
    case 'removed': {
      const form = generaliseRemoved(examples);
      return form === null ? NO_FORM : toRemoval(source, form);
    }
    case 'respelt': {
      const check = first.rule.checks[first.violation.checkIndex];
      if (check?.kind !== 'forbidden-pattern') return NO_FORM;
      const [template] = templatesOfAll(examples);
      return template === undefined ? NO_FORM : toRespelling(source, check.pattern.written, template);
    }
  }
}

/** What all of them can be read as, the most telling first. */
function templatesOfAll(examples: readonly FixExample[]): readonly string[] {
  const lists = examples.map(({ change }) => (change.kind === 'respelt' ? change.templates : []));
  return (lists[0] ?? []).filter((template) => lists.every((each) => each.includes(template)));
}
