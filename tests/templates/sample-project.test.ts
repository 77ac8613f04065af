import { readFileSync } from 'node:fs';
import path from 'node:path';
import fastGlob from 'fast-glob';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { loadContracts } from '../../src/contract/load-contracts.js';
import { enforce } from '../../src/enforce.js';
import { healViolations } from '../../src/heal/heal.js';
import { parseStore } from '../../src/pattern-store/format/parse-store.js';
import type { SourceTree } from '../../src/platform/files/source-tree.js';
import { isCode } from '../../src/syntax/is-code.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';

const TODAY = '2026-11-21';
const root = path.resolve(import.meta.dirname, '../fixtures/sample-project');
const files = fastGlob.sync('**/*', { cwd: root, dot: true }).sort();
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const config = loadConfig(root);
const contracts = loadContracts(root, config.contracts);
const { store } = parseStore('fix-patterns.json', read('.specflow/fix-patterns.json'));

/** The project in memory, so that healing it leaves the fixture as it is. */
function openShop() {
  const texts = new Map(files.map((file) => [file, read(file)]));
  const readText = (file: string) => ({ kind: 'text', text: texts.get(file) ?? '', bom: false }) as const;
  const tree: SourceTree = { list: () => files, read: readText };
  return {
    texts,
    check: () => enforce({ tree, contracts, config, today: TODAY, isCode }),
    heal: () =>
      healViolations({
        runId: 'demo',
        violations: enforce({ tree, contracts, config, today: TODAY, isCode }).violations,
        rules: contracts.contracts.flatMap(({ rules }) => rules),
        files,
        contractFiles: contracts.files,
        patterns: store?.patterns ?? [],
        config: config.healLoop,
        dryRun: false,
        today: TODAY,
        ports: {
          read: readText,
          write: (file, expected, _bom, next) => {
            if (texts.get(file) !== expected) return { kind: 'changed' };
            texts.set(file, next);
            return { kind: 'written' };
          },
        },
      }),
  };
}

describe('the sample project', () => {
  it('breaks its contracts in the places a newcomer is shown, and only there', () => {
    const { violations, problems, findings } = openShop().check();
    expect(problems).toEqual([]);
    expect(findings).toEqual([]);
    expect(violations.map(({ file, place, rule }) => `${file ?? '-'}:${place?.line ?? '-'} ${rule.id}`)).toEqual([
      'src/api/checkout.ts:13 ARCH-002',
      'src/components/OrderHistory.tsx:2 ARCH-001',
      'src/components/ProductCard.tsx:10 A11Y-004',
      'src/components/ProductDescription.tsx:14 SEC-003',
      'src/components/UserProfile.tsx:28 SEC-003',
      'src/config/mailer.ts:6 SEC-001',
      'src/lib/cart.ts:9 PROD-004',
      'src/services/inventory-client.ts:3 SEC-001',
      'src/services/payments.ts:1 SEC-001',
      'src/services/warehouse-feed.ts:7 SEC-001',
      '-:- ARCH-003',
    ]);
  });

  it('holds the worked example to the letter', () => {
    expect(read('src/components/UserProfile.tsx').split('\n')[27]).toBe('    element.innerHTML = userData.bio');
    expect(store?.patterns).toMatchObject([
      {
        id: 'fix-sec-003-innerhtml',
        match: '\\.innerHTML\\s*=',
        replacementTemplate: '.textContent =',
        hundredths: 95,
      },
    ]);
  });

  it.each(files.filter((file) => /\.tsx?$/.test(file)))('%s is code that parses', (file) => {
    expect(parseSyntax(file, read(file))?.errors).toEqual([]);
  });
});

describe('healing the sample project', async () => {
  const shop = openShop();
  const { result, patterns } = await shop.heal();
  const endings = Object.fromEntries(
    result.outcomes.map(({ violation, status, source }) => [
      `${violation.file ?? '-'} ${violation.rule.id}`,
      `${status} ${source ?? ''}`.trim(),
    ]),
  );
  const line = (file: string, number: number) => shop.texts.get(file)?.split('\n')[number - 1];

  it('mends what is safe and escalates the rest', () => {
    expect(endings).toEqual({
      'src/api/checkout.ts ARCH-002': 'healed auto_fix',
      'src/components/OrderHistory.tsx ARCH-001': 'escalated',
      'src/components/ProductCard.tsx A11Y-004': 'healed auto_fix',
      'src/components/ProductDescription.tsx SEC-003': 'escalated',
      'src/components/UserProfile.tsx SEC-003': 'healed pattern:fix-sec-003-innerhtml',
      'src/config/mailer.ts SEC-001': 'healed auto_fix',
      'src/lib/cart.ts PROD-004': 'healed auto_fix',
      'src/services/inventory-client.ts SEC-001': 'healed auto_fix',
      'src/services/payments.ts SEC-001': 'healed auto_fix',
      'src/services/warehouse-feed.ts SEC-001': 'escalated',
      '- ARCH-003': 'escalated',
    });
  });

  it.each([
    ['src/components/UserProfile.tsx', 28, '    element.textContent = userData.bio'],
    ['src/components/ProductCard.tsx', 10, '    <article className="card" tabIndex={0} aria-label={product.name}>'],
    ['src/config/mailer.ts', 6, '  smtpPassword: process.env.SMTP_PASSWORD,'],
    ['src/services/payments.ts', 1, 'const api_key = process.env.API_KEY'],
    ['src/services/inventory-client.ts', 3, '  private readonly warehouseToken = process.env.WAREHOUSE_TOKEN'],
    ['src/lib/cart.ts', 9, '  return goods >= FREE_SHIPPING_FROM ? goods : goods + SHIPPING'],
    ['src/api/checkout.ts', 2, 'import { withRequestId, logger } from "@/lib/logger"'],
    ['src/api/checkout.ts', 13, '    logger.error("charge failed", error)'],
  ])('%s:%i reads %s', (file, number, expected) => {
    expect(line(file, number)).toBe(expected);
  });

  it.each([
    ['src/components/OrderHistory.tsx', 'hand it to the component as props'],
    ['src/components/ProductDescription.tsx', 'may be markup'],
    ['src/services/warehouse-feed.ts', 'is a default'],
    [null, 'Any of 2 files may hold it'],
  ])('says what a person should decide about %s', (file, reason) => {
    const outcome = result.outcomes.find(({ violation, status }) => status === 'escalated' && violation.file === file);
    expect(outcome?.reason).toContain(reason);
  });

  it('asks for each secret it took out to be rotated', () => {
    const rotate = result.findings.filter(({ code }) => code === 'secret/rotate').map(({ file }) => file);
    expect(rotate.toSorted()).toEqual([
      'src/config/mailer.ts',
      'src/services/inventory-client.ts',
      'src/services/payments.ts',
    ]);
  });

  it('leaves the worked example’s pattern at full confidence', () => {
    expect(patterns).toMatchObject([{ id: 'fix-sec-003-innerhtml', hundredths: 100, successCount: 13 }]);
  });

  it('leaves only what was escalated, and nothing more for a second run', async () => {
    const before = new Map(shop.texts);
    const again = await shop.heal();
    expect(again.result.outcomes.every(({ status }) => status === 'escalated')).toBe(true);
    expect(shop.texts).toEqual(before);
    expect(shop.check().violations).toHaveLength(4);
  });
});
