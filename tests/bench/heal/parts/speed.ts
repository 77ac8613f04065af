import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSyntax } from '../../../../src/syntax/parse-syntax.js';
import { checkInMemory, healInMemory, loadRemedy, type Remedy } from '../heal-in-memory.js';
import { KINDS } from '../mutations/kinds.js';
import { plantMany } from '../mutations/make-mutant.js';
import { makePen } from '../mutations/pen.js';
import { readSources } from '../mutations/sources.js';
import type { Files } from '../read-cases.js';
import type { Options, Part } from './part.js';

const FILES = 200;
const VIOLATIONS = 1000;
const ROUNDS = 5;
const RULES = ['SECRET', 'DEBUGGER', 'PARSE-INT', 'INNER-HTML', 'HAS-OWN'];

export const speedPart: Part = {
  name: 'speed',
  summary: `${VIOLATIONS} violations in ${FILES} files, against parsing those files three times`,
  async run(options) {
    const { files, remedy } = makeProject(options);
    const rounds: Round[] = [];
    // The first round warms up; it is not counted.
    for (let round = 0; round <= ROUNDS; round++) {
      const measured = await measure(files, remedy);
      if (round > 0) rounds.push(measured);
      options.say(`speed: round ${round} of ${ROUNDS}: ${measured.ratio.toFixed(2)} × three parses`);
    }
    const ratio = median(rounds.map((each) => each.ratio));
    const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0);
    return {
      table: {
        header: ['round', 'check (ms)', 'heal (ms)', 'three parses (ms)', 'heal ÷ three parses', 'healed'],
        rows: rounds.map((each, index) => [
          index + 1,
          each.check.toFixed(0),
          each.heal.toFixed(0),
          each.parses.toFixed(0),
          each.ratio.toFixed(2),
          each.healed,
        ]),
      },
      targets: [
        { claim: 'healing takes no longer than three parses', measured: ratio.toFixed(2), holds: ratio <= 1 },
        {
          claim: `violations healed: ${VIOLATIONS}`,
          measured: rounds.map(({ healed }) => healed).join(', '),
          holds: rounds.every(({ healed }) => healed === VIOLATIONS),
        },
      ],
      data: { files: FILES, characters: bytes, violations: VIOLATIONS, median: ratio, rounds },
      details: [],
    };
  },
};

interface Round {
  /** Milliseconds. */
  readonly check: number;
  readonly heal: number;
  readonly parses: number;
  readonly ratio: number;
  readonly healed: number;
}

async function measure(files: Files, remedy: Remedy): Promise<Round> {
  let statements = 0;
  const parses = clock(() => {
    for (let time = 0; time < 3; time++) {
      // The tree is made when it is first read; a parse that nobody reads is none.
      for (const [file, text] of files) statements += parseSyntax(file, text)?.program.body.length ?? 0;
    }
  });
  if (statements === 0) throw new Error('nothing was parsed');
  const check = clock(() => checkInMemory(files, remedy.contract));
  const start = performance.now();
  const { answer } = await healInMemory(files, remedy);
  const heal = performance.now() - start - check;
  const healed = answer.result.outcomes.filter(({ status }) => status === 'healed').length;
  return { check, heal, parses, ratio: heal / parses, healed };
}

function clock(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

function makeProject({ root, here, seed }: Options): { readonly files: Files; readonly remedy: Remedy } {
  const read = (file: string): string => readFileSync(path.join(here, 'mutations', file), 'utf8');
  const whole = loadRemedy(read('contract.yml'), read('fix-patterns.json'));
  const remedy = {
    ...whole,
    contract: { ...whole.contract, rules: whole.contract.rules.filter(({ id }) => RULES.includes(id)) },
  };
  const kinds = KINDS.filter(
    ({ ruleId, language, site }) => RULES.includes(ruleId) && language === 'any' && site.kind === 'planted',
  );
  const sources = readSources(root).filter(
    ({ path: file, text }) => checkInMemory(new Map([[file, text]]), remedy.contract).violations.length === 0,
  );
  const pen = makePen(seed);
  const files = new Map<string, string>();
  for (let tries = 0; files.size < FILES && tries < FILES * 50; tries++) {
    const source = pen.pick(sources);
    const text = plantMany(kinds, source, pen, VIOLATIONS / FILES);
    if (text === null) continue;
    const file = source.path.replace(/(\.\w+)$/, `-${files.size}$1`);
    const found = checkInMemory(new Map([[file, text]]), remedy.contract).violations.length;
    if (found === VIOLATIONS / FILES) files.set(file, text);
  }
  return { files, remedy };
}
