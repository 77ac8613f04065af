import type { Exemption } from '../../model/exemption.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import { sanitize } from '../../model/sanitize.js';
import type { Violation } from '../../model/violation.js';
import { checkMask } from '../check-mask.js';
import { excerpt } from '../print-json.js';
import type { CheckReport } from '../report.js';
import { type Spot, spotOf } from '../report-entries.js';
import { violationMessage } from '../text/violation-message.js';
import { lineHashes } from './line-hashes.js';
import { sarifFix } from './sarif-fix.js';
import { uriOf } from './uri-of.js';

/** @param ruleIndex position of each rule id in the rules of the driver */
export function sarifResults(
  violations: readonly Violation[],
  ruleIndex: ReadonlyMap<string, number>,
  report: CheckReport,
): readonly object[] {
  const mask = checkMask(report);
  const lineHashOf = lineHashLookup(report);
  return violations.map((violation) => {
    const { rule, severity, fingerprint, exemption } = violation;
    const spot = spotOf(violation);
    const lineHash = lineHashOf(spot);
    const fix = fixOf(violation, report, mask);
    return {
      ruleId: rule.id,
      ruleIndex: ruleIndex.get(rule.id),
      level: severity,
      message: { text: sanitize(violationMessage(violation)) },
      locations: [{ physicalLocation: locationOf(spot, violation, mask) }],
      partialFingerprints: {
        ...(lineHash === null ? {} : { primaryLocationLineHash: lineHash }),
        'specflow/v1': fingerprint,
      },
      ...(fix === null ? {} : { fixes: [fix] }),
      ...(exemption === null ? {} : { suppressions: [suppressionOf(exemption)] }),
    };
  });
}

/** All four fields of a region are always there, because GitHub asks for them. */
function locationOf(spot: Spot, { place }: Violation, mask: SecretMask): object {
  const startLine = spot.line ?? 1;
  const startColumn = spot.column ?? 1;
  return {
    artifactLocation: { uri: uriOf(spot.file) },
    region: {
      startLine,
      startColumn,
      endLine: spot.end?.line ?? startLine,
      endColumn: spot.end?.column ?? startColumn,
      ...(place === null ? {} : { snippet: { text: excerpt(mask.apply(place.match)) } }),
    },
  };
}

/** Hashes each file once. Where its text is not known, the uploader of GitHub computes the hash itself. */
function lineHashLookup({ sources }: CheckReport): (spot: Spot) => string | null {
  const byFile = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    const source = sources?.get(file);
    if (source === undefined) return null;
    const hashes = byFile.get(file) ?? lineHashes(source.bom ? `\ufeff${source.text}` : source.text);
    byFile.set(file, hashes);
    return hashes[(line ?? 1) - 1] ?? null;
  };
}

function fixOf(violation: Violation, { fixes, sources }: CheckReport, mask: SecretMask): object | null {
  const fix = fixes?.get(violation);
  const source = fix && sources?.get(fix.file);
  return fix && source ? sarifFix(fix, source, mask) : null;
}

function suppressionOf({ kind, reason }: Exemption): object {
  return {
    kind: kind === 'suppression' ? 'inSource' : 'external',
    justification: sanitize(`${kind}: ${reason}`),
  };
}
