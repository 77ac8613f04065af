// Texts, bytes, dates and errors: what is read from them and made of them.
import type { Trap } from '../trap.js';
import { comparedHash } from './compared-hash.js';
import { encodedPart } from './encoded-part.js';
import { encodingName } from './encoding-name.js';
import { errorInError } from './error-in-error.js';
import { escapedTwice } from './escaped-twice.js';
import { evaluatedText } from './evaluated-text.js';
import { fileEncoding } from './file-encoding.js';
import { forgivingConversion } from './forgiving-conversion.js';
import { otherId } from './other-id.js';
import { parsedDate } from './parsed-date.js';
import { rawText } from './raw-text.js';
import { regexFlags } from './regex-flags.js';
import { resultType } from './result-type.js';
import { substringArguments } from './substring-arguments.js';
import { textOfNothing } from './text-of-nothing.js';
import { thrownClass } from './thrown-class.js';
import { thrownText } from './thrown-text.js';
import { trimmedSecret } from './trimmed-secret.js';

export const TEXT: readonly Trap[] = [
  comparedHash,
  encodedPart,
  encodingName,
  errorInError,
  escapedTwice,
  evaluatedText,
  fileEncoding,
  forgivingConversion,
  otherId,
  parsedDate,
  rawText,
  regexFlags,
  resultType,
  substringArguments,
  textOfNothing,
  thrownClass,
  thrownText,
  trimmedSecret,
];
