/**
 * The first `#` of what CI systems take for a command wherever it stands in a line of a log: `##[group]`, `##vso[…]`,
 * `##teamcity[…]`. Each format replaces it by its own escape.
 */
export const LOG_COMMAND = /#(?=#[a-z]*\[)/gi;
