import type { SpeakersOf } from '../engine/inspection/prescan.js';
import type { Within } from '../model/bounded.js';
import type { Packages } from '../model/fix-site.js';
import type { TypeOracle } from '../model/type-oracle.js';
import type { Violation } from '../model/violation.js';
import type { TypeChecker } from '../semantics/types/type-checker.js';
import type { Gate, YamlErrors } from './gates/gate.js';
import type { Person } from './person/person.js';
import type { Proposer, ProposerContext } from './proposers/candidate.js';

/** How fixes are found and judged: the same for every site of a file. Proposers are shown only their part of it. */
export interface HealContext extends ProposerContext {
  readonly proposers: readonly Proposer[];
  readonly gates: readonly Gate[];
  /** Whether a person rejected a fix at the place of a violation. */
  readonly isRejected?: ((violation: Violation) => boolean) | undefined;
  /** Breaks off rules that take too long on a text. */
  readonly within?: Within | undefined;
  /** Spares rules that have nothing to say of a text. */
  readonly speakersOf?: SpeakersOf | undefined;
  /** Answers conditions about types; without it such fixes are refused. */
  readonly types?: TypeOracle | undefined;
  readonly packages?: Packages | undefined;
  readonly typeChecker?: TypeChecker | undefined;
  readonly yamlErrors?: YamlErrors | undefined;
  /** Decides about each fix; the gates alone do where nobody is there. */
  readonly person?: Person | undefined;
}
