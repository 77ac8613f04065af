import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printStore } from '../../src/pattern-store/format/print-store.js';
import { PATTERN_FILE, readPatternFile } from '../../src/pattern-store/pattern-file.js';
import { printReviews } from '../../src/pattern-store/reviews/parse-reviews.js';
import { REVIEW_FILE, readReviewFile } from '../../src/pattern-store/reviews/review-file.js';
import { EMPTY_STORE, withPatterns } from '../../src/pattern-store/store.js';
import { makeFolder, writeFiles } from '../support/make-folder.js';
import { makePattern } from './make-pattern.js';

describe('the files under .specflow', () => {
  it('are empty where they are not, and come back as written', () => {
    const root = makeFolder({});
    expect(readPatternFile(root)).toEqual({ store: EMPTY_STORE, problems: [], findings: [] });
    expect(readReviewFile(root)).toEqual({ reviews: [], problems: [] });
    const store = withPatterns(EMPTY_STORE, [makePattern()]);
    writeFiles(root, { [PATTERN_FILE]: printStore(store), [REVIEW_FILE]: printReviews([]) });
    expect(readPatternFile(root).store?.patterns).toEqual(store.patterns);
    expect(readReviewFile(root)).toEqual({ reviews: [], problems: [] });
  });

  it('are problems where they cannot be read, and stay as they are', () => {
    const root = makeFolder({});
    mkdirSync(join(root, REVIEW_FILE), { recursive: true });
    writeFileSync(join(root, PATTERN_FILE), Buffer.from([0x7b, 0xff, 0x7d]));
    expect(readPatternFile(root)).toMatchObject({
      store: null,
      problems: [{ severity: 'invalid', file: PATTERN_FILE }],
    });
    expect(readReviewFile(root)).toMatchObject({
      reviews: null,
      problems: [{ severity: 'invalid', file: REVIEW_FILE }],
    });
    expect([...readFileSync(join(root, PATTERN_FILE))]).toEqual([0x7b, 0xff, 0x7d]);
  });
});
