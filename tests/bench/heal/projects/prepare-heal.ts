import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Harm, Project } from './read-projects.js';
import { STATE } from './sources.js';

/** The rule of a mistaken owner. */
export const HARM = 'HARM-001';

/** Puts the everyday rules into a project, and what is to verify the fixes. */
export function prepareHeal(
  { contract: rules = 'contract.yml' }: Project,
  root: string,
  here: string,
  { verify = [], harm }: { readonly verify?: readonly (readonly string[])[]; readonly harm?: Harm | undefined } = {},
): void {
  mkdirSync(path.join(root, STATE, 'contracts'), { recursive: true });
  const contract = readFileSync(path.join(here, 'projects', rules), 'utf8');
  writeFileSync(path.join(root, STATE, 'contracts/everyday.yml'), contract + (harm === undefined ? '' : ruleOf(harm)));
  const config = { contracts: [`${STATE}/contracts/*.yml`], heal_loop: { verify } };
  writeFileSync(path.join(root, STATE, 'config.json'), JSON.stringify(config));
}

function ruleOf({ file, find, replace }: Harm): string {
  const pattern = `/${find.replace(/[/.*+?^${}()|[\]\\]/g, '\\$&')}/`;
  return `    - id: ${HARM}
      title: A mistake of its owner
      scope: [${JSON.stringify(file)}]
      behavior:
        forbidden_patterns:
          - pattern: ${JSON.stringify(pattern)}
            message: A mistake of its owner
            auto_fix: { strategy: replace, find: ${JSON.stringify(find)}, replace: ${JSON.stringify(replace)} }
`;
}
