import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvidence } from '../../src/pattern-store/evidence/parse-evidence.js';
import { parseStore } from '../../src/pattern-store/format/parse-store.js';
import { parseReviews } from '../../src/pattern-store/reviews/parse-reviews.js';
import { filesBelow, readIn, SOURCES, type Verify } from './fault-project.js';

/** A user's edit after the fault: it has to be there at the end, to the byte. */
export interface UserEdit {
  readonly file: string;
  readonly text: string;
}

/** What is wrong with a project right after a fault, before anybody has recovered it; empty when nothing is. */
export function flawsAfterFault(root: string): readonly string[] {
  return [...sourceFlaws(root, ['old', 'new'], null), ...storeFlaws(root)];
}

/** What is wrong with it once the next run has ended. */
export function flawsAtTheEnd(root: string, verify: Verify, edit: UserEdit | null): readonly string[] {
  const flaws = [
    ...sourceFlaws(root, verify === 'disagrees' ? ['old', 'mixed'] : ['new'], edit),
    ...storeFlaws(root),
    ...filesBelow(root)
      .filter((file) => /\.tmp$|\.lock|\/open\/|unfinished/.test(file))
      .map((file) => `litter: ${file}`),
  ];
  return flaws.length > 0 || verify === 'disagrees' || edit !== null ? flaws : recordFlaws(root);
}

function sourceFlaws(
  root: string,
  states: readonly ('old' | 'new' | 'mixed')[],
  edit: UserEdit | null,
): readonly string[] {
  return Object.entries(SOURCES).flatMap(([file, source]) => {
    if (edit?.file === file) {
      return existsSync(join(root, file)) && readIn(root, file) === edit.text
        ? []
        : [`${file} lost what the user saved`];
    }
    // Where the commands object to one file only, the other fixes stay.
    const allowed = states.flatMap((state) =>
      state === 'mixed' ? (file === 'src/a.ts' ? [] : [source.new]) : [source[state]],
    );
    if (!existsSync(join(root, file))) return [`${file} is gone`];
    const text = readIn(root, file);
    const flaws = allowed.includes(text) ? [] : [`${file} holds ${JSON.stringify(text)}`];
    const mode = statSync(join(root, file)).mode & 0o777;
    return mode === source.mode ? flaws : [...flaws, `${file} has mode ${mode.toString(8)}`];
  });
}

function storeFlaws(root: string): readonly string[] {
  const flaws: string[] = [];
  const store = parseStore('store', readIn(root, '.specflow/fix-patterns.json'));
  if (store.store === null) flaws.push('the store is broken');
  if (existsSync(join(root, '.specflow/reviews.json'))) {
    const { reviews } = parseReviews('reviews', readIn(root, '.specflow/reviews.json'));
    if (reviews === null) flaws.push('the review queue is broken');
  }
  if (existsSync(join(root, '.specflow/evidence.jsonl'))) {
    const { lines } = parseEvidence('evidence', readIn(root, '.specflow/evidence.jsonl'));
    if (lines === null) flaws.push('the evidence is broken');
  }
  return flaws;
}

/** However often it was cut short, each healed file taught exactly once, and each gold fix waits for review. */
function recordFlaws(root: string): readonly string[] {
  const flaws: string[] = [];
  const { store } = parseStore('store', readIn(root, '.specflow/fix-patterns.json'));
  const [pattern] = store?.patterns ?? [];
  if (pattern?.successCount !== 14 || pattern.hundredths !== 85) {
    flaws.push(`the store counts ${pattern?.successCount} successes at ${pattern?.hundredths}, not 14 at 85`);
  }
  const queue = existsSync(join(root, '.specflow/reviews.json')) ? readIn(root, '.specflow/reviews.json') : '';
  const reviewed = parseReviews('reviews', queue).reviews?.map(({ file }) => file) ?? [];
  if ([...reviewed].sort().join() !== 'src/a.ts,src/b.ts') flaws.push(`in review: ${reviewed.join()}`);
  return flaws;
}
