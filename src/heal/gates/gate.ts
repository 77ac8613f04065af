import { contentHash } from '../../model/content-hash.js';
import type { Rule } from '../../model/contract.js';
import type { Edit } from '../../model/edit.js';
import type { FixSite } from '../../model/fix-site.js';
import type { AttemptOutcome } from '../../model/heal-result.js';
import type { TypeChecker } from '../../semantics/types/type-checker.js';
import type { Look } from '../look.js';
import type { Candidate } from '../proposers/candidate.js';
import type { Site } from '../site/site.js';

/** Fixes applied to a text in memory, waiting for judgement: one, or several of one file that do not touch each other. */
export interface Trial {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly parts: readonly [Part, ...Part[]];
  /** The edits of all parts, each once, in order, in the offsets of `before`. */
  readonly edits: readonly Edit[];
  /** Every text this file has had in this run, the first one first. */
  readonly history: readonly Step[];
  /** Every rule that covers the file. */
  readonly rules: readonly Rule[];
  look(text: string): Look;
  /** Absent where types are not to be checked. */
  readonly typeChecker?: TypeChecker | undefined;
  /** Absent where YAML is not to be read. */
  readonly yamlErrors?: YamlErrors | undefined;
}

/** What is wrong with the syntax of a YAML text, a message each. */
export type YamlErrors = (text: string) => readonly string[];

/** What one fix of a trial does, and for whom. */
export interface Part {
  readonly site: Site;
  /** The match that was healed through, as the fix saw it. */
  readonly through: FixSite;
  readonly candidate: Candidate;
  readonly edits: readonly Edit[];
}

/** A text of the file, and the rules whose fixes led to it. */
export interface Step {
  readonly textHash: string;
  readonly ruleIds: readonly string[];
}

export function stepOf(text: string, ruleIds: readonly string[]): Step {
  return { textHash: contentHash(text, false), ruleIds };
}

export interface Objection {
  readonly outcome: Exclude<AttemptOutcome, 'kept'>;
  /** One sentence, with the evidence. */
  readonly detail: string;
  /** The lines of the new text that show it, 1-based; absent where none does. */
  readonly lines?: readonly number[] | undefined;
  /** Of several fixes those that would get this objection by themselves, too, each with what is said of it. */
  readonly blamed?: ReadonlyMap<Part, string> | undefined;
}

/** A reason to drop a fix that makes the violation go away. Asked in memory, before anything is written. */
export interface Gate {
  /** Shown as the gate that said no. */
  readonly name: string;
  /** Whether its objections to several fixes may say which of them are to blame: see `Objection.blamed`. */
  readonly blames?: true;
  /** Null when the fixes may pass. */
  judge(trial: Trial): Objection | null | Promise<Objection | null>;
}

/** The rules whose violations a trial mends, each once. */
export function rulesOf({ parts }: Pick<Trial, 'parts'>): readonly Rule[] {
  return [...new Set(parts.map(({ site }) => site.rule))];
}
