import { loadRemedy, type Remedy } from '../heal-in-memory.js';
import { EXCHANGES, type Exchange } from './exchanges.js';
import { INSERTS, type Insert } from './inserts.js';
import { OF_CLASSES, OF_INSERTS, OF_MODULES } from './more-exchanges.js';
import { REMOVALS } from './removals.js';
import { WRAPS } from './wraps.js';

/**
 * One contract would hand over most places, since it has several exchanges for one line: these are the rules of several
 * contracts, and each program is healed under each.
 */
export function makeRemedies(count: number): readonly Remedy[] {
  const rules = [
    ...[...EXCHANGES, ...OF_CLASSES, ...OF_MODULES, ...OF_INSERTS].map(exchangeRule),
    ...WRAPS.map(([find, template]) => forbidden(find, `{ strategy: wrap, wrap_pattern: ${quoted(template)} }`)),
    ...REMOVALS.map((find) => forbidden(find, '{ strategy: remove }')),
    ...INSERTS.map(insertRule),
  ];
  return Array.from({ length: count }, (_, group) => {
    const own = rules.flatMap((text, index) => (index % count === group ? [text(`EXCHANGE-${index}`)] : []));
    return loadRemedy(`contract_meta: { id: programs, version: 1 }\nrules:\n  non_negotiable:\n${own.join('')}`, null);
  });
}

type Rule = (id: string) => string;

function exchangeRule([find, replace]: Exchange): Rule {
  return forbidden(find, `{ strategy: replace, find: ${quoted(find)}, replace: ${quoted(replace)} }`);
}

function insertRule({ required, anchor, text, importLine }: Insert): Rule {
  const line = importLine === undefined ? '' : `, import_line: ${quoted(importLine)}`;
  const fix = `{ strategy: insert, anchor: ${quoted(anchor)}, text: ${quoted(text)}${line} }`;
  return rule(
    required,
    `required_patterns:\n          - require: every\n            pattern: ${quoted(required)}`,
    fix,
  );
}

function forbidden(find: RegExp, fix: string): Rule {
  return rule(find, `forbidden_patterns:\n          - pattern: ${quoted(find)}`, fix);
}

function rule(find: RegExp, patterns: string, fix: string): Rule {
  return (id) => `    - id: ${id}
      title: ${quoted(find)}
      scope: ["src/**"]
      behavior:
        ${patterns}
            message: exchange
            auto_fix: ${fix}
`;
}

function quoted(text: RegExp | string): string {
  return JSON.stringify(String(text));
}
