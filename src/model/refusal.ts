import type { ConditionName } from './condition.js';

/** The conditions every fix is asked for, by the name an escalation shows. */
const PRECONDITIONS = {
  // The file.
  'language-not-understood':
    'Without syntax only an explicit slot is edited: a named group, find/replace, or an anchor.',
  'file-parses': 'A file with syntax errors is not edited.',
  'generated-file': 'A generated file is mended at its source.',
  'declaration-file': 'A declaration file describes code that is elsewhere.',
  'commonjs-file': 'An import line does not belong in a CommonJS file.',
  'module-file': 'A require line does not belong in an ES module.',
  'client-or-server': 'A file is for the client or for the server, not for both.',
  'module-installed': 'What the import names is there: as a file, or by a package.json or folder of packages.',
  'no-import-cycle': 'What is imported does not import this file in turn.',
  'node-version': 'Every version of Node that package.json lets in knows what is written.',
  'compiler-version': 'The version of TypeScript that the project has knows what is written.',
  'module-kind-unknown': 'Nothing tells whether the file is an ES module or a script.',
  // The place.
  'position-is-code': 'The violation stands in code, not in a comment, string, type or decorator.',
  'not-suppressed': 'No comment above asks to overlook the line; where the rule does not let it, a person decides.',
  'auto-fix-unchanged': 'The contract still says what a pattern was learnt from.',
  'pattern-matches': 'A stored pattern matches exactly once at the violation.',
  'match-is-whole': 'The match covers what is to be edited, not a part of it.',
  // The instruction.
  'instruction-executable': 'The instruction says what to do, not only a hint.',
  'placeholder-known': 'Every placeholder of the template has a value here.',
  'name-known': 'The value belongs to something with a name.',
  'template-is-expression': 'What takes the place of a value is one expression.',
  'template-has-hole': 'A wrapping template says where the wrapped code goes.',
  'find-found-nothing': 'What is to be found is there.',
  'regex-in-time': 'The regular expressions of the fix come to their end on the text.',
  'anchor-unique': 'The anchor is found exactly once, in code.',
  'keeps-head': 'What has to come first in the file stays first.',
  'line-is-whole': 'What is inserted stands between two lines, not inside one that goes on.',
  reachable: 'What is inserted can run.',
  'not-there-otherwise': 'What is inserted is not there already with other settings.',
  'no-change': 'The fix changes the text.',
  // The value slot.
  'slot-unique': 'Exactly one value can be meant.',
  'slot-is-value': 'The slot is the whole value of what matched.',
  'slot-is-type': 'The slot is a value, not a type.',
  'slot-is-default': 'The slot is not a default that callers may override.',
  'slot-is-enum-member': 'The slot is not an enum member.',
  'slot-is-key': 'The slot is a value, not a key.',
  'slot-is-case-label': 'The slot is not a case label.',
  'slot-is-module-name': 'The slot is not the name of a module.',
  'value-spells-name': 'The string is a secret or a setting, not a label that spells the name it goes by.',
  'value-is-secret': 'The value of a secret may be one, and is no label, selector or gap to be filled in.',
  'value-is-itself': 'The value is not set to itself.',
  'slot-is-constant': 'The slot is a constant string, not a template with expressions.',
  'literal-is-operand': 'The literal is a whole value, not part of a larger expression.',
  'const-assertion': 'The literal is not under `as const`, which accepts literals only.',
  'literal-type': 'The declared type of the value takes any text, not that literal only.',
  ambient: 'The declaration has a run-time value.',
  // Wrapping.
  'already-wrapped': 'The expression is not wrapped that way yet.',
  'await-ambiguous': 'It is clear whether the promise or its result is to be wrapped.',
  'keeps-context': 'The wrapped code keeps its `this`, `arguments`, `yield` and `await`.',
  // Removing.
  'statement-removable': 'What is removed is a statement or list element that can stand alone.',
  'value-used': 'Nobody uses the value of what is removed.',
  'argument-pure': 'The removed code has no effect besides the one that is forbidden.',
  'sole-body': 'What is removed is not the whole body of a branch, loop or function.',
  'asi-hazard': 'The lines around do not run together without a semicolon.',
  labelled: 'The statement has no label.',
  'still-referenced': 'Nothing else uses the removed name.',
  'shifts-positions': 'No other element changes its position or meaning.',
  'comment-keeps-line': 'A comment that tells a tool to overlook what follows speaks of the same code afterwards.',
  // Names.
  'name-taken': 'The name is free where it is brought in.',
  'name-shadowed': 'The name means the same where it is used.',
  'name-unbound': 'Every name the fix uses is defined.',
  'import-is-self': 'A file does not import what it declares itself.',
  'unused-import': 'What is imported is used.',
  // Agents.
  'agent-answer': 'The agent answered with one block of edits that can be read in one way.',
  'agent-reach': 'The agent changes only the statement that holds the violation, and imports.',
  // Meaning.
  'edit-bounded': 'The edit changes one piece of syntax and leaves everything around it as it was.',
  'result-parses': 'The result parses.',
  'value-may-be-markup': 'The value is plain text, so setting it as text shows the same.',
  'null-comparison': 'The comparison does not rely on null and undefined being equal.',
  'same-operand-types': 'Both operands are known to be of one primitive type.',
  'same-arguments': 'The new function takes the same arguments in the same meaning.',
  'same-result': 'Who uses the code gets the same kind of thing from it.',
  'truth-only': 'What is no boolean any more is only asked whether it is true.',
  'keeps-narrowing': 'What a test tells the compiler of a value is still told.',
  constructs: 'What stands behind `new` can be constructed.',
  'variable-scope': 'The variable means the same when its scope is the block.',
  'address-elsewhere':
    'An address whose scheme is exchanged is one that somebody opens, and that speaks the other as well.',
  'hook-order': 'A hook is called by a component or another hook, in the same order each time, and sees new values.',
  'strict-mode': 'The code means the same in strict mode.',
  'only-read': 'What is exchanged is read, not set or deleted.',
  'holds-members': 'What is given a member can hold one.',
  'number-used': 'What a number is used for can use what takes its place.',
  'typeof-guard': 'A name that may not be defined is only asked for by typeof.',
  'read-from-source': 'What tools read off the source without running it, or move, stays what they can read.',
  'no-purpose-said': 'No comment beside the code says that it is so on purpose.',
  'nullish-only': 'The left side is never an empty string, 0 or false.',
} as const;

type Precondition = keyof typeof PRECONDITIONS;

/** A fix that was not made: the condition that failed, and one sentence why. */
export interface Refusal {
  readonly kind: 'refused';
  readonly condition: Precondition | ConditionName;
  readonly detail: string;
}

export function refuse(condition: Refusal['condition'], detail: string): Refusal {
  return { kind: 'refused', condition, detail };
}

export function isRefusal<T extends object>(value: T | Refusal | null): value is Refusal {
  return value !== null && 'kind' in value && value.kind === 'refused';
}
