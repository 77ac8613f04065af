/** What a terminal or a CI system would act on. */
const EVIL = [
  '\u001b[31mred',
  '\u009b2Jc1',
  '\u0007bell',
  'a\rb',
  'a\nb',
  '\u202ebidi\u2066',
  '\u2028line',
  '\u200ftag',
  '\u007fdel',
  '::error file=x::pwned',
  '\n::error::pwned',
  'in a line ##[command]pwned',
  '##vso[task.setvariable variable=x]y',
  '##teamcity[message]',
  'section_start:1:x\r\u001b[0K',
];

/** Without what no file name can hold. */
const nameOf = (evil: string): string => evil.replaceAll('/', '-').replaceAll('\0', '');

/** Files and contracts that carry all of it: in names, contents, messages, ids, patterns, hints, reasons and places. */
export function hostileFiles(): Readonly<Record<string, string>> {
  const rules = EVIL.map((evil, n) => ({
    id: `EVIL-${n}`,
    title: `Title ${evil}`,
    scope: ['src/**', `more ${evil}/**`],
    behavior: {
      forbidden_patterns: [
        {
          pattern: `/hit${n}.*/`,
          message: `Message ${evil} of a rule that has a good deal to say, so that its words are wrapped ${evil} somewhere`,
          auto_fix: { strategy: 'replace', hint: `Hint ${evil}`, find: `hit${n}`, replace: `mended ${evil}` },
        },
      ],
    },
    example_violation: `hit${n} ${evil}`,
    example_compliant: `fine ${evil}`,
  }));
  const missing = {
    id: 'EVIL-99',
    title: 'Missing',
    scope: ['src/**'],
    behavior: { required_patterns: [{ pattern: `/never${'\\u001b'}[x]/`, message: EVIL.join(' ') }] },
  };
  const waivers = EVIL.map((evil, n) => ({
    rule: `EVIL-${n}`,
    scope: ['src/waived*'],
    reason: `So ${evil}`,
    owner: evil,
    expires: '2099-01-01',
  }));
  const contract = JSON.stringify({
    contract_meta: { id: `evil ${EVIL.join(' ')}`, version: 1, owner: EVIL.join(' ') },
    rules: { soft: [...rules, missing] },
    waivers,
  });
  return {
    'contracts/evil.yml': contract,
    ...Object.fromEntries(
      EVIL.flatMap((evil, n) => [
        [`src/${n}${nameOf(evil)}.txt`, `before ${evil}\nhit${n} ${evil} ${EVIL.join(' ')}\nafter ${evil}\n`],
        [`src/start/${nameOf(evil)}${n}.txt`, `hit${n}\n`],
      ]),
    ),
  };
}

/** Contracts no reader takes, each for another reason, with the same in what is wrong. */
export function brokenContracts(): Readonly<Record<string, string>> {
  const texts = EVIL.flatMap((evil) => {
    const quoted = JSON.stringify(evil);
    return [
      `contract_meta: { id: x, version: 1 }\n${quoted}: 1\n${quoted}: 2\n`,
      `contract_meta: { id: x, version: ${quoted} }\nrules: ${quoted}\n`,
      `a: [b ${evil}\n`,
      `contract_meta: { id: x, version: 1 }\nrules: { soft: [{ id: A, title: ${quoted}, scope: [${quoted}], behavior: { forbidden_patterns: [{ pattern: ${JSON.stringify(`/(${evil}/`)}, message: x }] } }] }\n`,
      `!!${evil.replaceAll(/\s/g, '')} x\n`,
      `&${evil} a: *${evil}\n`,
    ];
  });
  return Object.fromEntries(texts.map((text, n) => [`contracts/broken${n}.yml`, text]));
}
