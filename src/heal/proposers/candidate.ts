import type { HealConfig } from '../../model/config.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import type { FixAnswer, FixInstruction, FixSite } from '../../model/fix-site.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import type { Standing } from '../../pattern-store/trust/standing.js';
import type { Agent } from '../agent/agent.js';
import type { Settles } from './settles.js';

/** One way to mend a site. */
export interface Candidate {
  /** `pattern:<id>`, `auto_fix`, `example` or `agent`. */
  readonly source: string;
  /** The stored pattern behind it, with its standing today; null for what the contract itself says. */
  readonly pattern: { readonly stored: FixPattern; readonly standing: Standing } | null;
  /** Why it may only be suggested, as a clause; null when it may be applied. */
  readonly onlySuggested: string | null;
  /** What it looks for in a text by itself, apart from the rule; null where the rule alone triggers it. */
  readonly trigger: RegExp | null;
  fix(site: FixSite): FixAnswer | Promise<FixAnswer>;
  /** Another try after this one was refused or a gate objected to it, one sentence; null where it has none. */
  readonly retry?: (objection: string) => Candidate | null;
  /** Whether what the fix looks for comes to its end on another text of the file; absent where it looks for nothing. */
  readonly settles?: (text: string) => boolean;
  /** What `fix` carries out, where it is an instruction: those of one text can be carried out at once. */
  readonly instruction: FixInstruction | null;
}

/** What proposers may know besides the site. */
export interface ProposerContext {
  readonly patterns: readonly FixPattern[];
  readonly config: HealConfig;
  /** ISO date. */
  readonly today: string;
  /** Hides the secrets of the files from whoever is shown their text. */
  readonly mask?: SecretMask | undefined;
  /** Asked last, for what nothing else mends. */
  readonly agent?: Agent | undefined;
  /** Asked of the regular expressions that stored patterns and contracts bring along. */
  readonly settles: Settles;
}

export type Proposer = (site: FixSite, context: ProposerContext) => readonly Candidate[];
