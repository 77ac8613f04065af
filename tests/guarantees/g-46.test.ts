import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { git } from '../support/make-repository.js';
import { allEnded } from './harness/all-ended.js';
import { CHECK_FORMATS, HEAL_FORMATS } from './harness/formats.js';
import { guarantee } from './harness/guarantee.js';
import { patternOf, storeOf } from './harness/heal-in.js';
import { ROOT } from './harness/plant.js';
import type { Subject } from './harness/subject.js';

const CANARY = 'zq81xkCANARY55wvPlmT09';
const OTHER = 'sk_live_4eC39HqCANARY2LyjWDarjt';
const CANARIES = [CANARY, OTHER];

/** One can be mended, one cannot, one is matched only from its beginning, one comes again where no rule looks. */
const SOURCE = `const api_key = "${CANARY}"
export function connect(password = "${CANARY}"): void {
  log("${CANARY}") // ${CANARY}
}
export const stripe = "${OTHER}"
type Key = { api_key: "${OTHER}" }
export const uri = 'postgres://user:${CANARY}@host/db'
void api_key
`;

function assertAbsent(text: string, what: string): void {
  const at = CANARIES.map((canary) => text.indexOf(canary)).find((index) => index !== -1);
  expect(at === undefined ? null : text.slice(Math.max(0, at - 80), at + 10), what).toBe(null);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A before-image is the file as it was, or it could not bring it back: it holds the secret, for its owner's eyes only. */
function assertStateIsClean(folder: string): void {
  const own = filesBelow(join(folder, '.specflow'));
  expect(own.length).toBeGreaterThan(2);
  for (const file of own) {
    if (/\/before\//.test(file)) expect((statSync(file).mode & 0o077).toString(8), file).toBe('0');
    else assertAbsent(readFileSync(file, 'utf8'), file);
  }
  expect(
    own.some((file) => /\/before\//.test(file)),
    'there is a before-image',
  ).toBe(true);
}

async function tryCommand(subject: Subject, cwd: string, args: readonly string[], input?: string): Promise<void> {
  const { stdout, stderr } = await subject.run(args, { cwd, ...(input === undefined ? {} : { input }) });
  assertAbsent(stdout, `stdout of ${args.join(' ')}`);
  assertAbsent(stderr, `stderr of ${args.join(' ')}`);
}

guarantee({
  id: 'G-46',
  async holds(subject) {
    const cwd = makeFolder({
      'contracts/security.yml': readFileSync(join(ROOT, 'templates/contracts/security.yml')),
      '.specflow/fix-patterns.json': storeOf(
        patternOf({
          rule_id: 'SEC-001',
          match: '"\\w+"',
          replacement_template: 'process.env.${UPPER_SNAKE_CASE_NAME}',
        }),
      ),
      'src/a.ts': SOURCE,
      'src/config.yml': `password: ${CANARY}\napi_key: "${OTHER}"\n`,
    });
    git(cwd, 'init', '--quiet');
    const { code, stdout } = await subject.run(['check', '--format', 'json'], { cwd });
    const found: { violations: { file: string }[] } = JSON.parse(stdout);
    expect(found.violations.filter(({ file }) => file === 'src/a.ts').length).toBeGreaterThan(2);
    expect(code).toBe(1);

    const outputs = CHECK_FORMATS.flatMap((format) => ['--output', `${format}=out/${format}.txt`]);
    await tryCommand(subject, cwd, ['check', ...outputs]);
    for (const file of filesBelow(join(cwd, 'out'))) assertAbsent(readFileSync(file, 'utf8'), file);
    const payload = {
      hook_event_name: 'PostToolUse',
      cwd,
      tool_name: 'Write',
      tool_input: { file_path: join(cwd, 'src/a.ts'), content: SOURCE },
    };
    await allEnded([
      ...CHECK_FORMATS.map((format) => tryCommand(subject, cwd, ['check', '--format', format])),
      ...HEAL_FORMATS.map((format) => tryCommand(subject, cwd, ['heal', '--dry-run', '--format', format])),
      tryCommand(subject, cwd, ['check', '--quiet']),
      tryCommand(subject, cwd, ['explain', 'SEC-001']),
      tryCommand(subject, cwd, ['patterns', 'list']),
      tryCommand(subject, cwd, ['hook', 'claude'], JSON.stringify(payload)),
    ]);

    await tryCommand(subject, cwd, ['heal']);
    expect(readFileSync(join(cwd, 'src/a.ts'), 'utf8')).toContain('process.env.API_KEY');
    assertStateIsClean(cwd);
    await allEnded([
      tryCommand(subject, cwd, ['heal']),
      tryCommand(subject, cwd, ['patterns', 'review']),
      tryCommand(subject, cwd, ['check']),
    ]);
    // What is known is left alone by heal, so this comes last.
    await tryCommand(subject, cwd, ['baseline', 'create']);
    assertAbsent(readFileSync(join(cwd, '.specflow/baseline.json'), 'utf8'), 'the baseline');
    assertStateIsClean(cwd);
  },
  bug: { file: 'src/reporters/heal-mask.ts', find: 'showSecrets === true', replace: 'showSecrets !== true' },
});
