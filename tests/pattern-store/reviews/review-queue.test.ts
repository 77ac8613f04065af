import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../src/heal/diff/unified-diff.js';
import { contentHash } from '../../../src/model/content-hash.js';
import { parseReviews, printReviews } from '../../../src/pattern-store/reviews/parse-reviews.js';
import {
  closeReview,
  queueReviews,
  type Review,
  reviewId,
  undoReview,
} from '../../../src/pattern-store/reviews/review-queue.js';

function review(before: string, after: string, changes: Partial<Review> = {}): Review {
  const afterSha256 = contentHash(after, false);
  return {
    id: reviewId('p', 'src/a.ts', afterSha256),
    patternId: 'p',
    ruleId: 'R-1',
    file: 'src/a.ts',
    line: 1,
    diff: unifiedDiff('src/a.ts', before, after),
    beforeSha256: contentHash(before, false),
    afterSha256,
    applied: '2026-01-15',
    run: 'run-1',
    places: [],
    ...changes,
  };
}

describe('undoReview', () => {
  it.each([
    ['a line', 'a\nb\nc\n', 'a\nB\nc\n'],
    ['CRLF', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
    ['no last newline', 'a\nb', 'a\nB'],
    ['a last newline taken away', 'a\nb\n', 'a\nb'],
    ['lone carriage returns', 'a\rb\rc', 'a\rB\rc'],
    ['mixed line ends', 'a\r\nb\nc\r\nd', 'a\r\nb\nC\r\nd'],
    ['line separators', 'a\u2028b\nc\n', 'a\u2028B\nc\n'],
    ['equal lines far apart', `${'x\n'.repeat(50)}y\n${'x\n'.repeat(50)}`, `${'x\n'.repeat(50)}z\n${'x\n'.repeat(50)}`],
    ['lines that look like a diff', '--- a\n+++ b\n@@ -1 +1 @@\nold\n', '--- a\n+++ b\n@@ -1 +1 @@\nnew\n'],
    ['an inserted import', 'x\n', "import y from 'y';\nx\n"],
  ])('gives back the bytes before: %s', (_, before, after) => {
    expect(undoReview(review(before, after), after, false)).toEqual({ kind: 'undone', text: before });
  });

  it('gives back any text, or refuses; never anything else', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', ' ', '+', '-', '\\'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [old, now] = [before.join(''), after.join('')];
        fc.pre(old !== now);
        const undo = undoReview(review(old, now), now, false);
        if (undo.kind === 'undone') expect(undo.text).toBe(old);
        else expect(undo.kind).toBe('refused');
      }),
    );
  });

  it('refuses a file that was edited since, also by a byte order mark', () => {
    expect(undoReview(review('a\n', 'b\n'), 'b\nmine\n', false)).toMatchObject({ kind: 'refused' });
    expect(undoReview(review('a\n', 'b\n'), 'b\n', true)).toMatchObject({ kind: 'refused' });
  });

  it('has nothing to do where the change is gone already', () => {
    expect(undoReview(review('a\n', 'b\n'), 'a\n', false)).toEqual({ kind: 'already-undone' });
  });

  it('refuses a diff that does not lead back, masked ones included', () => {
    const masked = review('k = "secret"\n', 'k = env\n', {
      diff: unifiedDiff('src/a.ts', 'k = "secr…"\n', 'k = env\n'),
    });
    expect(undoReview(masked, 'k = env\n', false)).toMatchObject({ kind: 'refused' });
    expect(undoReview(review('a\n', 'b\n', { diff: 'no diff' }), 'b\n', false)).toMatchObject({ kind: 'refused' });
  });
});

describe('the queue', () => {
  const [a, b] = [review('a\n', 'b\n'), review('a\n', 'c\n')];

  it('holds each application once and forgets what was decided', () => {
    expect(queueReviews([a], [a, b, b])).toEqual([a, b]);
    expect(closeReview([a, b], a.id)).toEqual([b]);
  });

  it('comes back from its file the same', () => {
    expect(parseReviews('r', printReviews([a, b]))).toEqual({ reviews: [a, b], problems: [] });
    expect(parseReviews('r', printReviews([])).reviews).toEqual([]);
  });

  it.each([
    ['broken JSON', '{', 'reviews/json'],
    ['a list', '[]', 'reviews/shape'],
    ['another version', '{"version":2,"reviews":[]}', 'reviews/shape'],
    ['an entry that is none', '{"version":1,"reviews":[1]}', 'reviews/shape'],
    ['a missing field', printReviews([a]).replace(/ *"diff".*\n/, ''), 'pattern-store/field'],
    ['a line of 0', printReviews([a]).replace('"line": 1', '"line": 0'), 'pattern-store/field'],
    ['a day that is none', printReviews([a]).replace('2026-01-15', '2026-13-01'), 'pattern-store/field'],
  ])('is refused whole: %s', (_, text, code) => {
    const { reviews, problems } = parseReviews('r', text);
    expect(reviews).toBeNull();
    expect(problems).toMatchObject([{ code, severity: 'invalid' }]);
  });
});
