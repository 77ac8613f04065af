// A coding agent that does as its argument says: one right answer, and one for each sin.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [, , sin, extra] = process.argv;
const prompt = readFileSync(0, 'utf8');
const edit = (search, replace) => `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;
const block = (...edits) => `Here it is.\n\n\`\`\`\n${edits.join('')}\`\`\`\n`;
const WRONG = 'export const a = oldCall(1);';
const RIGHT = 'export const a = newCall(1);';
const say = (text) => process.stdout.write(text);

const SINS = {
  right: () => say(`${block(edit(WRONG, RIGHT))}FINDING: helper.ts is not used by anybody.\n`),
  'edits its copy': () =>
    writeFileSync('src/a.ts', readFileSync('src/a.ts', 'utf8').replace('oldCall(1)', 'newCall(1)')),
  'out of scope': () => say(block(edit(WRONG, RIGHT), edit('export const other = 2;', 'export const other = 3;'))),
  'edits a test': () => {
    mkdirSync('tests', { recursive: true });
    writeFileSync('tests/a.test.ts', '// gone\n');
  },
  garbage: () => say('\u0000\u001b[2J<<<<<<< SEARCH ]]]'),
  'two answers': () => say(block(edit(WRONG, RIGHT)) + block(edit(WRONG, 'export const a = 1;'))),
  'claims success': () => say('Done! All violations are mended and every test passes.\n'),
  suppresses: () => say(block(edit(WRONG, `// specflow-ignore-next-line OLD-1 -- fine\n${WRONG}`))),
  'breaks syntax': () => say(block(edit(WRONG, 'export const a = newCall(1;'))),
  'still violates': () => say(block(edit(WRONG, 'export const a = oldCall(2);'))),
  fails: () => process.exit(7),
  hangs: () => setInterval(() => {}, 1000),
  'writes 100 MB': () => {
    const chunk = 'x'.repeat(1024 * 1024);
    let left = 100;
    const more = () => {
      while (left-- > 0) if (!process.stdout.write(chunk)) return process.stdout.once('drain', more);
    };
    more();
  },
  'forks a child': () => {
    const child = spawn(
      process.execPath,
      ['-e', `setInterval(() => require('fs').appendFileSync(${JSON.stringify(extra)}, 'x'), 50)`],
      {
        stdio: 'inherit',
      },
    );
    writeFileSync(extra, `${child.pid} `);
    setInterval(() => {}, 1000);
  },
  environment: () => say(`FINDING: ${Object.keys(process.env).sort().join(' ')} in ${process.cwd()}\n`),
  prompt: () => writeFileSync(extra, prompt),
};

SINS[sin]();
