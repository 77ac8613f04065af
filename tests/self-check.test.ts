import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config/load-config.js';
import { loadContracts } from '../src/contract/load-contracts.js';
import { enforce } from '../src/enforce.js';
import { judgeExamples } from '../src/engine/examples/judge-examples.js';
import { systemClock } from '../src/platform/clock.js';
import { openWorkingTree } from '../src/platform/files/working-tree.js';
import { openGit } from '../src/platform/git/git.js';
import { isCode } from '../src/syntax/is-code.js';

// This repository keeps its own contracts: what it asks of others it asks of itself on every test run.
const root = path.resolve(import.meta.dirname, '..');
const config = loadConfig(root);
const contracts = loadContracts(root, config.contracts);

describe('this repository', () => {
  it('has contracts, and they load without a complaint', () => {
    expect(contracts.problems).toEqual([]);
    expect(contracts.contracts.flatMap(({ rules }) => rules).length).toBeGreaterThan(10);
  });

  it('keeps them', () => {
    const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes }, openGit(root));
    const result = enforce({ tree, contracts, config, today: systemClock.today(), only: {}, isCode });
    const broken = result.violations
      .filter(({ exemption }) => exemption === null)
      .map(({ rule, file, place, message }) => `${rule.id} ${file}:${place?.line} ${message}`);
    expect(broken).toEqual([]);
    expect(result.problems).toEqual([]);
    expect(result.files).toBeGreaterThan(100);
  });

  it('proves each of its rules by examples', () => {
    for (const rule of contracts.contracts.flatMap(({ rules }) => rules)) {
      expect(rule.exampleViolations.length, rule.id).toBeGreaterThan(0);
      expect(rule.exampleCompliant.length, rule.id).toBeGreaterThan(0);
      expect(judgeExamples(rule, isCode).disagreements, rule.id).toEqual([]);
    }
  });
});
