import { Argument, Command } from 'commander';
import configSchema from '../config/config-schema.json' with { type: 'json' };
import contractSchema from '../contract/contract-schema.json' with { type: 'json' };
import fixPatternsSchema from '../pattern-store/fix-patterns-schema.json' with { type: 'json' };
import { printJson } from '../reporters/print-json.js';
import type { Session } from './workspace/session.js';

const SCHEMAS = { contract: contractSchema, config: configSchema, 'fix-patterns': fixPatternsSchema };

export function schemaCommand({ terminal, conclude }: Session): Command {
  return new Command('schema')
    .description('Print the JSON schema (draft-07) of a file format, for editors and other tools.')
    .addArgument(new Argument('<name>', 'which format').choices(Object.keys(SCHEMAS)))
    .action((name: keyof typeof SCHEMAS) => {
      terminal.out(printJson(SCHEMAS[name]));
      conclude(0);
    });
}
