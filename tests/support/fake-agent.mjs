// A coding agent that does as its argument, or the name of the file it is asked about, says: one right answer, and one
// for each sin.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

const [, , said, extra] = process.argv;
const prompt = readFileSync(0, 'utf8');
const [FILE] = /src\/[\w-]+\.ts/.exec(prompt) ?? ['src/a.ts'];
const sin = said === 'by file' ? FILE.slice('src/'.length, -'.ts'.length).replaceAll('-', ' ') : said;
const edit = (search, replace) => `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE\n`;
const block = (...edits) => `Here it is.\n\n\`\`\`\n${edits.join('')}\`\`\`\n`;
const WRONG = 'export const a = oldCall(1);';
const RIGHT = 'export const a = newCall(1);';
const say = (text) => process.stdout.write(text);

const mend = () => writeFileSync(FILE, readFileSync(FILE, 'utf8').replace('oldCall(1)', 'newCall(1)'));

const SINS = {
  right: () => say(`${block(edit(WRONG, RIGHT))}FINDING: helper.ts is not used by anybody.\n`),
  'edits its copy': mend,
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
  'forks a child that flees': () => {
    const script = `require('fs').writeFileSync(${JSON.stringify(extra)}, process.pid + ' '); setInterval(() => {}, 1000)`;
    const argv = ['env', '-i', process.execPath, '-e', script];
    spawn('setsid', argv, { stdio: 'ignore', cwd: '/', detached: true }).unref();
    setInterval(() => {}, 1000);
  },
  'leaves a child': () => {
    const script = `setInterval(() => require('fs').appendFileSync(${JSON.stringify(extra)}, 'x'), 20)`;
    const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore', detached: true });
    writeFileSync(extra, `${child.pid} `);
    child.unref();
    say(block(edit(WRONG, RIGHT)));
  },
  'edits another file': () => {
    mend();
    mkdirSync('src', { recursive: true });
    writeFileSync('src/calls.ts', 'export const oldCall = 1;\n');
  },
  'edits the contract': () => {
    mend();
    mkdirSync('contracts', { recursive: true });
    writeFileSync('contracts/calls.yml', 'rules: []\n');
  },
  'edits our state': () => {
    mend();
    mkdirSync('.specflow', { recursive: true });
    writeFileSync('.specflow/config.json', '{}');
  },
  'creates a file': () => {
    mend();
    writeFileSync('src/new.ts', '');
  },
  'makes a link': () => {
    mend();
    symlinkSync(extra, 'src/link.ts');
  },
  'becomes a link': () => {
    rmSync(FILE);
    symlinkSync(extra, FILE);
  },
  'deletes the file': () => rmSync(FILE),
  'answers and edits': () => {
    mend();
    say(block(edit(WRONG, RIGHT)));
  },
  'writes 100 MB into its copy': () => writeFileSync(FILE, Buffer.alloc(100 * 1024 * 1024, 'x')),
  'writes to the project': () => {
    mend();
    writeFileSync(`${extra}/src/a.ts`, 'gone\n');
  },
  'writes a new file to the project': () => {
    writeFileSync(`${extra}/src/extra.ts`, 'new\n');
    say(block(edit(WRONG, RIGHT)));
  },
  'writes an ignored file of the project': () => {
    writeFileSync(`${extra}/.env`, 'KEY=theirs\n');
    say(block(edit(WRONG, RIGHT)));
  },
  'plants a git hook': () => {
    mkdirSync(`${extra}/.git/hooks`, { recursive: true });
    writeFileSync(`${extra}/.git/hooks/pre-commit`, '#!/bin/sh\n');
    say(block(edit(WRONG, RIGHT)));
  },
  'learns from the objection': () => {
    writeFileSync(`${extra}.${prompt.includes('You were asked before') ? 2 : 1}`, prompt);
    say(block(edit(WRONG, prompt.includes('You were asked before') ? RIGHT : 'export const a = newCall(1;')));
  },
  'never learns': () => {
    appendFileSync(extra, 'x');
    say(block(edit(WRONG, `export const a = oldCall(${prompt.length});`)));
  },
  'looks around': () => {
    const seen = readdirSync('.', { recursive: true }).map(String).sort();
    say(`FINDING: ${seen.filter((name) => !name.includes('.git')).join(' ')}\n`);
  },
  environment: () => say(`FINDING: ${Object.keys(process.env).sort().join(' ')} in ${process.cwd()}\n`),
  prompt: () => writeFileSync(extra, prompt),
};

SINS[sin]();
