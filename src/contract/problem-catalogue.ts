import type { GlobMistake } from '../globs/check-glob.js';
import type { Problem } from '../model/problem.js';
import { nearestName } from '../model/suggest.js';

/**
 * Every mistake a contract can hold: its code, what is wrong, and what to write instead. Placing it in
 * a file is left to `ContractSource`.
 */
export interface Complaint {
  readonly code: string;
  readonly severity?: Problem['severity'];
  readonly message: string;
  readonly help: string | null;
}

/** Text as YAML takes it literally, whatever it holds. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** User text for a message: one line, not too long. */
export function excerpt(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 80 || line.length < text.length ? `${line.slice(0, 79)}…` : line;
}

function didYouMean(written: string, known: Iterable<string>): string | null {
  const near = nearestName(written, known);
  return near === null ? null : `Did you mean \`${near}\`?`;
}

const SINGLE_QUOTES = 'Single quotes keep every character as it is; a quote inside is doubled.';

export const complaints = {
  // The file
  unreadable: (detail: string): Complaint => ({
    code: 'contract/unreadable',
    message: `The contract cannot be read: ${detail}.`,
    help: 'Make it a readable UTF-8 file, or leave it out with the `contracts` globs in .specflow/config.json.',
  }),
  tooBig: (detail: string): Complaint => ({
    code: 'contract/too-big',
    message: `The contract is too large to load: ${detail}.`,
    help: 'Split it into several contract files.',
  }),
  notFound: (glob: string): Complaint => ({
    code: 'contract/not-found',
    message: `The contract file \`${excerpt(glob)}\` does not exist.`,
    help: 'Correct the path under `contracts` in .specflow/config.json.',
  }),
  linkedFolder: (what: string): Complaint => ({
    code: 'contract/linked-folder',
    message: `No contract is read through this link to a folder, and ${what} ${what.startsWith('1 ') ? 'lies' : 'lie'} behind it.`,
    help: 'Name the link under `contracts` in .specflow/config.json, with globs for what is behind it, or exclude it there with `!`.',
  }),
  unrecognised: (keys: readonly string[], known: readonly string[]): Complaint => {
    const near = keys.flatMap((key) => nearestName(key, known) ?? [])[0];
    const found = keys.length > 0 ? `its keys are ${keys.slice(0, 5).map(code).join(', ')}` : 'it holds no keys';
    return {
      code: 'contract/unrecognised',
      message: `This file is not a contract: ${found}.`,
      help: `${near ? `Did you mean \`${near}\`? ` : ''}A contract has \`contract_meta\` and \`rules\`, or \`journey_meta\`. Leave other files out with the \`contracts\` globs in .specflow/config.json.`,
    };
  },
  fragment: (key: string): Complaint => ({
    code: 'contract/fragment',
    message: `\`${key}\` stands alone: without a rule around it there is no id to report and no scope to search.`,
    help: `Put it under a rule: rules: { non_negotiable: [ { id: AREA-001, title: …, scope: ["src/**"], behavior: { … } } ] }`,
  }),
  empty: (): Complaint => ({
    code: 'contract/empty',
    message: 'The contract file is empty.',
    help: 'Write `contract_meta` and `rules`, or delete the file. `specflow init` writes starter contracts.',
  }),

  // YAML
  yaml: (reason: string): Complaint => ({
    code: 'contract/yaml',
    message: `The YAML cannot be read: ${reason}.`,
    help: 'Correct the line; a value with special characters is safest in single quotes.',
  }),
  yamlColon: (value: string): Complaint => ({
    code: 'contract/yaml-colon',
    message: 'YAML reads `: ` inside an unquoted value as a nested key.',
    help: `Quote the value: ${quoted(value)}. ${SINGLE_QUOTES}`,
  }),
  yamlEscape: (written: string, asSingle: string): Complaint => ({
    code: 'contract/yaml-escape',
    message: `Inside double quotes YAML reads \`${written}\` as an escape of its own, so the backslash never reaches the regular expression.`,
    help: `Use single quotes: ${asSingle}. ${SINGLE_QUOTES}`,
  }),
  yamlTag: (value: string): Complaint => ({
    code: 'contract/yaml-tag',
    message: `YAML reads an unquoted \`!\` as a tag, so \`${excerpt(value)}\` is not the text it looks like.`,
    help: `Quote it: ${quoted(value)}`,
  }),
  yamlAlias: (value: string): Complaint => ({
    code: 'contract/yaml-alias',
    message: `YAML reads an unquoted \`*\` as an alias, and no anchor has the name that follows in \`${excerpt(value)}\`.`,
    help: `Quote it: ${quoted(value)}`,
  }),
  yamlReserved: (character: string, value: string): Complaint => ({
    code: 'contract/yaml-reserved',
    message: `An unquoted value cannot start with \`${character}\`: YAML gives that character a meaning of its own.`,
    help: `Quote the value: ${quoted(value)}. ${SINGLE_QUOTES}`,
  }),
  yamlFlow: (text: string): Complaint => ({
    code: 'contract/yaml-flow',
    message: `Inside \`[ … ]\` and \`{ … }\` YAML takes brackets, braces and commas for its own, so \`${excerpt(text)}\` falls apart.`,
    help: `Quote it: ${quoted(text)}. ${SINGLE_QUOTES}`,
  }),
  yamlQuote: (): Complaint => ({
    code: 'contract/yaml-quote',
    message: 'The YAML cannot be read: the quote that opens here is never closed.',
    help: `Close it, or double it if it belongs to the text: ${quoted("it's")}`,
  }),
  yamlTab: (): Complaint => ({
    code: 'contract/yaml-tab',
    message: 'The line is indented with a tab; YAML allows only spaces there.',
    help: 'Replace the tab with spaces.',
  }),
  yamlDirective: (directive: string): Complaint => ({
    code: 'contract/yaml-directive',
    message: `The directive \`${excerpt(directive)}\` is not supported: contracts are plain YAML 1.2.`,
    help: 'Delete the directive.',
  }),
  yamlDocuments: (): Complaint => ({
    code: 'contract/yaml-documents',
    message: 'A second YAML document starts here; a contract file holds one.',
    help: 'Delete the `---` or `...`, or move what follows into a file of its own.',
  }),
  yamlMerge: (): Complaint => ({
    code: 'contract/yaml-merge',
    message: 'Merge keys (`<<`) are not part of YAML 1.2 and are not followed.',
    help: 'Write the shared fields out, or alias a whole value: `scope: *sources`.',
  }),
  yamlKey: (): Complaint => ({
    code: 'contract/yaml-key',
    message: 'A key must be plain text, not a list, a mapping, an alias or nothing.',
    help: 'Write the key as a word.',
  }),
  yamlPrototype: (key: string): Complaint => ({
    code: 'contract/yaml-prototype',
    message: `The key \`${key}\` is refused: it has a meaning inside JavaScript objects.`,
    help: 'Choose another key.',
  }),
  yamlCircle: (name: string): Complaint => ({
    code: 'contract/yaml-circle',
    message: `The alias \`*${excerpt(name)}\` stands inside its own anchor, which would never end.`,
    help: 'Write the value out, or move the anchor.',
  }),
  yamlAliasBomb: (limit: number): Complaint => ({
    code: 'contract/yaml-alias-bomb',
    message: `Following this alias makes the contract grow beyond ${limit} values.`,
    help: 'Write out fewer aliases of aliases.',
  }),
  yamlDeep: (limit: number): Complaint => ({
    code: 'contract/yaml-deep',
    message: `The contract is nested more than ${limit} levels deep.`,
    help: 'Flatten it; a contract needs about eight levels.',
  }),
  duplicateKey: (key: string, firstLine: number): Complaint => ({
    code: 'contract/duplicate-key',
    message: `The key \`${excerpt(key)}\` is already on line ${firstLine}; only one of the two could count.`,
    help: 'Merge the two, or rename one.',
  }),

  // The shape
  shape: (message: string, help: string | null): Complaint => ({ code: 'contract/shape', message, help }),
  unknownKey: (key: string, near: string, severity: Problem['severity']): Complaint => ({
    code: 'contract/unknown-key',
    severity,
    message: `Nobody reads the key \`${excerpt(key)}\`.`,
    help: `Did you mean \`${near}\`?`,
  }),
  idleFixKey: (key: string): Complaint => ({
    code: 'contract/unknown-key',
    severity: 'warning',
    message: `Nobody reads the key \`${excerpt(key)}\`, and nothing else in this auto_fix says how to mend.`,
    help: 'Say it by `wrap_pattern`, by `find` and `replace`, by `text` or by `import_line`, as the strategy has it.',
  }),
  missingContractId: (used: string): Complaint => ({
    code: 'contract/missing-id',
    severity: 'warning',
    message: `The contract has no id; it is called \`${excerpt(used)}\` after its file.`,
    help: `Add contract_meta: { id: ${used}, version: 1 }`,
  }),
  missingRuleId: (): Complaint => ({
    code: 'rule/missing-id',
    message: 'The rule has no `id`, so nothing could name it in a report, a waiver or a suppression.',
    help: 'Add an id such as `id: SEC-001`.',
  }),
  unknownSeverity: (written: string, known: readonly string[], counted: string): Complaint => ({
    code: 'rule/unknown-severity',
    severity: 'warning',
    message: `The severity \`${excerpt(written)}\` says nothing here; the rule counts as ${counted === 'error' ? 'an error' : 'a warning'}.`,
    help: didYouMean(written, known) ?? `Write one of ${known.map(code).join(', ')}.`,
  }),
  duplicateRule: (id: string, place: string): Complaint => ({
    code: 'contract/duplicate-id',
    message: `The rule id \`${excerpt(id)}\` is already taken at ${place}; this rule is left out.`,
    help: 'Give one of the two another id.',
  }),
  duplicateContract: (id: string, file: string): Complaint => ({
    code: 'contract/duplicate-id',
    message: `The contract id \`${excerpt(id)}\` is already taken by ${file}; this contract is left out.`,
    help: 'Give one of the two another `contract_meta.id`.',
  }),

  // Scope
  missingScope: (): Complaint => ({
    code: 'rule/missing-scope',
    message: 'The rule has patterns but no `scope`, and its contract has none to inherit.',
    help: 'Say which files it covers, such as scope: ["src/**/*.ts", "!**/*.test.*"]',
  }),
  mixedScopes: (): Complaint => ({
    code: 'rule/mixed-scopes',
    message: 'The patterns of this rule name different files with `in_files`; a rule has one scope.',
    help: 'Split the rule, one id for each `in_files`.',
  }),
  emptyScope: (): Complaint => ({
    code: 'scope/no-globs',
    message: 'The scope names no files.',
    help: 'List at least one glob, such as scope: ["src/**/*.ts"]',
  }),
  onlyExclusions: (): Complaint => ({
    code: 'scope/only-exclusions',
    message: 'Every glob of this scope starts with `!`, so nothing is ever selected.',
    help: 'Start with what to include, such as "**/*", and exclude after it.',
  }),
  glob: (glob: string, { reason, help }: GlobMistake): Complaint => ({
    code: 'scope/glob',
    message: `The glob \`${excerpt(glob)}\` ${reason}.`,
    help,
  }),

  // Patterns
  patternCut: (written: string, whole: string): Complaint => ({
    code: 'pattern/cut-by-comment',
    message: `The pattern \`${excerpt(written)}\` opens with a slash and never closes it: YAML took everything from \`#\` on as a comment.`,
    help: `Quote the pattern: ${quoted(whole)}. ${SINGLE_QUOTES}`,
  }),
  patternCutByComma: (written: string, whole: string): Complaint => ({
    code: 'pattern/cut-by-comma',
    message: `The pattern \`${excerpt(written)}\` opens with a slash and never closes it: inside \`[ … ]\` and \`{ … }\` YAML ends a value at a comma.`,
    help: `Quote the pattern: ${quoted(whole)}. ${SINGLE_QUOTES}`,
  }),
  patternIsComment: (comment: string): Complaint => ({
    code: 'pattern/cut-by-comment',
    message: `There is no pattern here: YAML took \`${excerpt(comment)}\` for a comment.`,
    help: `Quote the pattern: ${quoted(comment)}. ${SINGLE_QUOTES}`,
  }),
  patternIsAnchor: (anchor: string, whole: string): Complaint => ({
    code: 'pattern/cut-by-anchor',
    message: `YAML took \`${excerpt(anchor)}\` for the name of an anchor, so the pattern is only what follows it.`,
    help: `Quote the pattern: ${quoted(whole)}. ${SINGLE_QUOTES}`,
  }),
  patternUnclosed: (written: string): Complaint => ({
    code: 'pattern/unclosed',
    message: `The pattern \`${excerpt(written)}\` opens with a slash and never closes it.`,
    help: `Close it: ${quoted(`${written}/`)}. To match a slash itself, write ${quoted(`/${written.replaceAll('/', '\\/')}/`)}.`,
  }),
  patternFlags: (flag: string, reason: string): Complaint => ({
    code: 'pattern/flags',
    message: `The flag \`${flag}\` cannot be used on a pattern: ${reason}.`,
    help: 'The flags a pattern may have are `i` (any case), `m` (^ and $ at each line) and `s` (. matches line ends).',
  }),
  patternNotFlags: (written: string, flags: string): Complaint => ({
    code: 'pattern/flags',
    message: `The pattern \`${excerpt(written)}\` ends in \`/${excerpt(flags)}\`, and these are not flags.`,
    help: `The flags a pattern may have are \`i\`, \`m\` and \`s\`. To match the slashes themselves, write ${quoted(`/${written.replaceAll('/', '\\/')}/`)}.`,
  }),
  patternEmpty: (): Complaint => ({
    code: 'pattern/empty',
    message: 'The pattern is empty.',
    help: 'Write a regular expression, such as /\\beval\\s*\\(/',
  }),
  patternInvalid: (written: string, reason: string): Complaint => ({
    code: 'pattern/invalid',
    message: `JavaScript refuses the pattern \`${excerpt(written)}\`: ${reason}.`,
    help: 'Patterns are JavaScript regular expressions; put a backslash before a special character that is meant literally.',
  }),
  patternAround: (written: string): Complaint => ({
    code: 'pattern/unclosed',
    message: `The pattern ${JSON.stringify(excerpt(written))} has white space before or behind its slashes, so they would not count as such.`,
    help: `Write ${quoted(written.trim())}; of a YAML block \`|\` leave the last line end away with \`|-\`.`,
  }),
  patternLineEnd: (written: string): Complaint => ({
    code: 'pattern/line-end',
    message: `The pattern ${JSON.stringify(excerpt(written))} ends in the line end that a YAML block adds, and would have to match it.`,
    help: 'Write `|-` (or `>-`) in place of `|`, or the pattern on one line. For a line end write \\n.',
  }),
  patternDeadAnchor: (anchor: string, column: number, beside: string, isLine: boolean): Complaint => ({
    code: 'pattern/never-matches',
    message: `\`${anchor}\` (character ${column} of the pattern) is the ${anchor === '$' ? 'end' : 'start'} of ${isLine ? 'a line' : 'the text'}, and \`${excerpt(beside)}\` cannot ${anchor === '$' ? 'follow it' : 'come before it'}, so nothing ever matches there.`,
    help: `Write \\${anchor} for the character itself.${isLine ? '' : ' With the flag `m` it means the lines.'}`,
  }),
  patternForeign: (found: string, column: number, meaning: string, instead: string): Complaint => ({
    code: 'pattern/foreign-syntax',
    message: `\`${excerpt(found)}\` (character ${column} of the pattern) comes from another regex dialect: ${meaning}.`,
    help: instead,
  }),
  patternEscape: (written: string, asSingle: string): Complaint => ({
    code: 'pattern/double-quoted-escape',
    message: `Inside double quotes YAML turns \`${written}\` into another character before the regular expression sees it.`,
    help: `Use single quotes: ${asSingle}. ${SINGLE_QUOTES}`,
  }),
  patternMatchesEverywhere: (written: string): Complaint => ({
    code: 'pattern/matches-everywhere',
    message: `The forbidden pattern \`${excerpt(written)}\` matches the empty string, so every position of every file would violate it.`,
    help: 'Make it require at least one character: `+` instead of `*`, or no `?` around the whole.',
  }),
  patternOnlyPositions: (written: string): Complaint => ({
    code: 'pattern/matches-no-text',
    message: `The forbidden pattern \`${excerpt(written)}\` consists of anchors and lookarounds, so what it matches has no text that could be shown or mended.`,
    help: 'Let it match the text that is wrong. To demand that something is there, use `required_patterns`.',
  }),
  patternAlwaysFound: (written: string): Complaint => ({
    code: 'pattern/always-found',
    message: `The required pattern \`${excerpt(written)}\` matches the empty string, so it is found in every file and the rule can never fail.`,
    help: 'Make it require what must be there: `+` instead of `*`, or no `?` around the whole.',
  }),
  patternHuge: (limit: number): Complaint => ({
    code: 'pattern/too-long',
    message: `The pattern is longer than ${limit} characters.`,
    help: 'Split it into several patterns.',
  }),
  host: (host: string, instead: string | null): Complaint => ({
    code: 'domain/host',
    message: `\`${excerpt(host)}\` is not a host name.`,
    help: instead
      ? `Write the host alone: ${quoted(instead)}`
      : 'Write a host such as example.com, localhost:3000, or *.example.com for all below it.',
  }),

  // auto_fix
  placeholder: (written: string, known: readonly string[]): Complaint => ({
    code: 'auto-fix/placeholder',
    message: `The template uses \`\${${excerpt(written)}}\`, which stands for nothing here.`,
    help: /^\$(?:\d|<)/.test(written)
      ? `Write \`${written}\` for the group of \`find\` alone, and \`$\${${written}}\` for code that is a template around it.`
      : `${didYouMean(written, known) ?? ''} Placeholders are ${known.map((name) => `\${${name}}`).join(', ')}; a number or a name stands for a group of the pattern, and $\${…} for code that is a template itself.`.trim(),
  }),
  importLine: (written: string): Complaint => ({
    code: 'auto-fix/import-line',
    message: `\`import_line\` uses \`${excerpt(written)}\`, which stands for nothing here.`,
    help: 'The one placeholder in it is the project root, with a slash after it: import { log } from "${ROOT}/src/log.js"',
  }),
  plainFind: (written: string, asPlain: string): Complaint => ({
    code: 'auto-fix/plain-find',
    severity: 'warning',
    message: `\`find\` has no slashes around it, so \`${excerpt(written)}\` is looked for as it stands, backslashes included.`,
    help: `Write \`/${excerpt(written)}/\` for a regular expression; \`${excerpt(asPlain)}\` means these very characters.`,
  }),
  replaceGroup: (written: string): Complaint => ({
    code: 'auto-fix/replace-group',
    message: `\`replace\` uses \`${excerpt(written)}\`, but \`find\` has no such group.`,
    help: 'Write `find` as /regex/ with that group, or remove the reference.',
  }),
  target: (written: string, groups: readonly string[]): Complaint => ({
    code: 'auto-fix/target',
    message: `The fix target \`${excerpt(written)}\` is neither \`match\`, \`value\`, nor a group of the pattern.`,
    help: didYouMean(written, ['match', 'value', ...groups]),
  }),
  anchor: (written: string): Complaint => ({
    code: 'auto-fix/anchor',
    message: `There is no anchor \`${excerpt(written)}\`.`,
    help: 'Choose `top`, `after_imports`, `end`, `before:/regex/` or `after:/regex/`.',
  }),
  incompleteFix: (strategy: string, needs: string): Complaint => ({
    code: 'auto-fix/incomplete',
    message: `An auto_fix that should \`${strategy}\` ${needs}.`,
    help: 'Complete it, or keep only `strategy` and `hint`: a hint is shown to people and agents.',
  }),
  condition: (written: string, known: readonly string[]): Complaint => ({
    code: 'auto-fix/condition',
    message: `\`when\` names the condition \`${excerpt(written)}\`, which does not exist.`,
    help: didYouMean(written, known) ?? `Conditions are ${known.map(code).join(', ')}.`,
  }),
  conditionArgument: (
    name: string,
    written: string | null,
    allowed: readonly string[] | 'any' | 'none',
  ): Complaint => ({
    code: 'auto-fix/condition-argument',
    message:
      written === null
        ? `The condition \`${name}\` needs a value.`
        : `The condition \`${name}\` does not take the value \`${excerpt(written)}\`.`,
    help:
      allowed === 'none'
        ? `Write \`${name}\` alone.`
        : allowed === 'any'
          ? `Write \`${name}: …\` with a value.`
          : (didYouMean(written ?? '', allowed) ??
            `Write ${allowed.map((value) => `\`${name}: ${value}\``).join(' or ')}.`),
  }),
} as const;

function code(word: string): string {
  return `\`${excerpt(word)}\``;
}
