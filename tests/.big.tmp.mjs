var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// src/model/sanitize.ts
function sanitize(text, keep = "") {
  return text.replace(UNSAFE, (character) => keep.includes(character) ? character : escapeOf(character));
}
function escapeOf(character) {
  const short = SHORT[character];
  if (short) return short;
  const code2 = character.charCodeAt(0);
  return code2 < 256 ? `\\x${code2.toString(16).padStart(2, "0")}` : `\\u${code2.toString(16).padStart(4, "0")}`;
}
var UNSAFE, SHORT;
var init_sanitize = __esm({
  "src/model/sanitize.ts"() {
    "use strict";
    UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
    SHORT = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
  }
});

// src/reporters/location-text.ts
function locationText(file, line, column) {
  return [sanitize(file), line, line === null ? null : column].filter((part) => part !== null).join(":");
}
var init_location_text = __esm({
  "src/reporters/location-text.ts"() {
    "use strict";
    init_sanitize();
  }
});

// src/reporters/log-command.ts
var LOG_COMMAND;
var init_log_command = __esm({
  "src/reporters/log-command.ts"() {
    "use strict";
    LOG_COMMAND = /#(?=#[a-z]*\[)/gi;
  }
});

// src/reporters/log-line.ts
function logLine(text) {
  return sanitize(text).replace(LOG_COMMAND, "\\x23").replace(/^\s*:(?=:)/, "\\x3a");
}
var init_log_line = __esm({
  "src/reporters/log-line.ts"() {
    "use strict";
    init_sanitize();
    init_log_command();
  }
});

// src/reporters/plural.ts
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
var init_plural = __esm({
  "src/reporters/plural.ts"() {
    "use strict";
  }
});

// src/reporters/print-json.ts
function printJson(value) {
  return `${escapeControls(JSON.stringify(value, null, 2))}
`;
}
function printJsonLine(value) {
  return `${escapeControls(JSON.stringify(value))}
`;
}
function escapeControls(json) {
  return json.replace(RAW_CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).replace(LOG_COMMAND, "\\u0023");
}
function excerpt(text) {
  return text.length <= LONGEST_EXCERPT ? text : `${text.slice(0, LONGEST_EXCERPT)}\u2026`;
}
var LONGEST_EXCERPT, RAW_CONTROLS;
var init_print_json = __esm({
  "src/reporters/print-json.ts"() {
    "use strict";
    init_log_command();
    LONGEST_EXCERPT = 4096;
    RAW_CONTROLS = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
  }
});

// src/reporters/violation-message.ts
function violationMessage({ rule, checkIndex, place, file, message }) {
  const check = rule.checks[checkIndex];
  if (place !== null || check?.kind !== "required-pattern") return message;
  const where = file === null ? `no file of ${rule.scope.globs.join(", ")}` : "nothing in this file";
  return `${message} (${excerpt(`${where} matches ${check.pattern.written}`)})`;
}
var init_violation_message = __esm({
  "src/reporters/violation-message.ts"() {
    "use strict";
    init_print_json();
  }
});

// src/reporters/report-entries.ts
function entriesOf({ result, outlooks }) {
  return [
    ...result.violations.filter(({ exemption }) => exemption === null).map((violation) => violationEntry(violation, outlooks.get(violation) ?? null)),
    ...result.problems.map(problemEntry),
    ...result.findings.map(findingEntry)
  ];
}
function worstFirst(entries) {
  const rank = ({ severity, kind }) => 2 * RANK[severity] + (kind === "problem" ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
function entryText({ message, hint }) {
  if (hint === null) return message;
  return /[.!?…]$/.test(message) ? `${message} Fix: ${hint}` : `${message}. Fix: ${hint}`;
}
function entryFile({ spot }) {
  return spot?.file ?? ".";
}
function violationEntry(violation, outlook) {
  return {
    kind: "violation",
    severity: violation.severity,
    id: violation.rule.id,
    spot: spotOf(violation),
    message: violationMessage(violation),
    hint: violation.rule.checks[violation.checkIndex]?.autoFix?.hint ?? null,
    outlook,
    fingerprint: violation.fingerprint
  };
}
function spotOf({ file, place, rule, checkIndex }) {
  if (file === null) {
    const { file: contract, line, column } = rule.checks[checkIndex]?.declaredAt ?? rule.declaredAt;
    return { file: contract, line, column, end: null };
  }
  if (place === null) return { file, line: null, column: null, end: null };
  return { file, line: place.line, column: place.column, end: { line: place.endLine, column: place.endColumn } };
}
function problemEntry({ code: code2, severity, file, line, column, message, help }) {
  return {
    kind: "problem",
    severity: severity === "warning" ? "warning" : "error",
    id: code2,
    spot: file === null ? null : { file, line, column, end: null },
    message,
    hint: help,
    outlook: null,
    fingerprint: null
  };
}
function findingEntry({ code: code2, ruleId, file, line, message, help }) {
  return {
    kind: "finding",
    severity: "note",
    id: code2,
    spot: file === null ? null : { file, line, column: null, end: null },
    message: ruleId === null || message.includes(ruleId) ? message : `${ruleId}: ${message}`,
    hint: help,
    outlook: null,
    fingerprint: null
  };
}
var RANK;
var init_report_entries = __esm({
  "src/reporters/report-entries.ts"() {
    "use strict";
    init_violation_message();
    RANK = { error: 0, warning: 1, note: 2 };
  }
});

// src/model/check-result.ts
function countsOf(result) {
  let errors = 0;
  let warnings = 0;
  let exempt2 = 0;
  const broken = /* @__PURE__ */ new Set();
  for (const violation of result.violations) {
    if (violation.exemption) exempt2++;
    else if (violation.severity === "error") errors++;
    else warnings++;
    if (!violation.exemption && violation.file !== null) broken.add(violation.file);
  }
  return { violations: errors + warnings, errors, warnings, exempt: exempt2, brokenFiles: broken.size };
}
var init_check_result = __esm({
  "src/model/check-result.ts"() {
    "use strict";
  }
});

// src/reporters/verdict-parts.ts
function verdictParts(result) {
  const { errors, warnings } = countsOf(result);
  const problems2 = result.problems.filter(({ severity }) => severity !== "warning").length;
  const counts = [
    { kind: "error", count: errors },
    { kind: "warning", count: warnings },
    { kind: "problem", count: problems2 }
  ];
  return counts.filter(({ count }) => count > 0).map(({ kind, count }) => ({ kind, text: plural(count, kind) }));
}
var init_verdict_parts = __esm({
  "src/reporters/verdict-parts.ts"() {
    "use strict";
    init_check_result();
    init_plural();
  }
});

// src/reporters/check-agent.ts
function agentLine(entry2, said) {
  const { spot, severity, id, outlook } = entry2;
  const place = spot && locationText(spot.file, spot.line, spot.column);
  const words = entryText(entry2);
  const isNew = !said.has(`${id}\0${words}`);
  said.add(`${id}\0${words}`);
  const parts = [place, severity === "error" ? null : severity, id, isNew ? words : null, outlook && "[heal]"];
  return parts.filter((part) => part !== null).join(" ");
}
function closing({ result, outlooks }) {
  const wrong = verdictParts(result).map(({ text }) => text);
  const extent = `${plural(result.files, "file")}, ${plural(result.rules, "rule")}`;
  const hasFix = result.violations.some((violation) => !violation.exemption && outlooks.has(violation));
  const findings2 = plural(result.findings.length, "finding");
  return [
    `specflow: ${wrong.length > 0 ? wrong.join(", ") : `clean, ${extent}`}`,
    ...hasFix ? ["[heal] = specflow heal has a fix to try"] : [],
    ...result.findings.length > 0 ? [`${findings2}: --format pretty`] : []
  ].join("; ");
}
var checkAgent;
var init_check_agent = __esm({
  "src/reporters/check-agent.ts"() {
    "use strict";
    init_location_text();
    init_log_line();
    init_plural();
    init_report_entries();
    init_verdict_parts();
    checkAgent = {
      summary: "for coding agents: the fewest words that still name the remedy",
      carriesProblems: true,
      render(report, { quiet }) {
        const said = /* @__PURE__ */ new Set();
        const lines = entriesOf(report).filter(({ kind }) => kind !== "finding").map((entry2) => agentLine(entry2, said));
        return [...lines, ...quiet ? [] : [closing(report)]].map((line) => `${logLine(line)}
`).join("");
      }
    };
  }
});

// src/reporters/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
var init_group_by = __esm({
  "src/reporters/group-by.ts"() {
    "use strict";
  }
});

// src/reporters/markup.ts
function markup(text, keep = "") {
  return sanitize(text, keep).replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`).replace(/[&<>"']/g, (character) => ENTITY[character] ?? character).replace(LOG_COMMAND, "&#35;");
}
function attributes(values) {
  return Object.entries(values).map(([name, value]) => value === null ? "" : ` ${name}="${markup(String(value))}"`).join("");
}
var ENTITY;
var init_markup = __esm({
  "src/reporters/markup.ts"() {
    "use strict";
    init_sanitize();
    init_log_command();
    ENTITY = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&#39;"
    };
  }
});

// src/reporters/check-checkstyle.ts
function fileElement(file, entries) {
  return `  <file${attributes({ name: file })}>
${entries.map(errorElement).join("")}  </file>
`;
}
function errorElement(entry2) {
  const { severity, id, spot } = entry2;
  const written = attributes({
    line: spot?.line ?? 1,
    column: spot?.column ?? null,
    severity: SEVERITY[severity],
    message: entryText(entry2),
    source: `specflow.${id}`
  });
  return `    <error${written}/>
`;
}
var checkCheckstyle, SEVERITY;
var init_check_checkstyle = __esm({
  "src/reporters/check-checkstyle.ts"() {
    "use strict";
    init_group_by();
    init_markup();
    init_report_entries();
    checkCheckstyle = {
      summary: "the XML of Checkstyle, which many CI systems read",
      carriesProblems: true,
      render(report) {
        const files = [...groupBy(entriesOf(report), entryFile)].map(([file, entries]) => fileElement(file, entries));
        return `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
${files.join("")}</checkstyle>
`;
      }
    };
    SEVERITY = { error: "error", warning: "warning", note: "info" };
  }
});

// src/reporters/check-compact.ts
function compactLine({ kind, severity, id, spot, message, hint }) {
  const place = spot === null ? "specflow" : locationText(spot.file, spot.line, spot.column);
  const help = kind === "violation" || hint === null ? "" : ` ${hint}`;
  return `${place}: ${severity} ${id} ${message}${help}`;
}
var checkCompact;
var init_check_compact = __esm({
  "src/reporters/check-compact.ts"() {
    "use strict";
    init_location_text();
    init_log_line();
    init_report_entries();
    checkCompact = {
      summary: "one line a violation, as compilers print them",
      carriesProblems: true,
      render(report, { quiet }) {
        return entriesOf(report).filter(({ severity }) => !quiet || severity !== "note").map((entry2) => `${logLine(compactLine(entry2))}
`).join("");
      }
    };
  }
});

// src/model/edit.ts
function applyEdits(text, edits) {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = "";
  let done = 0;
  for (const edit of sorted) {
    const { start, end } = edit.range;
    if (start < done || end < start || end > text.length) return null;
    result += text.slice(done, start) + edit.text;
    done = end;
  }
  return result + text.slice(done);
}
function mapOffset(offset, edits) {
  let shift = 0;
  for (const edit of edits) {
    const { start, end } = edit.range;
    if (end <= offset) shift += edit.text.length - (end - start);
    else if (start < offset) shift += start + edit.text.length - offset;
  }
  return offset + shift;
}
var init_edit = __esm({
  "src/model/edit.ts"() {
    "use strict";
  }
});

// src/model/mask-secrets.ts
function maskSecrets(violations2) {
  const secrets = /* @__PURE__ */ new Set();
  for (const violation of violations2) {
    if (speaksOfSecrets(violation)) for (const secret of secretsOf(violation)) secrets.add(secret);
  }
  if (secrets.size === 0) return { apply: (text) => text, edits: () => [] };
  const finder = finderOf([...secrets]);
  const edits = (text) => editsOf(text, finder);
  return { edits, apply: (text) => applyEdits(text, edits(text)) ?? text };
}
function speaksOfSecrets(violation) {
  if (violation.place === null) return false;
  const check = violation.rule.checks[violation.checkIndex];
  const written = check?.kind === "forbidden-pattern" ? check.pattern.written : "";
  const { id, title } = violation.rule;
  return [id, title, violation.message].some((text) => SPEAKS.test(text)) || SHAPES.test(written);
}
function secretsOf({ place }) {
  if (place === null) return [];
  const { match, lineText } = place;
  const quoted = [...match.matchAll(QUOTED)].map((found2) => found2[2] ?? "");
  const inMatch = quoted.filter((text) => text.length >= 4 && !IS_NAME.test(text));
  const found = [...inMatch, ...literalsAround(lineText, place.column - 1, match)];
  if (found.length > 0 && !match.includes("\n")) return found;
  const bare = [...match.matchAll(BARE)].map(([token]) => token).filter((token) => LOOKS_LIKE_KEY.test(token));
  const assigned = [...match.matchAll(ASSIGNED)].map((value) => value[1] ?? "").filter((value) => /[\d_-]/.test(value));
  return [...found, ...bare, ...assigned];
}
function literalsAround(line, start, match) {
  const end = start + match.length;
  return [...line.matchAll(QUOTED)].filter((found) => found.index < end && start < found.index + found[0].length).map((found) => found[2] ?? "").filter((text) => text.length >= 4 && !/\s/.test(text) && !IS_NAME.test(text));
}
function finderOf(secrets) {
  const finder = /* @__PURE__ */ new Map();
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    const prefix = secret.slice(0, PREFIX);
    const known = finder.get(prefix);
    if (known) known.push(secret);
    else finder.set(prefix, [secret]);
  }
  return finder;
}
function editsOf(text, finder) {
  const edits = [];
  for (let at = 0; at + PREFIX <= text.length; at++) {
    const secret = finder.get(text.slice(at, at + PREFIX))?.find((candidate) => isSecretAt(text, at, candidate));
    if (secret === void 0) continue;
    const shown = secret.length >= SHORTEST_BARE ? 4 : 0;
    edits.push({ range: { start: at + shown, end: at + secret.length }, text: "\u2026" });
    at += secret.length - 1;
  }
  return edits;
}
function isSecretAt(text, at, secret) {
  if (!text.startsWith(secret, at)) return false;
  if (secret.length >= SHORTEST_BARE) return true;
  const isQuote = (character) => character !== void 0 && `"'\``.includes(character);
  return isQuote(text[at - 1]) && isQuote(text[at + secret.length]);
}
var SPEAKS, SHAPES, QUOTED, IS_NAME, ASSIGNED, BARE, LOOKS_LIKE_KEY, SHORTEST_BARE, PREFIX;
var init_mask_secrets = __esm({
  "src/model/mask-secrets.ts"() {
    "use strict";
    init_edit();
    SPEAKS = /(?:^|[^a-z])(?:secrets?|passwords?|passwd|passphrases?|credentials?|tokens?|private[ _-]?keys?|(?:api|access|auth|encryption|signing)[ _-]?keys?)(?![a-z])/i;
    SHAPES = /secret|passw|api_?-?key|[sr]k_live|AKIA|gh[pousr]_|xox[bap]|PRIVATE KEY/i;
    QUOTED = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g;
    IS_NAME = /^(?:x-)?(?:(?:auth|access|refresh|id|session|csrf|xsrf|jwt|api|user)[-_ ]?)?(?:token|password|passwd|secret|key|credentials?)$/i;
    ASSIGNED = /[:=]\s*([^\s"'`,;(){}]{6,})/g;
    BARE = /[\w+/-]{12,}={0,2}/g;
    LOOKS_LIKE_KEY = /\d|^(?:sk|pk|rk|gh[a-z]|github_pat|glpat|xox[a-z]|npm|sg)[_-]/i;
    SHORTEST_BARE = 8;
    PREFIX = 4;
  }
});

// src/reporters/check-contract-test.ts
function contractTestText(violation, mask) {
  const { rule, file, place, message } = violation;
  const lines = [`CONTRACT VIOLATION: ${sanitize(rule.id)} - ${sanitize(message)}`];
  if (file !== null) lines.push(`  File: ${sanitize(file)}`);
  if (place !== null) {
    lines.push(`  Line: ${place.line}`);
    lines.push(`  Match: ${sanitize(excerpt(mask.apply(place.lineText)).trim())}`);
  }
  if (file === null) lines.push(...absenceLines(violation));
  return lines.join("\n");
}
function absenceLines({ rule, checkIndex }) {
  const check = rule.checks[checkIndex];
  const pattern = check && "pattern" in check ? check.pattern.written : rule.title;
  return [
    `  Pattern ${sanitize(pattern)} not found in any file in scope`,
    `  Scope: ${sanitize(rule.scope.globs.join(", "))}`,
    `  See: ${sanitize(rule.declaredAt.file)}`
  ];
}
var checkContractTest;
var init_check_contract_test = __esm({
  "src/reporters/check-contract-test.ts"() {
    "use strict";
    init_mask_secrets();
    init_sanitize();
    init_print_json();
    checkContractTest = {
      summary: "the text of a failing contract test, one block a violation",
      carriesProblems: false,
      render({ result }) {
        const mask = maskSecrets(result.violations);
        const counted = result.violations.filter(({ exemption }) => exemption === null);
        return counted.map((violation) => `${contractTestText(violation, mask)}
`).join("");
      }
    };
  }
});

// src/reporters/outlook-text.ts
function outlookText({ source, tier, confidence }) {
  const standing = [tier, confidence?.toFixed(2)].filter((part) => part != null).join(" ");
  return sanitize(source) + (standing === "" ? "" : ` (${standing})`);
}
var init_outlook_text = __esm({
  "src/reporters/outlook-text.ts"() {
    "use strict";
    init_sanitize();
  }
});

// src/reporters/check-github.ts
function firstOf(entries, severity) {
  return entries.filter((entry2) => entry2.severity === severity).slice(0, SHOWN_PER_KIND);
}
function annotation({ severity, id, spot, message, hint, outlook }) {
  const lines = [
    message,
    ...hint === null ? [] : [`Fix: ${hint}`],
    ...outlook === null ? [] : [`specflow heal would try ${outlookText(outlook)}`]
  ];
  const line = spot === null ? null : spot.line;
  const endLine = spot?.end?.line ?? line;
  const isOneLine = line === endLine;
  return command(
    COMMAND[severity],
    {
      file: spot?.file ?? null,
      line,
      endLine,
      col: isOneLine ? spot?.column ?? null : null,
      endColumn: isOneLine ? spot?.end?.column ?? null : null,
      title: id
    },
    lines
  );
}
function leftOutNotice(leftOut2) {
  const count = (severity) => leftOut2.filter((entry2) => entry2.severity === severity).length;
  const kinds = ["error", "warning", "note"].filter((severity) => count(severity) > 0).map((severity) => plural(count(severity), severity));
  const why = `GitHub shows ${SHOWN_PER_KIND} annotations of a kind.`;
  return command("notice", { title: "specflow" }, [
    `${leftOut2.length} more not shown here: ${kinds.join(", ")}. ${why}`,
    'All of them: specflow check -o markdown="$GITHUB_STEP_SUMMARY"'
  ]);
}
function command(name, properties, lines) {
  const written = Object.entries(properties).flatMap(
    ([key, value]) => value === null ? [] : [`${key}=${escapeProperty(logLine(String(value)))}`]
  );
  return `::${name} ${written.join(",")}::${lines.map((line) => escapeData(logLine(line))).join("%0A")}
`;
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
var SHOWN_PER_KIND, checkGithub, COMMAND;
var init_check_github = __esm({
  "src/reporters/check-github.ts"() {
    "use strict";
    init_log_line();
    init_outlook_text();
    init_plural();
    init_report_entries();
    SHOWN_PER_KIND = 10;
    checkGithub = {
      summary: "annotations of a GitHub Actions step, the worst first",
      carriesProblems: true,
      render(report) {
        const entries = worstFirst(entriesOf(report));
        const shown = [...firstOf(entries, "error"), ...firstOf(entries, "warning")];
        const notes = firstOf(entries, "note");
        const told = shown.length + notes.length < entries.length ? notes.slice(0, SHOWN_PER_KIND - 1) : notes;
        const annotated = [...shown, ...told];
        const leftOut2 = entries.filter((entry2) => !annotated.includes(entry2));
        return [...annotated.map(annotation), ...leftOut2.length > 0 ? [leftOutNotice(leftOut2)] : []].join("");
      }
    };
    COMMAND = { error: "error", warning: "warning", note: "notice" };
  }
});

// src/reporters/check-gitlab.ts
import { hash } from "node:crypto";
function issueOf(entry2, fingerprint) {
  return {
    description: sanitize(entryText(entry2)),
    check_name: entry2.id,
    fingerprint,
    severity: severityOf(entry2),
    location: { path: entryFile(entry2), lines: { begin: entry2.spot?.line ?? 1 } }
  };
}
function severityOf({ kind, severity }) {
  if (severity === "error") return kind === "problem" ? "critical" : "major";
  return severity === "warning" ? "minor" : "info";
}
function identityOf({ fingerprint, kind, id, spot, message }) {
  return fingerprint ?? hash("sha256", [kind, id, spot?.file ?? "", message].join("\0")).slice(0, 16);
}
function uniqueIn(seen, fingerprint) {
  const before = seen.get(fingerprint) ?? 0;
  seen.set(fingerprint, before + 1);
  return before === 0 ? fingerprint : `${fingerprint}-${before + 1}`;
}
var checkGitlab;
var init_check_gitlab = __esm({
  "src/reporters/check-gitlab.ts"() {
    "use strict";
    init_sanitize();
    init_print_json();
    init_report_entries();
    checkGitlab = {
      summary: "the Code Quality report of GitLab CI",
      carriesProblems: true,
      render(report) {
        const seen = /* @__PURE__ */ new Map();
        return printJson(entriesOf(report).map((entry2) => issueOf(entry2, uniqueIn(seen, identityOf(entry2)))));
      }
    };
  }
});

// src/reporters/html-script.ts
var HTML_SCRIPT;
var init_html_script = __esm({
  "src/reporters/html-script.ts"() {
    "use strict";
    HTML_SCRIPT = `
const filter = document.querySelector('.filter');
const search = document.querySelector('#search');
const shown = document.querySelector('#shown');
const boxes = [...document.querySelectorAll('.filter input[type=checkbox]')];
const files = [...document.querySelectorAll('section.file')].map((section) => ({
  section,
  entries: [...section.querySelectorAll('li.entry')].map((node) => ({
    node,
    severity: node.dataset.severity,
    text: (section.dataset.file + ' ' + node.textContent).toLowerCase(),
  })),
}));
const total = files.reduce((sum, { entries }) => sum + entries.length, 0);

function narrow() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let count = 0;
  for (const { section, entries } of files) {
    let visible = 0;
    for (const { node, severity, text } of entries) {
      const isShown = wanted.has(severity) && words.every((word) => text.includes(word));
      node.hidden = !isShown;
      if (isShown) visible++;
    }
    section.hidden = visible === 0;
    count += visible;
  }
  shown.textContent = count + ' of ' + total + ' shown';
}

function step(by) {
  const nodes = [...document.querySelectorAll('section.file:not([hidden]) li.entry:not([hidden])')];
  const at = nodes.indexOf(document.activeElement);
  const next = nodes[at < 0 ? (by > 0 ? 0 : nodes.length - 1) : at + by];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'center' });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === search) {
    if (event.key === 'Escape') { search.value = ''; narrow(); search.blur(); }
    return;
  }
  if (event.key === '/') { event.preventDefault(); search.focus(); }
  if (event.key === 'j') step(1);
  if (event.key === 'k') step(-1);
});
if (total > 0) {
  search.addEventListener('input', narrow);
  for (const box of boxes) box.addEventListener('change', narrow);
  filter.hidden = false;
  narrow();
}
`;
  }
});

// src/reporters/html-style.ts
var HTML_STYLE;
var init_html_style = __esm({
  "src/reporters/html-style.ts"() {
    "use strict";
    HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --dim: #57606a; --line: #d5dae0; --code: #f1f3f5;
  --error: #b42318; --error-soft: #fdecea; --warning: #8a5300; --warning-soft: #fdf3dc;
  --good: #1a6b3c; --link: #0b5cad;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318; --card: #171c23; --ink: #e4e8ed; --dim: #9aa5b1; --line: #2c343e; --code: #10151b;
    --error: #ff8f85; --error-soft: #3a1b1a; --warning: #f0b95b; --warning-soft: #362911;
    --good: #6fd39b; --link: #7cb7ff;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h3 { font: 600 .9rem/1.4 ui-monospace, monospace; margin: 1.25rem 0 .5rem; }
code, pre, kbd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .85rem; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem; }
.verdict { font-size: 1.05rem; margin: .25rem 0 0; }
.dim { color: var(--dim); }
.count { color: var(--dim); font-weight: 400; }
.error > .severity, .verdict .error, .verdict .problem { color: var(--error); }
.warning > .severity, .verdict .warning { color: var(--warning); }
.verdict .good { color: var(--good); }
.filter {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
  margin: 1rem 0; padding: .6rem 0; background: var(--page); border-bottom: 1px solid var(--line);
}
.filter input[type=search] {
  flex: 1 1 14rem; min-width: 0; padding: .45rem .6rem; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--dim); border-radius: 6px;
}
.filter label { white-space: nowrap; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ul { list-style: none; margin: 0; padding: 0; }
li.entry { background: var(--card); border: 1px solid var(--line); border-left-width: 4px; border-radius: 6px; padding: .6rem .8rem; margin: 0 0 .6rem; }
li.error { border-left-color: var(--error); }
li.warning { border-left-color: var(--warning); }
li p { margin: 0; }
.severity { font-weight: 700; }
.fix { color: var(--good); }
pre { margin: .5rem 0; padding: .5rem 0; overflow-x: auto; background: var(--code); border-radius: 6px; tab-size: 4; }
pre span { display: block; width: max-content; min-width: 100%; padding: 0 .7rem; }
.error pre .hit { background: var(--error-soft); }
.warning pre .hit { background: var(--warning-soft); }
.error pre .caret { color: var(--error); }
.warning pre .caret { color: var(--warning); }
summary { cursor: pointer; font-weight: 600; margin: 1rem 0 .5rem; }
footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--dim); }
section.file { content-visibility: auto; contain-intrinsic-size: auto 12rem; }
@media (max-width: 34rem) { .filter input[type=search] { flex-basis: 100%; } }
@media (hover: none) { .keys { display: none; } }
@media print { .filter { display: none; } li.entry { break-inside: avoid; } }
`;
  }
});

// src/reporters/display-width.ts
function graphemesOf(text) {
  if (ASCII.test(text)) return [...text];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
function displayWidth(text) {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += widthOf(grapheme);
  return width;
}
function widthOf(grapheme) {
  if (ASCII.test(grapheme)) return grapheme.length;
  if (INVISIBLE.test(grapheme)) return 0;
  return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}
var segmenter, ASCII, INVISIBLE, EMOJI, WIDE;
var init_display_width = __esm({
  "src/reporters/display-width.ts"() {
    "use strict";
    segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
    ASCII = /^[\x20-\x7e]*$/;
    INVISIBLE = /^[\p{M}\p{Cf}]+$/u;
    EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
    WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
  }
});

// src/reporters/code-frame.ts
function codeFrame(violation, mask, palette, width) {
  const { place } = violation;
  if (place === null) return [];
  const gutterWidth = String(place.line + 1).length;
  const gutter = (line, marker = " ") => palette.dim(` ${marker} ${String(line ?? "").padStart(gutterWidth)} | `);
  const room = Math.min(WIDEST, Math.max(20, width - gutterWidth - 6));
  const target = lineCells(place.lineText, mask, place.column - 1, matchEndOnLine(place));
  const view = viewAround(target.caretStart, target.caretEnd, totalWidth(target.cells), room);
  const caretRoom = Math.max(1, Math.min(target.caretEnd, view.from + room) - target.caretStart);
  const indent = " ".repeat(target.caretStart - view.from);
  const isCropped = view.from > 0;
  const shown = isCropped || speaksOfSecrets(violation) ? [] : contextOf(place);
  const goesOn = place.endLine > place.line ? ` goes on to line ${place.endLine}` : "";
  const frameLine = ({ line, text }) => (gutter(line) + crop(lineCells(text, mask, 0, 0).cells, view)).trimEnd();
  return [
    ...shown.filter(({ line }) => line < place.line).map(frameLine),
    gutter(place.line, ">") + crop(target.cells, view),
    `${gutter(null)}${indent}${palette.red("^".repeat(caretRoom))}${palette.dim(goesOn)}`,
    ...shown.filter(({ line }) => line > place.line).map(frameLine)
  ];
}
function contextOf({ line, context }) {
  const numbered = context.lines.map((text, index) => ({ line: context.firstLine + index, text }));
  return numbered.filter((near) => Math.abs(near.line - line) === 1);
}
function matchEndOnLine(place) {
  return place.endLine > place.line ? place.lineText.length : place.endColumn - 1;
}
function lineCells(line, mask, start, end) {
  const edits = mask.edits(line);
  const masked = applyEdits(line, edits) ?? line;
  const from = Math.max(0, mapOffset(start, edits) - NEARBY);
  const matchStart = mapOffset(start, edits) - from;
  const matchEnd = mapOffset(end, edits) - from;
  const cells = [];
  let offset = 0;
  let column = 0;
  let caretStart = null;
  let caretEnd = 0;
  for (const grapheme of graphemesOf(masked.slice(from, from + matchStart + 2 * NEARBY))) {
    const text = grapheme === "	" ? " ".repeat(TAB - column % TAB) : sanitize(grapheme);
    const width = displayWidth(text);
    if (offset + grapheme.length > matchStart) caretStart ??= column;
    if (offset < matchEnd) caretEnd = column + width;
    cells.push({ text, width, column });
    offset += grapheme.length;
    column += width;
  }
  return { cells, caretStart: caretStart ?? column, caretEnd };
}
function totalWidth(cells) {
  const last = cells.at(-1);
  return last ? last.column + last.width : 0;
}
function viewAround(start, end, total, room) {
  if (total <= room || Math.min(end, start + room / 2) <= room - 2) return { from: 0, room };
  return { from: Math.max(0, start - Math.floor(room / 3)), room };
}
function crop(cells, { from, room }) {
  const total = totalWidth(cells);
  const to = from + room;
  const left = from > 0 && total > from ? "\u2026" : "";
  const right = total > to ? "\u2026" : "";
  const inView = cells.filter(
    ({ column, width }) => column >= from + left.length && column + width <= to - right.length
  );
  const first = inView[0];
  const gap = first ? " ".repeat(first.column - from - left.length) : "";
  return left + gap + inView.map(({ text }) => text).join("") + right;
}
var TAB, WIDEST, NEARBY;
var init_code_frame = __esm({
  "src/reporters/code-frame.ts"() {
    "use strict";
    init_edit();
    init_mask_secrets();
    init_sanitize();
    init_display_width();
    TAB = 4;
    WIDEST = 200;
    NEARBY = 500;
  }
});

// src/reporters/palette.ts
import picocolors from "picocolors";
function paletteOf(color) {
  return picocolors.createColors(color);
}
var init_palette = __esm({
  "src/reporters/palette.ts"() {
    "use strict";
  }
});

// src/reporters/html-violation.ts
function violationItem(violation, outlook, mask) {
  const { rule, severity, checkIndex } = violation;
  const { line, column } = spotOf(violation);
  const place = line === null ? "" : ` <span class="dim">line ${line}, column ${column ?? 1}</span>`;
  const hint = rule.checks[checkIndex]?.autoFix?.hint ?? null;
  const notes = [
    ...hint === null ? [] : [`<p class="fix">Fix: ${markup(hint)}</p>`],
    ...outlook === null ? [] : [`<p class="dim">specflow heal would try <code>${markup(outlookText(outlook))}</code></p>`]
  ];
  const written = attributes({ class: `entry ${severity}`, "data-severity": severity, tabindex: -1 });
  return `<li${written}><span class="severity">${severity}</span> <code${attributes({ title: rule.title })}>${markup(rule.id)}</code>${place}
<p>${markup(violationMessage(violation))}</p>${frameMarkup(violation, mask)}${notes.join("")}</li>
`;
}
function frameMarkup(violation, mask) {
  const lines = codeFrame(violation, mask, paletteOf(false), FRAME_WIDTH);
  if (lines.length === 0) return "";
  const hit = lines.findIndex((line) => line.startsWith(" >"));
  const kindOf = (index) => index === hit ? "hit" : index === hit + 1 ? "caret" : null;
  const spans = lines.map((line, index) => `<span${attributes({ class: kindOf(index) })}>${markup(line)}</span>`);
  return `<pre>${spans.join("")}</pre>`;
}
var FRAME_WIDTH;
var init_html_violation = __esm({
  "src/reporters/html-violation.ts"() {
    "use strict";
    init_code_frame();
    init_markup();
    init_outlook_text();
    init_palette();
    init_report_entries();
    init_violation_message();
    FRAME_WIDTH = 110;
  }
});

// src/reporters/check-html.ts
import { hash as hash2 } from "node:crypto";
function digest(source) {
  return `sha256-${hash2("sha256", source, "base64")}`;
}
function verdictText({ result }) {
  return verdictParts(result).map(({ text }) => text).join(", ") || "no violations";
}
function verdictMarkup({ result }) {
  const parts = verdictParts(result).map(({ kind, text }) => `<strong class="${kind}">${text}</strong>`);
  if (parts.length === 0) return '<strong class="good">no violations</strong>';
  const { brokenFiles } = countsOf(result);
  return `${parts.join(", ")}${brokenFiles > 0 ? ` in ${plural(brokenFiles, "file")}` : ""}`;
}
function problems(entries) {
  const chosen = entries.filter(({ kind }) => kind === "problem");
  return chosen.length === 0 ? "" : `<h2>Problems</h2>
<ul>
${chosen.map(noteItem).join("")}</ul>
`;
}
function findings(entries) {
  const chosen = entries.filter(({ kind }) => kind === "finding");
  const list = chosen.length === 0 ? '<p class="dim">None.</p>\n' : `<ul>
${chosen.map(noteItem).join("")}</ul>
`;
  return `<h2>Findings</h2>
${list}`;
}
function noteItem({ severity, id, spot, message, hint }) {
  const place = spot && locationText(spot.file, spot.line, spot.column);
  const where = place === null ? "" : ` <code class="dim">${markup(place)}</code>`;
  const fix = hint === null ? "" : `<p class="fix">${markup(hint)}</p>`;
  return `<li class="entry ${severity}"><span class="severity">${severity}</span> <code>${markup(id)}</code>${where}<p>${markup(message)}</p>${fix}</li>
`;
}
function violations(report) {
  const counted = report.result.violations.filter(({ exemption }) => exemption === null);
  const mask = maskSecrets(report.result.violations);
  const files = groupBy(counted, (violation) => spotOf(violation).file);
  const sections = [...files].map(
    ([file, members]) => `<section class="file"${attributes({ "data-file": file })}>
<h3>${markup(file)} <span class="count">(${members.length})</span></h3>
<ul>
${members.map((violation) => violationItem(violation, report.outlooks.get(violation) ?? null, mask)).join("")}</ul>
</section>
`
  );
  const none = counted.length === 0 ? '<p class="dim">None.</p>\n' : "";
  return `<h2>Violations</h2>
${CONTROLS}${none}${sections.join("")}`;
}
function exempt({ result }) {
  const items = result.violations.flatMap((violation) => {
    const { exemption, rule } = violation;
    if (exemption === null) return [];
    const { file, line } = spotOf(violation);
    const until = exemption.expires === null ? "" : ` until ${exemption.expires}`;
    const why = markup(`${exemption.kind}${until}: ${exemption.reason}`);
    return [
      `<li class="entry"><code>${markup(rule.id)}</code> <code class="dim">${markup(locationText(file, line, null))}</code><p>${why}</p></li>
`
    ];
  });
  if (items.length === 0) return "";
  return `<details><summary>Exempt (${items.length})</summary>
<ul>
${items.join("")}</ul>
</details>
`;
}
var checkHtml, CONTROLS;
var init_check_html = __esm({
  "src/reporters/check-html.ts"() {
    "use strict";
    init_check_result();
    init_mask_secrets();
    init_group_by();
    init_html_script();
    init_html_style();
    init_html_violation();
    init_location_text();
    init_markup();
    init_plural();
    init_report_entries();
    init_verdict_parts();
    checkHtml = {
      summary: "one page for a browser, with nothing from outside",
      carriesProblems: true,
      render(report) {
        const entries = entriesOf(report);
        return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${digest(HTML_STYLE)}'; script-src '${digest(HTML_SCRIPT)}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Specflow: ${verdictText(report)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>Specflow report</h1>
<p class="verdict">${verdictMarkup(report)}</p>
</header>
<main>
${problems(entries)}${violations(report)}${exempt(report)}${findings(entries)}</main>
<footer>specflow ${markup(report.toolVersion)}: ${plural(report.result.files, "file")} and ${plural(report.result.rules, "rule")} checked.</footer>
<script>${HTML_SCRIPT}</script>
</body>
</html>
`;
      }
    };
    CONTROLS = `<div class="filter" hidden>
<input type="search" id="search" aria-label="Search rule, file or text" placeholder="Search rule, file or text">
<label><input type="checkbox" value="error" checked> errors</label>
<label><input type="checkbox" value="warning" checked> warnings</label>
<span class="dim"><output id="shown"></output> <span class="keys">\xB7 <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> move</span></span>
</div>
`;
  }
});

// src/reporters/check-json.ts
function summaryOf(result) {
  const { violations: violations2, errors, warnings, exempt: exempt2 } = countsOf(result);
  return {
    files: result.files,
    rules: result.rules,
    violations: violations2,
    errors,
    warnings,
    exempt: exempt2,
    problems: result.problems.length,
    findings: result.findings.length
  };
}
function violationOf(violation, outlook, mask) {
  const { rule, place } = violation;
  return {
    ruleId: rule.id,
    contract: rule.contractId,
    contractFile: rule.declaredAt.file,
    kind: KIND[violation.kind],
    severity: violation.severity,
    message: violation.message,
    file: violation.file,
    line: place?.line ?? null,
    column: place?.column ?? null,
    endLine: place?.endLine ?? null,
    endColumn: place?.endColumn ?? null,
    match: place && excerpt(mask.apply(place.match)),
    lineText: place && excerpt(mask.apply(place.lineText)),
    fingerprint: violation.fingerprint,
    exempt: violation.exemption && exemptionOf(violation.exemption),
    heal: {
      fixable: outlook !== null,
      source: outlook?.source ?? null,
      tier: outlook?.tier ?? null,
      confidence: outlook?.confidence ?? null
    }
  };
}
function exemptionOf({ kind, reason, expires }) {
  return { kind, reason, expires };
}
function problemOf({ code: code2, severity, file, line, column, message, help }) {
  return { code: code2, severity, file, line, column, message, help };
}
function findingOf({ code: code2, ruleId, file, line, message, help }) {
  return { code: code2, ruleId, file, line, message, help };
}
var checkJson, KIND;
var init_check_json = __esm({
  "src/reporters/check-json.ts"() {
    "use strict";
    init_check_result();
    init_mask_secrets();
    init_print_json();
    checkJson = {
      summary: "everything the check found, for other tools",
      carriesProblems: true,
      render({ result, outlooks, toolVersion }) {
        const mask = maskSecrets(result.violations);
        return printJson({
          schemaVersion: 1,
          tool: { name: "specflow", version: toolVersion },
          summary: summaryOf(result),
          violations: result.violations.map((violation) => violationOf(violation, outlooks.get(violation) ?? null, mask)),
          problems: result.problems.map(problemOf),
          findings: result.findings.map(findingOf)
        });
      }
    };
    KIND = {
      "forbidden-pattern": "forbidden",
      "required-pattern": "required",
      domain: "domain"
    };
  }
});

// src/reporters/check-jsonl.ts
var checkJsonl;
var init_check_jsonl = __esm({
  "src/reporters/check-jsonl.ts"() {
    "use strict";
    init_mask_secrets();
    init_check_json();
    init_print_json();
    checkJsonl = {
      summary: "JSON lines: one violation a line, then a summary",
      carriesProblems: true,
      render({ result, outlooks, toolVersion }) {
        const mask = maskSecrets(result.violations);
        const lines = [
          ...result.violations.map((violation) => ({
            type: "violation",
            ...violationOf(violation, outlooks.get(violation) ?? null, mask)
          })),
          ...result.problems.map((problem) => ({ type: "problem", ...problemOf(problem) })),
          ...result.findings.map((finding) => ({ type: "finding", ...findingOf(finding) })),
          {
            type: "summary",
            schemaVersion: 1,
            tool: { name: "specflow", version: toolVersion },
            ...summaryOf(result)
          }
        ];
        return lines.map(printJsonLine).join("");
      }
    };
  }
});

// src/reporters/check-junit.ts
function lookSuite(report) {
  const entries = entriesOf(report).filter(({ kind }) => kind !== "violation");
  const errors = entries.filter(({ severity }) => severity === "error");
  const look = {
    name: "everything in scope could be checked",
    suite: "specflow",
    file: null,
    verdict: errors.length > 0 ? "error" : "passed",
    message: errors[0] ? headline(errors[0].message, errors.length, "problem") : "",
    text: entries.map((entry2) => logLine(entryLine(entry2))).join("\n")
  };
  return { name: "specflow", cases: [look] };
}
function entryLine(entry2) {
  const { severity, id, spot } = entry2;
  const place = spot === null ? "" : ` ${locationText(spot.file, spot.line, spot.column)}`;
  return `${severity} ${id}${place}: ${entryText(entry2)}`;
}
function contractSuites({ result, rules }) {
  const mask = maskSecrets(result.violations);
  const violationsOf = groupBy(result.violations, ({ rule }) => rule.id);
  const named = new Map(
    [...rules ?? [], ...result.violations.map(({ rule }) => rule)].map((rule) => [rule.id, rule])
  );
  return [...groupBy(named.values(), ({ contractId }) => contractId)].map(([contract, members]) => ({
    name: contract,
    cases: members.map((rule) => ruleCase(rule, violationsOf.get(rule.id) ?? [], mask))
  }));
}
function ruleCase(rule, violations2, mask) {
  const counted = violations2.filter(({ exemption }) => exemption === null);
  const exempt2 = violations2.flatMap(
    ({ exemption }) => exemption === null ? [] : `${exemption.kind}: ${exemption.reason}`
  );
  const [first] = counted;
  const about = { name: rule.id, suite: rule.contractId, file: rule.declaredAt.file };
  if (first === void 0) {
    return { ...about, verdict: exempt2.length > 0 ? "skipped" : "passed", message: exempt2[0] ?? "", text: "" };
  }
  return {
    ...about,
    verdict: rule.severity === "error" ? "failure" : "passed",
    message: headline(first.message, counted.length, "violation"),
    text: counted.map((violation) => contractTestText(violation, mask)).join("\n")
  };
}
function headline(first, count, noun) {
  return count === 1 ? first : `${plural(count, noun)}: ${first}`;
}
function countsOf2(cases) {
  const count = (verdict) => cases.filter((each) => each.verdict === verdict).length;
  return { tests: cases.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
}
function suiteElement({ name, cases }) {
  const written = attributes({ name, ...countsOf2(cases) });
  return `  <testsuite${written}>
${cases.map(caseElement).join("")}  </testsuite>
`;
}
function caseElement({ name, suite, file, verdict, message, text }) {
  const head = `    <testcase${attributes({ classname: suite, name, file })}`;
  const body = markup(text, "\n	");
  if (verdict !== "passed") {
    return `${head}>
      <${verdict}${attributes({ message })}>${body}</${verdict}>
    </testcase>
`;
  }
  return text === "" ? `${head}/>
` : `${head}>
      <system-out>${body}</system-out>
    </testcase>
`;
}
var checkJunit;
var init_check_junit = __esm({
  "src/reporters/check-junit.ts"() {
    "use strict";
    init_mask_secrets();
    init_check_contract_test();
    init_group_by();
    init_location_text();
    init_log_line();
    init_markup();
    init_plural();
    init_report_entries();
    checkJunit = {
      summary: "JUnit XML, one test case a rule",
      carriesProblems: true,
      render(report) {
        const suites = [lookSuite(report), ...contractSuites(report)];
        const total = attributes({ name: "specflow", ...countsOf2(suites.flatMap(({ cases }) => cases)) });
        const elements = suites.map(suiteElement).join("");
        return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${total}>
${elements}</testsuites>
`;
      }
    };
  }
});

// src/reporters/markdown.ts
function proseOf(text) {
  return sanitize(text).replace(/[\\`*_[\]<>#|!~&]/g, "\\$&");
}
function codeSpan(text) {
  const safe = sanitize(text);
  const fence = "`".repeat(longestRun(safe) + 1);
  const pad = safe.startsWith("`") || safe.endsWith("`") || safe === "" ? " " : "";
  return fence + pad + safe + pad + fence;
}
function codeBlock(language, text) {
  const safe = sanitize(text.replaceAll("\r\n", "\n"), "\n	").replace(/\n$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(safe) + 1));
  return `${fence}${language}
${safe}
${fence}`;
}
function longestRun(text) {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
var init_markdown = __esm({
  "src/reporters/markdown.ts"() {
    "use strict";
    init_sanitize();
  }
});

// src/reporters/check-markdown.ts
function headline2({ result }) {
  const parts = verdictParts(result).map(({ text }) => text);
  const { brokenFiles } = countsOf(result);
  if (parts.length === 0) return "no violations";
  return `${parts.join(", ")}${brokenFiles > 0 ? ` in ${plural(brokenFiles, "file")}` : ""}`;
}
function tableOf(entries) {
  if (entries.length === 0) return [];
  const { shown, leftOut: leftOut2 } = fitting(entries.map(rowOf), TABLE_ROOM);
  const more = leftOut2 > 0 ? [`\u2026 and ${leftOut2} more: \`specflow check\` lists them all.`] : [];
  const fixable = entries.filter(({ outlook }) => outlook !== null).length;
  const next = fixable > 0 ? [`Next: \`specflow heal --dry-run\` (it has a fix to try for ${fixable} of ${entries.length})`] : [];
  return [["| | Rule | Where | What |", "| --- | --- | --- | --- |", ...shown].join("\n"), ...more, ...next];
}
function rowOf({ severity, id, spot, message, hint, outlook }) {
  const lines = [
    prose(message),
    ...hint === null ? [] : [`**Fix:** ${prose(hint)}`],
    ...outlook === null ? [] : [`Heal would try ${cell(code(outlookText(outlook)))}`]
  ];
  const where = spot === null ? "" : cell(code(placeOf(spot)));
  return `| ${severity} | ${cell(code(id))} | ${where} | ${lines.join("<br>")} |`;
}
function listOf(entries) {
  const lines = entries.map(({ severity, id, spot, message, hint }) => {
    const words = severity === "error" ? "**error** " : "";
    const where = spot === null ? "" : ` ${code(placeOf(spot))}`;
    return `- ${words}${code(id)}${where}: ${prose(message)}${hint === null ? "" : ` **Fix:** ${prose(hint)}`}`;
  });
  const { shown, leftOut: leftOut2 } = fitting(lines, LIST_ROOM);
  return [...shown, ...leftOut2 > 0 ? [`- \u2026 and ${leftOut2} more`] : []].join("\n");
}
function exemptLine({ result }) {
  const { exempt: exempt2 } = countsOf(result);
  return exempt2 === 0 ? [] : [`${plural(exempt2, "violation")} exempt by waiver, suppression or baseline.`];
}
function fitting(lines, room) {
  let used = 0;
  const overflow = lines.findIndex((line, index) => {
    used += line.length + 1;
    return index > 0 && used > room;
  });
  const count = overflow === -1 ? lines.length : overflow;
  return { shown: lines.slice(0, count), leftOut: lines.length - count };
}
function placeOf({ file, line, column }) {
  return locationText(file, line, column);
}
function shorten(text) {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}\u2026` : text;
}
function prose(text) {
  return proseOf(shorten(text)).replace(/(@(?=\w)|\\#(?=\d))/g, "$1<!-- -->");
}
function code(text) {
  return codeSpan(shorten(text).replace(LOG_COMMAND, "\\x23"));
}
function cell(markdown) {
  return markdown.replaceAll("|", "\\|");
}
var TABLE_ROOM, LIST_ROOM, checkMarkdown, LONGEST_TEXT;
var init_check_markdown = __esm({
  "src/reporters/check-markdown.ts"() {
    "use strict";
    init_check_result();
    init_location_text();
    init_log_command();
    init_markdown();
    init_outlook_text();
    init_plural();
    init_report_entries();
    init_verdict_parts();
    TABLE_ROOM = 45e3;
    LIST_ROOM = 7e3;
    checkMarkdown = {
      summary: "a comment for a pull request or a CI job summary",
      carriesProblems: true,
      render(report) {
        const entries = worstFirst(entriesOf(report));
        const of = (kind) => entries.filter((entry2) => entry2.kind === kind);
        const findings2 = listOf(of("finding"));
        const problems2 = listOf(of("problem"));
        const blocks = [
          // Lets a bot find its own comment and write it anew.
          "<!-- specflow -->",
          `## Specflow: ${headline2(report)}`,
          ...problems2 === "" ? [] : ["### Problems", problems2],
          ...tableOf(of("violation")),
          ...exemptLine(report),
          "### Findings",
          findings2 === "" ? "None." : findings2,
          `<sub>${plural(report.result.files, "file")}, ${plural(report.result.rules, "rule")} checked.</sub>`
        ];
        return `${blocks.join("\n\n")}
`;
      }
    };
    LONGEST_TEXT = 500;
  }
});

// src/reporters/check-summary.ts
function checkSummary(report, palette) {
  const { result } = report;
  const { errors, warnings, exempt: exempt2, brokenFiles, violations: violations2 } = countsOf(result);
  const problems2 = result.problems.filter(({ severity }) => severity !== "warning").length;
  const extent = palette.dim(` (${plural(result.files, "file")}, ${plural(result.rules, "rule")})`);
  const counts = [
    errors > 0 ? plural(errors, "error") : null,
    warnings > 0 ? plural(warnings, "warning") : null,
    problems2 > 0 ? plural(problems2, "problem") : null
  ].filter((part) => part !== null);
  const where = brokenFiles > 0 ? ` in ${plural(brokenFiles, "file")}` : "";
  const aside = exempt2 > 0 ? `, ${exempt2} exempt` : "";
  const line = counts.length === 0 ? `${palette.green("\u2714 no violations")}${aside}${extent}` : `${paintFor(errors + problems2, palette)(`${errors + problems2 > 0 ? "\u2716" : "\u26A0"} ${counts.join(", ")}${where}`)}${aside}${extent}`;
  return `${line}
${palette.bold("Next:")} ${nextStep(report, violations2)}
`;
}
function paintFor(failing, palette) {
  return failing > 0 ? palette.red : palette.yellow;
}
function nextStep({ result, outlooks }, violations2) {
  const problem = result.problems.find(({ severity }) => severity !== "warning");
  if (problem) return problemStep(problem);
  const mendable = result.violations.filter((violation) => !violation.exemption && outlooks.has(violation)).length;
  if (mendable > 0) return `specflow heal --dry-run  (it has a fix to try for ${mendable} of ${violations2})`;
  const first = result.violations.find(({ exemption }) => exemption === null);
  if (first) return `specflow explain ${shellWord(first.rule.id)}`;
  return result.findings.length > 0 ? "look at the findings above" : "nothing to do; every contract holds";
}
function problemStep({ file, line, column }) {
  if (file === null) return "put right what is named above, then specflow check";
  return `fix ${locationText(file, line, column)}, then specflow check`;
}
function shellWord(word) {
  return /^[\w.:@%+/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
var init_check_summary = __esm({
  "src/reporters/check-summary.ts"() {
    "use strict";
    init_check_result();
    init_location_text();
    init_plural();
  }
});

// src/reporters/wrap-text.ts
function wrapText(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
var init_wrap_text = __esm({
  "src/reporters/wrap-text.ts"() {
    "use strict";
    init_display_width();
  }
});

// src/reporters/findings-text.ts
function findingsText(findings2, palette, width) {
  if (findings2.length === 0) return `${palette.bold("Findings")}: none
`;
  const lines = findings2.flatMap((finding) => {
    const place = finding.file === null ? "" : ` ${palette.dim(locationText(finding.file, finding.line, null))}`;
    const rule = finding.ruleId === null ? "" : ` ${sanitize(finding.ruleId)}`;
    const message = wrapText(sanitize(finding.message), width - 4).map((line) => `    ${line}`);
    const help = finding.help === null ? [] : wrapText(`help: ${sanitize(finding.help)}`, width - 4);
    return [
      `  ${palette.cyan(sanitize(finding.code))}${rule}${place}`,
      ...message,
      ...help.map((line) => `    ${line}`)
    ];
  });
  return `${palette.bold("Findings")} (${findings2.length})
${lines.join("\n")}
`;
}
var init_findings_text = __esm({
  "src/reporters/findings-text.ts"() {
    "use strict";
    init_sanitize();
    init_location_text();
    init_wrap_text();
  }
});

// src/reporters/problem-text.ts
function problemText(problem, palette, sourceLine = null) {
  const word = problem.severity === "warning" ? "warning" : "error";
  const paint = problem.severity === "warning" ? palette.yellow : palette.red;
  const lines = [`${palette.bold(paint(`${word}[${sanitize(problem.code)}]`))}: ${sanitize(problem.message)}`];
  if (problem.file !== null) lines.push(`  --> ${locationText(problem.file, problem.line, problem.column)}`);
  if (sourceLine !== null) lines.push(`   ${palette.dim(`${problem.line ?? ""} |`)} ${sanitize(sourceLine.trimEnd())}`);
  if (problem.help !== null) lines.push(`  help: ${sanitize(problem.help, "\n").replaceAll("\n", "\n        ")}`);
  return `${lines.join("\n")}
`;
}
var init_problem_text = __esm({
  "src/reporters/problem-text.ts"() {
    "use strict";
    init_sanitize();
    init_location_text();
  }
});

// src/reporters/check-pretty.ts
function entry(violation, outlook, mask, palette, { width }) {
  const frame = codeFrame(violation, mask, palette, width);
  const notes = [...absenceNotes(violation), ...remedies(violation, outlook)];
  const wrapped = notes.flatMap((note) => {
    const [first = "", ...rest] = wrapText(note, width - 6);
    return [`   ${palette.dim("=")} ${first}`, ...rest.map((line) => `     ${line}`)];
  });
  return `${[...heading(violation, palette, width), ...frame, ...wrapped].join("\n")}
`;
}
function heading(violation, palette, width) {
  const message = sanitize(violation.message);
  const label = headLabel(violation, paletteOf(false));
  if (displayWidth(label) + 2 + displayWidth(message) <= width) return [headline3(violation, palette)];
  return [headLabel(violation, palette), ...wrapText(message, width - 2).map((line) => `  ${line}`)];
}
function headline3(violation, palette) {
  return `${headLabel(violation, palette)}  ${sanitize(violation.message)}`;
}
function headLabel({ rule, file, place, severity }, palette) {
  const where = file === null ? "no file" : locationText(file, place?.line ?? null, place?.column ?? null);
  const word = severity === "error" ? palette.red(severity) : palette.yellow(severity);
  return `${palette.bold(where)}  ${word}  ${palette.cyan(sanitize(rule.id))}`;
}
function absenceNotes({ rule, checkIndex, place, file }) {
  const check = rule.checks[checkIndex];
  if (place !== null || check?.kind !== "required-pattern") return [];
  const where = file === null ? `any file of ${rule.scope.globs.join(" ")}` : "this file";
  return [`required: ${sanitize(check.pattern.written)}, not found in ${sanitize(where)}`];
}
function remedies({ rule, checkIndex }, outlook) {
  const hint = rule.checks[checkIndex]?.autoFix?.hint ?? null;
  return [
    ...hint === null ? [] : [`fix: ${sanitize(hint)}`],
    ...outlook === null ? [] : [`fixable by ${outlookText(outlook)}`]
  ];
}
function exemptText(violations2, palette) {
  const lines = violations2.flatMap(({ exemption, file, place, rule }) => {
    if (exemption === null) return [];
    const where = file === null ? "no file" : locationText(file, place?.line ?? null, place?.column ?? null);
    const until = exemption.expires === null ? "" : ` until ${exemption.expires}`;
    return [`  ${where}  ${sanitize(rule.id)}  ${exemption.kind}${until}: ${sanitize(exemption.reason)}`];
  });
  if (lines.length === 0) return "";
  const rest = lines.length - EXEMPT_SHOWN;
  const shown = [...lines.slice(0, EXEMPT_SHOWN), ...rest > 0 ? [`  \u2026 and ${rest} more`] : []];
  return `${palette.bold("Exempt")} (${lines.length})
${shown.join("\n")}
`;
}
var checkPretty, EXEMPT_SHOWN;
var init_check_pretty = __esm({
  "src/reporters/check-pretty.ts"() {
    "use strict";
    init_mask_secrets();
    init_sanitize();
    init_check_summary();
    init_code_frame();
    init_display_width();
    init_findings_text();
    init_location_text();
    init_outlook_text();
    init_palette();
    init_problem_text();
    init_wrap_text();
    checkPretty = {
      summary: "for people: code frames, remedies and the next command",
      carriesProblems: true,
      render(report, style) {
        const { result, outlooks } = report;
        const palette = paletteOf(style.color);
        const mask = maskSecrets(result.violations);
        const counted = result.violations.filter(({ exemption }) => exemption === null);
        const problems2 = result.problems.map((problem) => problemText(problem, palette));
        if (style.quiet)
          return counted.map((violation) => `${headline3(violation, palette)}
`).join("") + problems2.join("");
        const sections = [
          ...counted.map((violation) => entry(violation, outlooks.get(violation) ?? null, mask, palette, style)),
          ...problems2,
          exemptText(result.violations, palette),
          findingsText(result.findings, palette, style.width),
          checkSummary(report, palette)
        ];
        return sections.filter((section) => section !== "").join("\n");
      }
    };
    EXEMPT_SHOWN = 10;
  }
});

// src/reporters/line-hashes.ts
function lineHashes(text) {
  const { units, lineStarts } = levelled(text);
  const seen = /* @__PURE__ */ new Map();
  const hashes = [];
  let high = 0;
  let low = 0;
  let next = 0;
  for (let end = 0; hashes.length < lineStarts.length; end++) {
    const dropped = units[end - WINDOW] ?? 0;
    const sum = BASE * low + (units[end] ?? 0) - DROP_LOW * dropped;
    high = BASE * high + Math.floor(sum / 2 ** 32) - DROP_HIGH * dropped >>> 0;
    low = sum >>> 0;
    if (end - WINDOW + 1 !== lineStarts[next]) continue;
    next++;
    const hash4 = (BigInt(high) << 32n | BigInt(low)).toString(16);
    const ordinal = (seen.get(hash4) ?? 0) + 1;
    seen.set(hash4, ordinal);
    hashes.push(`${hash4}:${ordinal}`);
  }
  return hashes;
}
function levelled(text) {
  const units = new Uint16Array(text.length + 1);
  const lineStarts = [0];
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || unit === TAB2 || unit === LF && text.charCodeAt(at - 1) === CR) continue;
    units[length++] = unit === CR ? LF : unit;
    if (unit === CR || unit === LF) lineStarts.push(length);
  }
  units[length++] = END_OF_FILE;
  return { units: units.subarray(0, length), lineStarts };
}
var WINDOW, BASE, END_OF_FILE, GROWN, DROP_HIGH, DROP_LOW, TAB2, LF, CR, SPACE;
var init_line_hashes = __esm({
  "src/reporters/line-hashes.ts"() {
    "use strict";
    WINDOW = 100;
    BASE = 37;
    END_OF_FILE = 65535;
    GROWN = BigInt.asUintN(64, BigInt(BASE) ** BigInt(WINDOW));
    DROP_HIGH = Number(GROWN >> 32n);
    DROP_LOW = Number(GROWN & 0xffffffffn);
    TAB2 = 9;
    LF = 10;
    CR = 13;
    SPACE = 32;
  }
});

// src/model/position.ts
function indexLines(text) {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code2 = text.charCodeAt(i);
    if (code2 === 10) starts.push(i + 1);
    else if (code2 === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return {
    lineCount: starts.length,
    positionAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if (starts[middle] <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - starts[low] + 1 };
    },
    lineText(line) {
      const start = starts[line - 1];
      if (start === void 0) return "";
      let end = starts[line] ?? text.length;
      if (end > start && text.charCodeAt(end - 1) === 10) end--;
      if (end > start && text.charCodeAt(end - 1) === 13) end--;
      return text.slice(start, end);
    }
  };
}
var init_position = __esm({
  "src/model/position.ts"() {
    "use strict";
  }
});

// src/reporters/uri-of.ts
function uriOf(path) {
  return path.replace(LONE_SURROGATE, "\uFFFD").split("/").map((segment) => encodeURIComponent(segment)).join("/");
}
var LONE_SURROGATE;
var init_uri_of = __esm({
  "src/reporters/uri-of.ts"() {
    "use strict";
    LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  }
});

// src/reporters/sarif-fix.ts
function sarifFix({ file, description, edits }, source, mask) {
  const lines = indexLines(source.text);
  const isSound = edits.every(({ range, text }) => range.end <= source.text.length && mask.apply(text) === text);
  if (!isSound || edits.length === 0) return null;
  const replacements = edits.map(({ range, text }) => {
    const start = lines.positionAt(range.start);
    const end = lines.positionAt(range.end);
    return {
      deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      insertedContent: { text }
    };
  });
  return {
    description: { text: sanitize(description) },
    artifactChanges: [{ artifactLocation: { uri: uriOf(file) }, replacements }]
  };
}
var init_sarif_fix = __esm({
  "src/reporters/sarif-fix.ts"() {
    "use strict";
    init_position();
    init_sanitize();
    init_uri_of();
  }
});

// src/reporters/sarif-result.ts
function sarifResults(violations2, ruleIndex, report) {
  const mask = maskSecrets(report.result.violations);
  const lineHashOf = lineHashLookup(report);
  return violations2.map((violation) => {
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
        ...lineHash === null ? {} : { primaryLocationLineHash: lineHash },
        "specflow/v1": fingerprint
      },
      ...fix === null ? {} : { fixes: [fix] },
      ...exemption === null ? {} : { suppressions: [suppressionOf(exemption)] }
    };
  });
}
function locationOf(spot, { place }, mask) {
  const startLine = spot.line ?? 1;
  const startColumn = spot.column ?? 1;
  return {
    artifactLocation: { uri: uriOf(spot.file) },
    region: {
      startLine,
      startColumn,
      endLine: spot.end?.line ?? startLine,
      endColumn: spot.end?.column ?? startColumn,
      ...place === null ? {} : { snippet: { text: excerpt(mask.apply(place.match)) } }
    }
  };
}
function lineHashLookup({ sources }) {
  const byFile = /* @__PURE__ */ new Map();
  return ({ file, line }) => {
    const source = sources?.get(file);
    if (source === void 0) return null;
    const hashes = byFile.get(file) ?? lineHashes(source.bom ? `\uFEFF${source.text}` : source.text);
    byFile.set(file, hashes);
    return hashes[(line ?? 1) - 1] ?? null;
  };
}
function fixOf(violation, { fixes, sources }, mask) {
  const fix = fixes?.get(violation);
  const source = fix && sources?.get(fix.file);
  return fix && source ? sarifFix(fix, source, mask) : null;
}
function suppressionOf({ kind, reason }) {
  return {
    kind: kind === "suppression" ? "inSource" : "external",
    justification: sanitize(`${kind}: ${reason}`)
  };
}
var init_sarif_result = __esm({
  "src/reporters/sarif-result.ts"() {
    "use strict";
    init_mask_secrets();
    init_sanitize();
    init_line_hashes();
    init_print_json();
    init_report_entries();
    init_sarif_fix();
    init_uri_of();
    init_violation_message();
  }
});

// src/reporters/sarif-rule.ts
function sarifRule(rule) {
  const isSecurity = SPEAKS_OF_SECURITY.test(`${rule.contractId} ${rule.id}`);
  const messages = [...new Set(rule.checks.map(({ message }) => message))];
  return {
    id: rule.id,
    name: cut(rule.id, LONGEST_NAME),
    shortDescription: { text: cut(rule.title, LONGEST_DESCRIPTION) },
    fullDescription: { text: cut([rule.title, ...messages].join("\n"), LONGEST_DESCRIPTION) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: rule.severity },
    properties: {
      tags: [...isSecurity ? ["security"] : [], `contract:${rule.contractId}`],
      precision: "high",
      "problem.severity": rule.severity,
      ...isSecurity ? { "security-severity": rule.severity === "error" ? "8.0" : "5.0" } : {}
    }
  };
}
function cut(text, length) {
  const safe = sanitize(text, "\n");
  return safe.length <= length ? safe : `${safe.slice(0, length - 1)}\u2026`;
}
function helpText({ id, scope, checks, declaredAt }) {
  const hints = hintsOf(checks).map((hint) => `Fix: ${hint}`);
  const lines = [
    `Scope: ${scope.globs.join(", ")}`,
    ...hints,
    `Declared in ${declaredAt.file}`,
    `specflow explain ${id}`
  ];
  return sanitize(lines.join("\n"), "\n");
}
function helpMarkdown({ id, title, scope, checks, exampleViolations, exampleCompliant, declaredAt }) {
  const demands = checks.map((check) => `- ${proseOf(check.message)}: ${demandOf(check)}`);
  const hints = hintsOf(checks).map((hint) => `**Fix:** ${proseOf(hint)}`);
  const wrong = exampleViolations.map(({ text }) => `Violates:

${codeBlock("", text)}`);
  const right = exampleCompliant.map(({ text }) => `Complies:

${codeBlock("", text)}`);
  return [
    `**${proseOf(title)}**`,
    demands.join("\n"),
    ...hints,
    ...wrong,
    ...right,
    `In scope: ${scope.globs.map(codeSpan).join(" ")}`,
    `Declared in ${codeSpan(declaredAt.file)}. More: ${codeSpan(`specflow explain ${id}`)}`
  ].join("\n\n");
}
function demandOf(check) {
  switch (check.kind) {
    case "forbidden-pattern":
      return `forbidden is ${codeSpan(check.pattern.written)}`;
    case "required-pattern":
      return `required is ${codeSpan(check.pattern.written)} in ${check.require === "any" ? "one file" : "every file"}`;
    case "domain":
      return `${check.policy === "allow" ? "only these hosts" : "none of these hosts"}: ${check.hosts.map(codeSpan).join(" ")}`;
  }
}
function hintsOf(checks) {
  return [...new Set(checks.flatMap(({ autoFix }) => autoFix?.hint ?? []))];
}
var LONGEST_NAME, LONGEST_DESCRIPTION, SPEAKS_OF_SECURITY;
var init_sarif_rule = __esm({
  "src/reporters/sarif-rule.ts"() {
    "use strict";
    init_sanitize();
    init_markdown();
    LONGEST_NAME = 255;
    LONGEST_DESCRIPTION = 1024;
    SPEAKS_OF_SECURITY = /(?:^|[^a-z])sec(?:urity)?(?:[^a-z]|$)/i;
  }
});

// src/reporters/check-sarif.ts
function errorsFirst(violations2) {
  const rank = ({ severity }) => severity === "error" ? 0 : 1;
  return [...violations2].sort((a, b) => rank(a) - rank(b));
}
function rulesOf(violations2) {
  const byId = new Map(violations2.map(({ rule }) => [rule.id, rule]));
  return [...byId.values()].sort((a, b) => a.id < b.id ? -1 : 1);
}
function notification(entry2) {
  return {
    level: entry2.severity,
    descriptor: { id: entry2.id },
    message: { text: sanitize(entryText(entry2)) },
    ...entry2.spot === null ? {} : { locations: [{ physicalLocation: whereabouts(entry2.spot) }] }
  };
}
function whereabouts({ file, line, column }) {
  const region = line === null ? null : { startLine: line, ...column === null ? {} : { startColumn: column } };
  return { artifactLocation: { uri: uriOf(file) }, ...region === null ? {} : { region } };
}
function leftOut(count) {
  if (count === 0) return [];
  const text = `${plural(count, "more violation")} left out: code scanning takes at most ${MOST_RESULTS} results.`;
  return [{ level: "warning", descriptor: { id: "report/cut" }, message: { text } }];
}
var SCHEMA, MOST_RESULTS, checkSarif;
var init_check_sarif = __esm({
  "src/reporters/check-sarif.ts"() {
    "use strict";
    init_sanitize();
    init_plural();
    init_print_json();
    init_report_entries();
    init_sarif_result();
    init_sarif_rule();
    init_uri_of();
    SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    MOST_RESULTS = 25e3;
    checkSarif = {
      summary: "SARIF 2.1.0, for code scanning",
      carriesProblems: true,
      render(report) {
        const { result, toolVersion, category, showExempt = false } = report;
        const chosen = result.violations.filter(({ exemption }) => exemption === null || showExempt);
        const violations2 = chosen.length > MOST_RESULTS ? errorsFirst(chosen).slice(0, MOST_RESULTS) : chosen;
        const rules = rulesOf(violations2);
        const notes = entriesOf(report).filter(({ kind }) => kind !== "violation");
        const run = {
          tool: { driver: { name: "Specflow", semanticVersion: toolVersion, rules: rules.map(sarifRule) } },
          automationDetails: { id: category ? `specflow/${category}/` : "specflow/" },
          columnKind: "utf16CodeUnits",
          invocations: [
            {
              executionSuccessful: notes.every(({ severity }) => severity !== "error"),
              toolExecutionNotifications: [...leftOut(chosen.length - violations2.length), ...notes.map(notification)]
            }
          ],
          results: sarifResults(violations2, new Map(rules.map(({ id }, index) => [id, index])), report)
        };
        return printJson({ $schema: SCHEMA, version: "2.1.0", runs: [run] });
      }
    };
  }
});

// src/reporters/diff-text.ts
var init_diff_text = __esm({
  "src/reporters/diff-text.ts"() {
    "use strict";
    init_sanitize();
  }
});

// src/reporters/heal-diff.ts
var init_heal_diff = __esm({
  "src/reporters/heal-diff.ts"() {
    "use strict";
    init_mask_secrets();
    init_diff_text();
    init_palette();
  }
});

// src/reporters/count-outcomes.ts
var init_count_outcomes = __esm({
  "src/reporters/count-outcomes.ts"() {
    "use strict";
  }
});

// src/reporters/heal-json.ts
var init_heal_json = __esm({
  "src/reporters/heal-json.ts"() {
    "use strict";
    init_mask_secrets();
    init_check_json();
    init_count_outcomes();
    init_print_json();
  }
});

// src/reporters/heal-markdown.ts
var init_heal_markdown = __esm({
  "src/reporters/heal-markdown.ts"() {
    "use strict";
    init_mask_secrets();
    init_count_outcomes();
    init_location_text();
    init_markdown();
  }
});

// src/reporters/heal-summary.ts
var init_heal_summary = __esm({
  "src/reporters/heal-summary.ts"() {
    "use strict";
    init_sanitize();
    init_count_outcomes();
    init_location_text();
    init_plural();
  }
});

// src/reporters/heal-pretty.ts
var init_heal_pretty = __esm({
  "src/reporters/heal-pretty.ts"() {
    "use strict";
    init_mask_secrets();
    init_sanitize();
    init_diff_text();
    init_findings_text();
    init_heal_summary();
    init_location_text();
    init_palette();
    init_problem_text();
    init_wrap_text();
  }
});

// src/reporters/index.ts
var CHECK_REPORTERS;
var init_reporters = __esm({
  "src/reporters/index.ts"() {
    "use strict";
    init_check_agent();
    init_check_checkstyle();
    init_check_compact();
    init_check_contract_test();
    init_check_github();
    init_check_gitlab();
    init_check_html();
    init_check_json();
    init_check_jsonl();
    init_check_junit();
    init_check_markdown();
    init_check_pretty();
    init_check_sarif();
    init_heal_diff();
    init_heal_json();
    init_heal_markdown();
    init_heal_pretty();
    CHECK_REPORTERS = {
      pretty: checkPretty,
      compact: checkCompact,
      agent: checkAgent,
      json: checkJson,
      jsonl: checkJsonl,
      sarif: checkSarif,
      junit: checkJunit,
      github: checkGithub,
      gitlab: checkGitlab,
      checkstyle: checkCheckstyle,
      markdown: checkMarkdown,
      html: checkHtml,
      "contract-test": checkContractTest
    };
  }
});

// src/engine/check-key.ts
function checkKey(rule, check) {
  return `${check.index} ${rule.id}`;
}
var init_check_key = __esm({
  "src/engine/check-key.ts"() {
    "use strict";
  }
});

// src/engine/checks/check-answer.ts
var MAX_SIGHTINGS;
var init_check_answer = __esm({
  "src/engine/checks/check-answer.ts"() {
    "use strict";
    MAX_SIGHTINGS = 1e4;
  }
});

// src/engine/checks/run-regex.ts
function findsAny(regex, text) {
  try {
    return text.search(regex) !== -1;
  } catch (error) {
    return engineFailure(error);
  }
}
function findAll(regex, text, accepts) {
  const any = findsAny(regex, text);
  if (any === false) return { kind: "clean" };
  if (any !== true) return any;
  const sightings = [];
  let sawText = false;
  const matches = text.matchAll(regex);
  for (; ; ) {
    let step;
    try {
      step = matches.next();
    } catch (error) {
      return engineFailure(error);
    }
    if (step.done) break;
    const found = step.value;
    if (found[0] === "") continue;
    sawText = true;
    if (!accepts(found)) continue;
    if (sightings.length === MAX_SIGHTINGS) return { kind: "seen", sightings, cut: true };
    sightings.push({
      start: found.index,
      match: found[0],
      groups: found.slice(1),
      namedGroups: found.groups ?? {}
    });
  }
  if (!sawText) return EMPTY_MATCHES;
  return sightings.length === 0 ? { kind: "clean" } : { kind: "seen", sightings, cut: false };
}
function engineFailure(error) {
  if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error;
  return {
    kind: "undecided",
    code: "check/regex-failed",
    reason: `the regex engine gave up: ${error.message}`,
    help: "Simplify the pattern (fewer nested repetitions, shorter alternatives), or keep very large files out of its scope."
  };
}
var EMPTY_MATCHES;
var init_run_regex = __esm({
  "src/engine/checks/run-regex.ts"() {
    "use strict";
    init_check_answer();
    EMPTY_MATCHES = {
      kind: "undecided",
      code: "check/empty-match",
      reason: "its pattern matches places but no text (only lookarounds, anchors or optional parts)",
      help: "Let the pattern match at least one character of the code it forbids."
    };
  }
});

// src/engine/checks/domain.ts
function domain(check, source) {
  return findAll(AUTHORITY, source.text, (found) => {
    const host = hostOf(found[1] ?? "");
    if (host === null) return false;
    const listed = check.hosts.some((pattern) => matchesHost(pattern, host, found[2] ?? ""));
    return check.policy === "forbid" ? listed : !listed;
  });
}
function hostOf(written) {
  if (/[$%{]/.test(written) || !URL.canParse(`http://${written}`)) return null;
  return new URL(`http://${written}`).hostname.replace(/\.$/, "") || null;
}
function matchesHost(pattern, host, port) {
  const [, name = "", wantedPort] = /^(.*?)(?::(\d+))?$/.exec(pattern) ?? [];
  if (wantedPort !== void 0 && wantedPort !== port) return false;
  return name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name;
}
var AUTHORITY;
var init_domain = __esm({
  "src/engine/checks/domain.ts"() {
    "use strict";
    init_run_regex();
    AUTHORITY = /(?:\b(?:https?|wss?|ftp):|(?<=["'`(=]))(?:\\?\/){2}(?:[^\s/?#"'`<>\\@]*@)?(\[[0-9a-f:.]+\]|[\w.$%{~\u0080-\uffff-]+)(?::(\d+))?/gi;
  }
});

// src/engine/checks/forbidden-pattern.ts
function forbiddenPattern(check, source, isCode) {
  const { path, text } = source;
  if (check.match === "text") return findAll(check.pattern.regex, text, () => true);
  return findAll(check.pattern.regex, text, (found) => isCode(path, text, found.index));
}
var init_forbidden_pattern = __esm({
  "src/engine/checks/forbidden-pattern.ts"() {
    "use strict";
    init_run_regex();
  }
});

// src/engine/checks/required-pattern.ts
function requiredPattern(check, source) {
  const found = findsAny(check.pattern.regex, source.text);
  if (found === true) return { kind: "satisfied" };
  return found === false ? { kind: "unmet" } : found;
}
var init_required_pattern = __esm({
  "src/engine/checks/required-pattern.ts"() {
    "use strict";
    init_run_regex();
  }
});

// src/engine/checks/index.ts
function runCheck(check, source, isCode) {
  switch (check.kind) {
    case "forbidden-pattern":
      return forbiddenPattern(check, source, isCode);
    case "required-pattern":
      return requiredPattern(check, source);
    case "domain":
      return domain(check, source);
  }
}
var init_checks = __esm({
  "src/engine/checks/index.ts"() {
    "use strict";
    init_domain();
    init_forbidden_pattern();
    init_required_pattern();
  }
});

// src/engine/fingerprint.ts
import { hash as hash3 } from "node:crypto";
function fingerprintsOf(file) {
  const seen = /* @__PURE__ */ new Map();
  return {
    next(ruleId, check, match) {
      const levelled2 = match === null ? "" : match.trim().replace(/\s+/g, " ");
      const identity = [ruleId, demandOf2(check), file ?? "", match === null ? "absent" : "match", levelled2].join("\0");
      const ordinal = seen.get(identity) ?? 0;
      seen.set(identity, ordinal + 1);
      return hash3("sha256", `${identity}\0${ordinal}`).slice(0, 16);
    }
  };
}
function demandOf2(check) {
  switch (check.kind) {
    case "domain":
      return `${check.kind} ${check.policy} ${check.hosts.join(" ")}`;
    case "forbidden-pattern":
    case "required-pattern":
      return `${check.kind} ${check.pattern.written}`;
  }
}
var init_fingerprint = __esm({
  "src/engine/fingerprint.ts"() {
    "use strict";
  }
});

// src/engine/place-of.ts
function placeOf2(sighting, lines) {
  const end = sighting.start + sighting.match.length;
  const from = lines.positionAt(sighting.start);
  const to = lines.positionAt(end);
  const firstLine = Math.max(1, from.line - CONTEXT_LINES);
  const lastLine = Math.min(lines.lineCount, from.line + CONTEXT_LINES);
  const context = [];
  for (let line = firstLine; line <= lastLine; line++) context.push(lines.lineText(line));
  return {
    range: { start: sighting.start, end },
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    match: sighting.match,
    lineText: context[from.line - firstLine] ?? "",
    context: { firstLine, lines: context },
    groups: sighting.groups,
    namedGroups: sighting.namedGroups
  };
}
var CONTEXT_LINES;
var init_place_of = __esm({
  "src/engine/place-of.ts"() {
    "use strict";
    CONTEXT_LINES = 2;
  }
});

// src/engine/requires-any.ts
function requiresAny(check) {
  return check.kind === "required-pattern" && check.require === "any";
}
var init_requires_any = __esm({
  "src/engine/requires-any.ts"() {
    "use strict";
  }
});

// src/engine/violation-of.ts
function violationOf2(rule, check, file, place, fingerprint) {
  return {
    rule,
    checkIndex: check.index,
    kind: check.kind,
    severity: rule.severity,
    message: check.message,
    file,
    place,
    fingerprint,
    exemption: null
  };
}
var init_violation_of = __esm({
  "src/engine/violation-of.ts"() {
    "use strict";
  }
});

// src/engine/check-text.ts
function checkText(source, rules, options = {}) {
  const isCode = options.isCode ?? everythingIsCode;
  const fingerprints = fingerprintsOf(source.path);
  const violations2 = [];
  const satisfied = [];
  const undecided = [];
  const problems2 = [];
  let lines = null;
  for (const rule of rules) {
    for (const check of rule.checks) {
      if (options.wants && !options.wants(rule, check)) continue;
      const answer = runCheck(check, source, isCode);
      switch (answer.kind) {
        case "clean":
          break;
        case "seen":
          lines ??= indexLines(source.text);
          for (const sighting of answer.sightings) {
            const fingerprint = fingerprints.next(rule.id, check, sighting.match);
            violations2.push(violationOf2(rule, check, source.path, placeOf2(sighting, lines), fingerprint));
          }
          if (answer.cut) problems2.push(tooManyMatches(rule, source.path));
          break;
        case "satisfied":
          if (requiresAny(check)) satisfied.push(checkKey(rule, check));
          break;
        case "unmet":
          if (requiresAny(check)) break;
          violations2.push(violationOf2(rule, check, source.path, null, fingerprints.next(rule.id, check, null)));
          break;
        case "undecided":
          if (requiresAny(check)) undecided.push(checkKey(rule, check));
          problems2.push(couldNotJudge(rule, source.path, answer));
          break;
      }
    }
  }
  return { violations: violations2, satisfied, undecided, problems: problems2 };
}
function tooManyMatches(rule, file) {
  return {
    code: "check/too-many-matches",
    severity: "incomplete",
    file,
    line: null,
    column: null,
    message: `${rule.id} matches more than ${MAX_SIGHTINGS} times in this file; the rest was not looked at.`,
    help: "Narrow the pattern, or take the file out of the scope of the rule."
  };
}
function couldNotJudge(rule, file, answer) {
  return {
    code: answer.code,
    severity: "incomplete",
    file,
    line: null,
    column: null,
    message: `${rule.id} could not be judged here: ${answer.reason}.`,
    help: answer.help
  };
}
var everythingIsCode;
var init_check_text = __esm({
  "src/engine/check-text.ts"() {
    "use strict";
    init_position();
    init_check_key();
    init_check_answer();
    init_checks();
    init_fingerprint();
    init_place_of();
    init_requires_any();
    init_violation_of();
    everythingIsCode = () => true;
  }
});

// tests/support/make-rule.ts
import micromatch from "micromatch";
function forbidden(regex, options = {}) {
  return (index) => ({
    ...base(index, options),
    kind: "forbidden-pattern",
    pattern: patternOf(regex),
    match: options.match ?? "text"
  });
}
function scopeOf(...globs) {
  return {
    globs,
    select: (files) => files.filter(
      (file) => globs.reduce(
        (inside, glob) => micromatch.isMatch(file, glob.replace(EXCLUDES, ""), { dot: true }) ? !EXCLUDES.test(glob) : inside,
        false
      )
    )
  };
}
function makeRule(options, ...checks) {
  return {
    id: options.id ?? "RULE-1",
    title: options.title ?? "A rule",
    severity: options.severity ?? "error",
    contractId: options.contractId ?? "test",
    origin: options.origin ?? "pattern",
    scope: scopeOf(...options.scope ?? ["**/*"]),
    checks: checks.map((make, index) => make(index)),
    exampleViolations: [],
    exampleCompliant: [],
    declaredAt: DECLARED
  };
}
var DECLARED, base, patternOf, EXCLUDES;
var init_make_rule = __esm({
  "tests/support/make-rule.ts"() {
    "use strict";
    DECLARED = { file: "contracts/test.yml", line: 1, column: 1 };
    base = (index, options) => ({
      index,
      message: options.message ?? `check ${index}`,
      autoFix: options.autoFix ?? null,
      declaredAt: DECLARED
    });
    patternOf = (regex) => ({
      written: String(regex),
      regex: new RegExp(regex.source, `${regex.flags.replace("g", "")}g`)
    });
    EXCLUDES = /^!(?!\()/;
  }
});

// tests/support/check-report.ts
function reportOf(violations2, more = {}) {
  return {
    result: { files: 41, rules: 6, violations: violations2, problems: [], findings: [], ...more },
    outlooks: /* @__PURE__ */ new Map(),
    toolVersion: "0.1.0"
  };
}
var PLAIN;
var init_check_report = __esm({
  "tests/support/check-report.ts"() {
    "use strict";
    init_check_text();
    PLAIN = { color: false, width: 80, quiet: false };
  }
});

// ../../tmp/fmt/big.ts
var require_big = __commonJS({
  "../../tmp/fmt/big.ts"() {
    init_reporters();
    init_check_text();
    init_make_rule();
    init_check_report();
    var rule = makeRule({ id: "SEC-1", title: "No secret" }, forbidden(/api_key = "\w+"/));
    var vs = [];
    var sources = /* @__PURE__ */ new Map();
    for (let f = 0; f < 1e3; f++) {
      const t = Array.from({ length: 100 }, (_, i) => `const api_key = "abcd${f}x${i}zz";`).join("\n");
      sources.set(`src/f${f}.ts`, { text: t, bom: false });
      vs.push(...checkText({ path: `src/f${f}.ts`, text: t }, [rule]).violations);
    }
    for (const [n, r] of Object.entries(CHECK_REPORTERS)) {
      const s = performance.now();
      const out = r.render({ ...reportOf(vs), sources }, PLAIN);
      console.log(n, out.length, Math.round(performance.now() - s) + "ms");
    }
  }
});
export default require_big();
