import { type Fields, fieldsOf, isFields, jsonObjectIn, lineOf, listOf, textOf } from './json.js';
import { distinctMentions, type Mention, type OutputReader } from './mention.js';

/** SARIF 2.1.0 of any tool; rules that no contract has are told apart later. */
export const sarif: OutputReader = {
  name: 'SARIF',
  read(text) {
    const runs = jsonObjectIn(text)?.runs;
    if (!Array.isArray(runs) || !runs.every(isFields)) return null;
    return distinctMentions(
      runs.flatMap(({ results }) => listOf(results).map(fieldsOf).filter(isFailure).map(mentionOf)),
    );
  },
};

/** Suppressed results, and those that tell of what holds, are no violations. */
function isFailure({ kind, suppressions, baselineState }: Fields): boolean {
  return (kind === undefined || kind === 'fail') && listOf(suppressions).length === 0 && baselineState !== 'absent';
}

function mentionOf(result: Fields): Mention {
  const ruleId = textOf(result.ruleId) ?? textOf(fieldsOf(result.rule).id);
  const location = fieldsOf(fieldsOf(listOf(result.locations)[0]).physicalLocation);
  const uri = textOf(fieldsOf(location.artifactLocation).uri);
  const file = uri === null ? null : pathOf(uri);
  return {
    ruleIds: ruleId === null ? [] : [ruleId],
    places: file === null ? [] : [{ file, line: lineOf(fieldsOf(location.region).startLine) }],
    isNowhere: file === null,
    fingerprint: textOf(fieldsOf(result.partialFingerprints)['specflow/v1']),
  };
}

function pathOf(uri: string): string {
  const path = uri.replace(/^file:\/\/(?:localhost)?/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // Somebody wrote the path as it is.
    return path;
  }
}
