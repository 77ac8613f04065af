import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PARTS } from './parts/index.js';
import type { PartResult } from './parts/part.js';
import { printTable } from './print-table.js';

// The benchmark of heal: which parts to run, their tables on stdout, everything measured as JSON.

const HELP = `Usage: npm run bench:heal -- [options]

  --only <parts>       comma separated; default: cases, mutations, programs, speed, and projects if given
  --mutants <n>        mutants a kind of mutation (default 60)
  --programs <n>       generated programs (default 300)
  --seed <n>           seed of mutations and programs (default 1)
  --projects <folder>  real projects: a folder with projects.json (see README.md)
  --project <names>    of these, comma separated; default: all
  --json <file>        write everything measured as JSON
  --quiet              no details of what went wrong

Parts:
${PARTS.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n')}
`;

/** @returns the exit code: 0 when every target holds, 1 when one does not, 2 for wrong usage */
export async function main(argv: readonly string[], { root, here }: { root: string; here: string }): Promise<number> {
  const out = (text: string): boolean => process.stdout.write(text);
  const values = readArguments(argv);
  if (values instanceof Error) {
    process.stderr.write(`${values.message}\n\n${HELP}`);
    return 2;
  }
  if (values.help) {
    out(HELP);
    return 0;
  }
  // What needs the network or clones is run on request only.
  const byDefault = PARTS.filter(
    ({ name }) => name !== 'rivals' && name !== 'verified' && (name !== 'projects' || values.projects !== undefined),
  );
  const wanted = values.only?.split(',') ?? byDefault.map(({ name }) => name);
  const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no part "${unknown.join(', ')}".\n\n${HELP}`);
    return 2;
  }
  const options = {
    root,
    here,
    seed: Number(values.seed),
    mutants: Number(values.mutants),
    programs: Number(values.programs),
    projects: values.projects === undefined ? null : path.resolve(values.projects),
    chosen: values.project?.split(',') ?? null,
    say: (line: string) => void process.stderr.write(`${line}\n`),
  };
  const results: Record<string, PartResult & { readonly milliseconds: number }> = {};
  for (const part of PARTS.filter(({ name }) => wanted.includes(name))) {
    const start = performance.now();
    const result = await part.run(options);
    const milliseconds = Math.round(performance.now() - start);
    results[part.name] = { ...result, milliseconds };
    if (!values.quiet) for (const detail of result.details) out(`${detail}\n\n`);
    out(`## ${part.name} (${(milliseconds / 1000).toFixed(1)} s)\n\n${printTable(result.table)}\n`);
    for (const { claim, measured, holds } of result.targets)
      out(`${holds ? 'ok    ' : 'MISSED'} ${claim}: ${measured}\n`);
    out('\n');
  }
  if (values.json !== undefined) {
    const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cpus: cpus().length };
    const file = path.resolve(values.json);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ version: 1, machine, seed: options.seed, parts: results }, null, 2)}\n`);
  }
  return Object.values(results).every(({ targets }) => targets.every(({ holds }) => holds)) ? 0 : 1;
}

/** The options, or what is wrong with them. */
function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        only: { type: 'string' },
        mutants: { type: 'string', default: '60' },
        programs: { type: 'string', default: '300' },
        seed: { type: 'string', default: '1' },
        projects: { type: 'string' },
        project: { type: 'string' },
        json: { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}
