import { makePen } from '../mutations/pen.js';
import { judgeProgram } from '../programs/judge-program.js';
import { makeProgram } from '../programs/make-program.js';
import { makeRemedies } from '../programs/make-remedies.js';
import { type Options, type Part, percent } from './part.js';

const CONTRACTS = 8;

export const programsPart: Part = {
  name: 'programs',
  summary: 'generated programs, healed under exchanges that are right in some places, and run before and after',
  async run({ seed, programs, say }: Options) {
    const sum = { violations: 0, healed: 0, differing: 0 };
    const details: string[] = [];
    const remedies = makeRemedies(CONTRACTS);
    // What a program leaves unawaited is its own affair, before as after.
    const ignore = (): void => undefined;
    process.on('unhandledRejection', ignore);
    for (let index = 0; index < programs; index++) {
      const own = seed * 100_000 + index;
      const program = makeProgram(makePen(own));
      for (const remedy of remedies) {
        const { violations, healed, differences } = await judgeProgram(program, remedy, makePen(own));
        sum.violations += violations;
        sum.healed += healed;
        sum.differing += differences.length;
        details.push(...differences.map((text) => `program ${own}\n${text}`));
      }
      if (index % 100 === 99) say(`programs: ${index + 1} of ${programs}, ${sum.healed} fixes`);
    }
    process.off('unhandledRejection', ignore);
    return {
      table: {
        header: ['programs', 'contracts', 'violations', 'healed', 'escalated', 'functions that behave differently'],
        rows: [[programs, CONTRACTS, sum.violations, sum.healed, sum.violations - sum.healed, sum.differing]],
      },
      targets: [
        {
          claim: 'functions that behave differently: none',
          measured: `${sum.differing} (of ${sum.healed} fixes ${percent(sum.differing, sum.healed)})`,
          holds: sum.differing === 0,
        },
      ],
      data: { seed, programs, contracts: CONTRACTS, ...sum },
      details,
    };
  },
};
