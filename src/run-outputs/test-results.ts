import { fieldsOf, isFields, jsonObjectIn, listOf, textOf } from './json.js';
import { distinctMentions, type OutputReader } from './mention.js';
import { mentionsInText } from './mentions-in-text.js';

/** The JSON reporters of vitest and jest. */
export const testResults: OutputReader = {
  name: 'the JSON of vitest and jest',
  read(text, ruleIds) {
    const run = jsonObjectIn(text);
    if (run === null || !Array.isArray(run.testResults) || !run.testResults.every(isFields)) return null;
    const mentions = run.testResults.flatMap(({ assertionResults, message }) => {
      const failures = listOf(assertionResults).flatMap((each) => listOf(fieldsOf(each).failureMessages));
      // A file that broke down before its tests has a message of its own.
      const texts = failures.length > 0 ? failures : [message];
      return texts.flatMap((each) => mentionsInText(textOf(each) ?? '', ruleIds));
    });
    const isGreen = run.success === true || (run.numFailedTests === 0 && run.numFailedTestSuites === 0);
    return mentions.length > 0 || isGreen ? distinctMentions(mentions) : null;
  },
};
