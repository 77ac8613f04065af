import { expect } from 'vitest';
import { allEnded } from './harness/all-ended.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf, type HealEnd, healFiles, patternOf, type WrittenRule } from './harness/heal-in.js';

const TEXT = 'declare const el: HTMLElement\nel.innerHTML = "text"\n';
const HEALED = TEXT.replace('innerHTML', 'textContent');

/** A pattern whose confidence is spelt like this, whether or not that is JSON; null leaves it out. */
function patternWith(confidence: string | null, fields: Readonly<Record<string, unknown>> = {}): string {
  const remedy = { match: '\\.innerHTML =', replacement_template: '.textContent =', confidence: 'HERE', ...fields };
  const { tier: _, ...pattern } = patternOf(remedy);
  const text = JSON.stringify(pattern);
  return confidence === null ? text.replace('"confidence":"HERE",', '') : text.replace('"HERE"', confidence);
}

const storeOf = (...patterns: readonly string[]): string => `{"version":1,"patterns":[${patterns.join(',')}]}`;

/** What is not a number from 0 to 1 is no trust, and a store that holds it is refused whole. */
const REFUSED = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1e999',
  '"0.99"',
  '"high"',
  '[0.99]',
  '{"valueOf":0.99}',
  'null',
  'true',
  '1.01',
  '-0.01',
  '95',
  '0x1',
  '.99',
  '+0.99',
  '1_0',
  null,
];

interface Case {
  readonly name: string;
  readonly confidence: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly isApplied: boolean;
}

const learnt = (successes: number, failures: number): Readonly<Record<string, unknown>> => ({
  provenance: 'learnt',
  success_count: successes,
  failure_count: failures,
  applied_count: successes + failures,
});

const OTHERS: readonly Case[] = [
  { name: 'idle for years at the border', confidence: '0.40', fields: { last_used: '2020-01-01' }, isApplied: false },
  { name: 'idle for years far above it', confidence: '0.95', fields: { last_used: '2020-01-01' }, isApplied: true },
  { name: 'retired', confidence: '0.95', fields: { retired: true }, isApplied: false },
  { name: 'an agent’s, not accepted', confidence: '0.95', fields: { provenance: 'agent' }, isApplied: false },
  {
    name: 'an agent’s, accepted',
    confidence: '0.95',
    fields: { provenance: 'agent', accepted: true },
    isApplied: true,
  },
  { name: 'learnt without a record', confidence: '0.95', fields: learnt(0, 0), isApplied: false },
  { name: 'learnt, one success', confidence: '0.95', fields: learnt(1, 0), isApplied: false },
  { name: 'learnt, two successes', confidence: '0.95', fields: learnt(2, 0), isApplied: true },
  { name: 'learnt, many failures', confidence: '0.95', fields: learnt(40, 60), isApplied: false },
];
const APPLIED = ['1', '1.0', '1e0', '0.9', '0.90', '0.899', '0.89', '0.70', '0.7', '0.6999', '0.69', '0.40', '4e-1'];
const SUGGESTED = ['0.3999', '0.39', '0.1', '0', '-0', '0e9', '1e-999'];

const CASES: readonly Case[] = [
  ...APPLIED.map((confidence) => ({ name: confidence, confidence, isApplied: true })),
  ...SUGGESTED.map((confidence) => ({ name: confidence, confidence, isApplied: false })),
  ...OTHERS,
];

interface Setting {
  readonly name: string;
  readonly args?: readonly string[];
  readonly config?: string;
  readonly confidence: string;
  readonly isApplied: boolean;
}

const SETTINGS: readonly Setting[] = [
  { name: 'below the flag', confidence: '0.95', args: ['--min-confidence', '0.96'], isApplied: false },
  { name: 'at the flag', confidence: '0.95', args: ['--min-confidence', '0.95'], isApplied: true },
  { name: 'never bronze, whatever the flag', confidence: '0.39', args: ['--min-confidence', '0'], isApplied: false },
  {
    name: 'below the configuration',
    confidence: '0.60',
    config: '{"heal_loop":{"min_confidence_for_auto_apply":0.61}}',
    isApplied: false,
  },
  { name: 'switched off', confidence: '0.95', config: '{"heal_loop":{"auto_fix_enabled":false}}', isApplied: false },
];

const rule = (n: number): WrittenRule => ({ id: `R-${n}`, scope: [`src/${n}.ts`], forbidden: '/\\.innerHTML =/' });

guarantee({
  id: 'G-24',
  async holds(subject) {
    const heal = (store: string, config = '{}', args: readonly string[] = []): Promise<HealEnd> => {
      const files = { 'contracts/plain.yml': contractOf([rule(1)]), 'src/1.ts': TEXT, '.specflow/config.json': config };
      return healFiles(subject, { ...files, '.specflow/fix-patterns.json': store }, args);
    };
    const refused = async (confidence: string | null): Promise<void> => {
      const store = storeOf(patternWith(confidence));
      const { code, report, read } = await heal(store);
      const name = `confidence ${confidence}`;
      expect(read('src/1.ts'), name).toBe(TEXT);
      expect(read('.specflow/fix-patterns.json'), name).toBe(store);
      expect(
        report.problems.map(({ file }) => file),
        name,
      ).toContain('.specflow/fix-patterns.json');
      expect(code, name).toBe(2);
    };
    const set = async ({ name, confidence, args, config, isApplied }: Setting): Promise<void> => {
      const { report, read } = await heal(storeOf(patternWith(confidence)), config, args);
      expect(report.problems, name).toEqual([]);
      expect(read('src/1.ts'), name).toBe(isApplied ? HEALED : TEXT);
    };
    const work = [...REFUSED.map((each) => () => refused(each)), ...SETTINGS.map((each) => () => set(each))];
    for (let at = 0; at < work.length; at += 4) await allEnded(work.slice(at, at + 4).map((each) => each()));

    const patterns = CASES.map(({ confidence, fields }, n) =>
      patternWith(confidence, { ...fields, id: `fix-${n}`, rule_id: `R-${n}` }),
    );
    const { report, read } = await healFiles(subject, {
      'contracts/plain.yml': contractOf(CASES.map((_, n) => rule(n))),
      '.specflow/fix-patterns.json': storeOf(...patterns),
      ...Object.fromEntries(CASES.map((_, n) => [`src/${n}.ts`, TEXT])),
    });
    expect(report.problems).toEqual([]);
    for (const [n, { name, isApplied }] of CASES.entries()) {
      expect(read(`src/${n}.ts`), name).toBe(isApplied ? HEALED : TEXT);
    }
  },
  bug: {
    file: 'src/pattern-store/format/parse-pattern.ts',
    find: '!(node.value >= 0 && node.value <= 1)',
    replace: '!(node.value >= 0)',
  },
});
