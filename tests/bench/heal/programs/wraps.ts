// What is wrapped in something that makes no difference where it may stand.

export type Wrap = readonly [find: RegExp, template: string];

export const WRAPS: readonly Wrap[] = [
  [/(?<!same\()\bkeep\(/, 'same(${MATCH})'],
  [/(?<!same\()\blater\(/, 'same(${MATCH})'],
  [/(?<!same\()\w+\.(?:map|filter|sort)\(/, 'same(${MATCH})'],
  [/(?<!same\()(?:Math|JSON|Object)\.\w+\(/, 'same(${MATCH})'],
  [/(?<!same\()\bnew (?:Store|Special|Counter)\(/, 'same(${MATCH})'],
  [/(?<!same\()\bkit\.\w+\(/, 'same(${MATCH})'],
  [/(?<!try \{ )\blog\([^()]+\);/, 'try { ${MATCH} } catch (error) { throw error; }'],
  [/(?<!try \{ )\bconst any\d+ = [^;\n]+;/, 'try { ${MATCH} } catch (error) { throw error; }'],
  [/(?<!try \{ )\breturn [^;\n{]+;/, 'try { ${MATCH} } finally { ready(); }'],
  [/(?<!if \(true\) \{ )\bstate\.last = [^;\n]+;/, 'if (true) { ${MATCH} }'],
  [/(?<!if \(true\) \{ )(?<=^ +)(?:let|const|var) (?:num|str)\d+ = [^;\n]+;/m, 'if (true) { ${MATCH} }'],
  [/(?<!await )\blater\(/, 'await ${MATCH}'],
  [/(?<!await )\bfails\(/, 'await ${MATCH}'],
  [/(?<!await )\b(?:kit\.)?load\(/, 'await ${MATCH}'],
  [/(?<!await )\bPromise\.all\(/, 'await ${MATCH}'],
  [/(?<!await )\bkeep\(/, 'await ${MATCH}'],
  [/(?<!freeze\()\{ a: 1, b: 0 \}/, 'Object.freeze(${MATCH})'],
  [/(?<!freeze\()\[3, 1, 2\]/, 'Object.freeze(${MATCH})'],
  [/(?<!freeze\()\[\](?=;)/, 'Object.freeze(${MATCH})'],
  [/(?<!freeze\()\{\}(?=;)/, 'Object.freeze(${MATCH})'],
  [/(?<!freeze\()\{ mode: .* \}(?=;)/, 'Object.freeze(${MATCH})'],
  [/(?<!freeze\()\bnew (?:Box|Store)\(/, 'Object.freeze(${MATCH})'],
  [/(?<!freeze\()\bboxed\(/, 'Object.freeze(${MATCH})'],
  [/(?<=module\.exports = )\{ [^}]+ \}/, 'Object.freeze(${MATCH})'],
];
