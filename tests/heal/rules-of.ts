import { parseContract } from '../../src/contract/parse-contract.js';
import type { Rule } from '../../src/model/contract.js';

/** The rules of a contract for tests. @param text the YAML below `non_negotiable:`, unindented */
export function rulesOf(text: string): readonly Rule[] {
  const indented = text.trim().replace(/^/gm, '    ');
  const contract = `contract_meta: { id: test, version: 1 }\nrules:\n  non_negotiable:\n${indented}\n`;
  const { contract: parsed, problems } = parseContract('contracts/test.yml', contract);
  const [problem] = problems;
  if (parsed === null || problem) throw new Error(`${problem?.line}: ${problem?.message} ${problem?.help}`);
  return parsed.rules;
}
