import { makePattern } from '../pattern-store/make-pattern.js';

/** A rule against calls of `alpha`, which are calls of `bravo` when they are mended. */
export const CALL_RULE = `
- id: CALL-1
  title: No alpha
  scope: ["**/*"]
  behavior:
    forbidden_patterns:
      - pattern: /\\balpha\\(/
        message: Use bravo
        auto_fix: { strategy: replace, find: alpha, replace: bravo }
`;

/** What breaks it in its third line, and what comes of that. */
export const CALL = "import { alpha, bravo } from './f.js';\nbravo(0);\nalpha(1);\n";
export const MENDED = CALL.replace('alpha(', 'bravo(');

/** A gold pattern that mends it as the rule itself does. */
export const PATTERN = makePattern({
  id: 'p',
  ruleId: 'CALL-1',
  match: String.raw`\balpha\(`,
  replacementTemplate: 'bravo(',
  hundredths: 80,
  lastUsed: '2026-01-10',
});
