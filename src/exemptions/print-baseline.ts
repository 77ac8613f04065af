import { type Baseline, compareEntries } from './baseline.js';

/** One entry a line, in one order, so that two branches that shrink it merge. */
export function printBaseline({ entries }: Baseline): string {
  const lines = [...entries].sort(compareEntries).map(({ file, ruleId, count, anchors }) => {
    const fields = { file, rule: ruleId, count, anchors };
    const text = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
    return `    { ${text.join(', ')} }`;
  });
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "known": ${list}\n}\n`;
}
