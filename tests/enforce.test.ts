import { it } from 'vitest';
import { enforce } from '../src/enforce.js';
import { loadContracts } from '../src/contract/load-contracts.js';
import { DEFAULT_CONFIG } from '../src/model/config.js';
import { openWorkingTree } from '../src/platform/working-tree.js';
it('x', () => {
  const root = '/work/main';
  let t=Date.now();
  const contracts = loadContracts(root, ['templates/contracts/*.yml']);
  console.log(Date.now()-t, contracts.contracts.length, contracts.problems.length);
  t=Date.now();
  const r = enforce({ tree: openWorkingTree(root, { maxFileBytes: 2e6 }), contracts, config: DEFAULT_CONFIG, today: '2026-11-21' });
  console.log(Date.now()-t, r.files, r.rules, r.violations.length, r.violations.slice(0,3).map(v=>[v.file,v.place?.line,v.rule.id,v.message]), r.problems.slice(0,5), r.findings.slice(0,5));
});
