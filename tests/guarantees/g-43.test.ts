import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf, healFolder } from './harness/heal-in.js';

const TEXT = `export function first(x: string): number {
  return eval(x)
}

export function second(): number {
  return 2
}
`;
const HEALED = TEXT.replace('eval(x)', 'Number(x)');

/** An agent that does, to the file it is shown, what the name of the file asks for. */
const AGENT = `
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
const file = readdirSync('.', { recursive: true }).map(String).find((name) => name.endsWith('.ts'));
const sin = basename(file, '.ts');
const outside = process.argv[2];
for await (const chunk of process.stdin) void chunk;
const block = (...edits) => '\`\`\`\\n' + edits.map(([from, to]) => '<<<<<<< SEARCH\\n' + from + '\\n=======\\n' + to + '\\n>>>>>>> REPLACE\\n').join('') + '\`\`\`\\n';
const good = ['  return eval(x)', '  return Number(x)'];
const say = (text) => process.stdout.write(text);
const edit = (from, to) => writeFileSync(file, readFileSync(file, 'utf8').replace(from, () => to));
const SINS = {
  honest: () => say(block(good)),
  'honest-edit': () => edit('eval(x)', 'Number(x)'),
  'all-green': () => say('I have fixed the violation. All tests pass, all green, nothing left to do.\\n'),
  'out-of-range': () => say(block(good, ['  return 2', '  return 3'])),
  'edit-out-of-range': () => { edit('eval(x)', 'Number(x)'); edit('return 2', 'return 3'); },
  'only-elsewhere': () => say(block(['  return 2', '  return 3'])),
  'still-there': () => say(block([good[0], '  return eval(x) // fixed'])),
  suppress: () => say(block([good[0], '  // eslint-disable-next-line\\n  return Number(x)'])),
  'suppress-ours': () => say(block([good[0], '  // specflow-ignore-next-line R-1 -- fine\\n  return eval(x)'])),
  disguise: () => say(block([good[0], '  return (0, eval)(x)'])),
  'new-violation': () => say(block([good[0], '  return forbidden(x)'])),
  'bad-syntax': () => say(block([good[0], '  return Number(x'])),
  empties: () => say(block([good[0], ''])),
  unbound: () => say(block([good[0], '  return evaluate(x)'])),
  garbage: () => say('\\u0000\\u001b[2J{]'.repeat(1000)),
  'two-answers': () => say(block(good) + block([good[0], '  return +x'])),
  'no-such-text': () => say(block(['  return nothing', '  return 1'])),
  overlap: () => say(block(good, good)),
  'new-file': () => { edit('eval(x)', 'Number(x)'); writeFileSync('extra.txt', 'x'); },
  'new-link': () => { edit('eval(x)', 'Number(x)'); symlinkSync(outside, 'link'); },
  'becomes-link': () => { rmSync(file); symlinkSync(join(outside, 'theirs.ts'), file); },
  'becomes-folder': () => { rmSync(file); mkdirSync(file); },
  'not-text': () => writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00, 0x41])),
  'fails-after': () => { say(block(good)); process.exitCode = 1; },
  'edits-and-fails': () => { edit('eval(x)', 'Number(x)'); process.exitCode = 1; },
  'too-much': () => { say('x'.repeat(5_000_000)); say(block(good)); },
};
SINS[sin]();
`;

const HONEST = ['honest', 'honest-edit'];
const SINS = [...AGENT.matchAll(/^ {2}'?([\w-]+)'?: \(\) =>/gm)].map(([, name = '']) => name);

guarantee({
  id: 'G-43',
  async holds(subject) {
    expect(SINS.length).toBeGreaterThan(20);
    const outside = makeFolder({ 'theirs.ts': HEALED });
    const tool = makeFolder({ 'agent.mjs': AGENT });
    const config = {
      heal_loop: { agent: [process.execPath, join(tool, 'agent.mjs'), outside], agent_timeout_seconds: 30 },
    };
    const contract = contractOf([
      { id: 'R-1', scope: ['src/*.ts'], forbidden: '/\\beval\\(/' },
      { id: 'R-2', scope: ['src/*.ts'], forbidden: '/forbidden\\(/' },
    ]);
    const files = {
      'contracts/plain.yml': contract,
      '.specflow/config.json': JSON.stringify(config),
      ...Object.fromEntries(SINS.map((sin) => [`src/${sin}.ts`, TEXT])),
    };
    const folder = makeFolder(files);
    const { report, read, code } = await healFolder(subject, folder, ['--agent']);
    for (const sin of SINS) {
      const isHonest = HONEST.includes(sin);
      expect(read(`src/${sin}.ts`), sin).toBe(isHonest ? HEALED : TEXT);
      const entry = report.results.find(({ file }) => file === `src/${sin}.ts`);
      expect(entry?.status, sin).toBe(isHonest ? 'healed' : 'escalated');
      // What was dropped is told, and why.
      if (!isHonest) expect(entry?.attempts.map(({ detail }) => detail ?? '').join(), sin).toMatch(/\S/);
    }
    expect(code).toBe(1);
    expect(readdirSync(join(folder, 'src')).sort()).toEqual(SINS.map((sin) => `${sin}.ts`).sort());
    expect(readdirSync(folder).sort()).toEqual(['.specflow', 'contracts', 'src']);
    expect(read('contracts/plain.yml')).toBe(contract);
    expect([readdirSync(outside), readFileSync(join(outside, 'theirs.ts'), 'utf8')]).toEqual([['theirs.ts'], HEALED]);

    // Nobody asks it unless told to.
    const unasked = makeFolder(files);
    const quiet = await healFolder(subject, unasked);
    expect(quiet.report.summary.healed).toBe(0);
  },
  bug: {
    file: 'src/heal/proposers/agent-fix.ts',
    find: 'if (site.place !== null && !staysInReach(tree, site.place.range, edits)) {',
    replace: 'if (false) {',
  },
});
