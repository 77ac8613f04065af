import path from 'node:path';
import { loadRemedy } from '../heal-in-memory.js';
import { readCategories } from '../read-cases.js';
import { runCase } from '../run-case.js';
import { type Part, percent } from './part.js';

export const casesPart: Part = {
  name: 'cases',
  summary: 'before/after/escalate cases written by us, by category',
  async run({ here }) {
    const rows: (readonly (string | number)[])[] = [];
    const details: string[] = [];
    const failed: { category: string; title: string; line: number }[] = [];
    let total = 0;
    let escalating = 0;
    for (const category of readCategories(path.join(here, 'cases'))) {
      const remedy = loadRemedy(category.contract, category.store);
      let right = 0;
      for (const each of category.cases) {
        const { kind, complaints } = await runCase(each, remedy);
        if (kind === 'as-expected') right++;
        else {
          failed.push({ category: category.name, title: each.title, line: each.line });
          details.push(`cases/${category.name}/cases.txt:${each.line}: ${each.title}\n${complaints.join('\n')}`);
        }
      }
      const toEscalate = category.cases.filter(({ escalates }) => escalates.length > 0).length;
      rows.push([category.name, category.cases.length, toEscalate, right]);
      total += category.cases.length;
      escalating += toEscalate;
    }
    const right = total - failed.length;
    rows.push(['total', total, escalating, right]);
    return {
      table: { header: ['category', 'cases', 'escalating', 'as expected'], rows },
      targets: [
        {
          claim: 'cases as expected: all',
          measured: `${right}/${total} (${percent(right, total)})`,
          holds: right === total,
        },
      ],
      data: { total, escalating, right, failed },
      details,
    };
  },
};
