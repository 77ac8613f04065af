// Goes ahead over many files, cheaply, and notes which checks will have something to say of each. It judges nothing:
// what it cannot tell for sure is left to be judged in full.
import type { Foresight, Scout, Speaker, Word } from '../engine/scout.js';
import type { Within } from '../model/bounded.js';
import type { Check } from '../model/contract.js';
import type { SourceTree } from '../platform/source-tree.js';
import { planScan, type ScanPlan } from '../prefilter/plan-scan.js';
import { openSieve } from '../prefilter/sieve.js';
import { lookAhead, type Sight } from './look-ahead.js';
import { type ScoutBrief, scoutJob } from './scout-job.js';

export interface ScoutRequest {
  readonly readBytes: NonNullable<SourceTree['readBytes']>;
  readonly within: Within;
  readonly plan?: (patterns: readonly RegExp[]) => ScanPlan;
}

/** For fewer files the plan costs more than it saves. */
const FEW_FILES = 64;

export function scoutWith({ readBytes, within, plan = planScan }: ScoutRequest): Scout {
  return (files, rulesOf) => {
    if (files.length < FEW_FILES) return null;
    const brief = scoutJob(files, rulesOf);
    if (brief === null) return null;
    const sights = new Map<number, Sight>();
    const ahead = lookAhead({
      sieve: openSieve(brief.patterns, plan(brief.patterns)),
      readBytes,
      within,
      tell: (place, sight) => sights.set(place, sight),
    });
    for (let place = 0; place < files.length; place++) {
      ahead.file(place, files[place] ?? '', brief.asked[brief.groups[place] ?? 0] ?? new Uint8Array());
    }
    ahead.end();
    return foresightOf(brief, sights);
  };
}

const SILENT: Word = { kind: 'silent' };

function foresightOf({ files, checks, groups, loud }: ScoutBrief, sights: ReadonlyMap<number, Sight>): Foresight {
  let next = 0;
  let last = 0;
  const wordAt = (place: number): Word | null => {
    const sight = sights.get(place) ?? [];
    const always = loud[groups[place] ?? 0] ?? [];
    if (sight === 'unknown') return null;
    if (sight.length + always.length === 0 && !sights.has(place)) return SILENT;
    const speaking = new Set<Check>([...always, ...sight.flatMap((index) => checks[index] ?? [])]);
    return { kind: 'speaks', file: files[place] ?? '', checks: speaking };
  };
  return {
    wordOf(file) {
      while (next < files.length && files[next] !== file) next++;
      if (next === files.length) return null;
      last = next++;
      return wordAt(last);
    },
    speakers(most) {
      const speakers: Speaker[] = [];
      for (let place = last; place < files.length && speakers.length < most; place++) {
        const word = wordAt(place);
        if (word?.kind === 'speaks') speakers.push(word);
      }
      return speakers;
    },
  };
}
