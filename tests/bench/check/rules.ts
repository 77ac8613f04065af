// Rules by the hundred, all different, of the kinds people write: calls, imports, assigned strings, comments, several
// words, letters of either case. Made from words that sources hold, often or hardly ever.

const VERBS = [
  'get',
  'set',
  'make',
  'load',
  'save',
  'find',
  'send',
  'read',
  'open',
  'close',
  'merge',
  'split',
  'parse',
];
const NOUNS = [
  'User',
  'Token',
  'Cache',
  'Query',
  'Route',
  'Theme',
  'Field',
  'Index',
  'Layer',
  'Event',
  'Batch',
  'Group',
];
const PLACES = ['Store', 'Panel', 'Table', 'Scope', 'Stack', 'Frame', 'Chunk', 'Graph'];

/** A contract of so many rules with one pattern each. */
export function manyRules(count: number): Readonly<Record<string, string>> {
  const rules = Array.from({ length: count }, (_, at) => rule(at)).join('');
  const head = 'contract_meta: { id: many, version: 1 }\nrules:\n  non_negotiable:\n';
  return { 'many.yml': head + rules };
}

function rule(at: number): string {
  const id = `MANY-${String(at + 1).padStart(4, '0')}`;
  return `    - id: ${id}
      title: Rule ${at + 1}
      scope: ["**/*.{ts,tsx,js,jsx}"]
      behavior:
        forbidden_patterns:
          - { pattern: '${pattern(at)}', message: rule ${at + 1} }
`;
}

function pattern(at: number): string {
  const verb = VERBS[at % VERBS.length] ?? '';
  const noun = NOUNS[Math.floor(at / VERBS.length) % NOUNS.length] ?? '';
  const place = PLACES[Math.floor(at / (VERBS.length * NOUNS.length)) % PLACES.length] ?? '';
  const name = `${verb}${noun}${at % 3 === 0 ? '' : place}`;
  const kinds = [
    `/\\b${name}${at}?\\s*\\(/`,
    `/${name}${at}?\\s*[:=]\\s*["\\x60]/i`,
    `/(?:import|require)\\b[^\\n]{0,80}${name}/`,
    `/\\.${name}(?:Sync|Async)?\\(/`,
    `/(?:TODO|FIXME|HACK)\\b.{0,40}${name}/i`,
    `/\\b(?:${name}|un${name}|re${name})\\s*=/`,
    `/${name}(?!Error)[A-Z]\\w*\\(/`,
  ];
  return kinds[at % kinds.length] ?? '';
}
