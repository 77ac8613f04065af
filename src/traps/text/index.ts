// Texts, bytes, dates and errors: what is read from them and made of them.
import type { Trap } from '../trap.js';
import { addedParts } from './added-parts.js';
import { byteLength } from './byte-length.js';
import { comparedHash } from './compared-hash.js';
import { cutLength } from './cut-length.js';
import { dayjsPlugin } from './dayjs-plugin.js';
import { encodedPart } from './encoded-part.js';
import { encodingName } from './encoding-name.js';
import { equalLength } from './equal-length.js';
import { errorInError } from './error-in-error.js';
import { escapedPattern } from './escaped-pattern.js';
import { escapedTwice } from './escaped-twice.js';
import { evaluatedText } from './evaluated-text.js';
import { fileEncoding } from './file-encoding.js';
import { forgivingConversion } from './forgiving-conversion.js';
import { joinedParts } from './joined-parts.js';
import { lengthOfText } from './length-of-text.js';
import { otherCipher } from './other-cipher.js';
import { otherId } from './other-id.js';
import { parsedDate } from './parsed-date.js';
import { patternAsText } from './pattern-as-text.js';
import { rawText } from './raw-text.js';
import { regexFlags } from './regex-flags.js';
import { resultType } from './result-type.js';
import { substringArguments } from './substring-arguments.js';
import { taggedQuery } from './tagged-query.js';
import { textOfNothing } from './text-of-nothing.js';
import { thrownClass } from './thrown-class.js';
import { thrownText } from './thrown-text.js';
import { trimmedSecret } from './trimmed-secret.js';

export const TEXT: readonly Trap[] = [
  addedParts,
  byteLength,
  comparedHash,
  cutLength,
  dayjsPlugin,
  encodedPart,
  encodingName,
  equalLength,
  errorInError,
  escapedPattern,
  escapedTwice,
  evaluatedText,
  fileEncoding,
  forgivingConversion,
  joinedParts,
  lengthOfText,
  otherCipher,
  otherId,
  parsedDate,
  patternAsText,
  rawText,
  regexFlags,
  resultType,
  substringArguments,
  taggedQuery,
  textOfNothing,
  thrownClass,
  thrownText,
  trimmedSecret,
];
