// Changes known to look right and mean something else. Each trap judges one kind of change, whichever instruction made it.
import type { Refusal } from '../refusal.js';
import { absentAttribute } from './absent-attribute.js';
import { addressScheme } from './address-scheme.js';
import { argumentCount } from './argument-count.js';
import { arrayLike } from './array-like.js';
import { arrowFunction } from './arrow-function.js';
import { assignedObject } from './assigned-object.js';
import { awaitedValue } from './awaited-value.js';
import { bitTest } from './bit-test.js';
import { blockScope } from './block-scope.js';
import { boxedValue } from './boxed-value.js';
import { bracesOfCode } from './braces-of-code.js';
import { browserEnvironment } from './browser-environment.js';
import { bufferSize } from './buffer-size.js';
import { calledResult } from './called-result.js';
import { caughtCallback } from './caught-callback.js';
import { changedTarget } from './changed-target.js';
import { cleanedCode } from './cleaned-code.js';
import { comparedHash } from './compared-hash.js';
import { componentProperty } from './component-property.js';
import { compoundAssignment } from './compound-assignment.js';
import { constructedMethod } from './constructed-method.js';
import { convertedValue } from './converted-value.js';
import { countedValue } from './counted-value.js';
import { cutFraction } from './cut-fraction.js';
import { dateObject } from './date-object.js';
import { deepCopy } from './deep-copy.js';
import { defaultExport } from './default-export.js';
import { deferredCode } from './deferred-code.js';
import { detachedMethod } from './detached-method.js';
import { droppedArgument } from './dropped-argument.js';
import { droppedAttribute } from './dropped-attribute.js';
import { droppedVoid } from './dropped-void.js';
import { duplicateKey } from './duplicate-key.js';
import { elementNodes } from './element-nodes.js';
import { emptyHolder } from './empty-holder.js';
import { encodedPart } from './encoded-part.js';
import { endedProgram } from './ended-program.js';
import { enumMember } from './enum-member.js';
import { erasedEnum } from './erased-enum.js';
import { erasedImport } from './erased-import.js';
import { errorInError } from './error-in-error.js';
import { evaluatedText } from './evaluated-text.js';
import { exactClass } from './exact-class.js';
import { exportedAlready } from './exported-already.js';
import { fileEncoding } from './file-encoding.js';
import { foreignModule } from './foreign-module.js';
import { frozenValue } from './frozen-value.js';
import { globalMember } from './global-member.js';
import { hoistedMock } from './hoisted-mock.js';
import { hookPlace } from './hook-place.js';
import { importKind } from './import-kind.js';
import { inheritedMember } from './inherited-member.js';
import { injectionContext } from './injection-context.js';
import { joinedList } from './joined-list.js';
import { keyCode } from './key-code.js';
import { laterMethod } from './later-method.js';
import { linkTarget } from './link-target.js';
import { listLength } from './list-length.js';
import { listMethod } from './list-method.js';
import { lostAwait } from './lost-await.js';
import { lostCatch } from './lost-catch.js';
import { lostCopy } from './lost-copy.js';
import { lostNarrowing } from './lost-narrowing.js';
import { lostReceiver } from './lost-receiver.js';
import { markupAsText } from './markup-as-text.js';
import { membership } from './membership.js';
import { mergedObject } from './merged-object.js';
import { missingMethod } from './missing-method.js';
import { missingValue } from './missing-value.js';
import { namedMember } from './named-member.js';
import { newDirective } from './new-directive.js';
import { newMember } from './new-member.js';
import { nonNull } from './non-null.js';
import { nullForUndefined } from './null-for-undefined.js';
import { nullishDefault } from './nullish-default.js';
import { numberParsing } from './number-parsing.js';
import { numberTest } from './number-test.js';
import { olderNode } from './older-node.js';
import { onPurpose } from './on-purpose.js';
import { onlyBase } from './only-base.js';
import { onlyRead } from './only-read.js';
import { optionalChain } from './optional-chain.js';
import { orderOfParameters } from './order-of-parameters.js';
import { otherBuiltIn } from './other-built-in.js';
import { otherCollection } from './other-collection.js';
import { otherMethod } from './other-method.js';
import { otherObject } from './other-object.js';
import { otherType } from './other-type.js';
import { ownElement } from './own-element.js';
import { ownMethod } from './own-method.js';
import { ownSetting } from './own-setting.js';
import { parsedDate } from './parsed-date.js';
import { pixelNumber } from './pixel-number.js';
import { plainAddress } from './plain-address.js';
import { processEvent } from './process-event.js';
import { promisedCallback } from './promised-callback.js';
import { promisedResult } from './promised-result.js';
import { readonlyMember } from './readonly-member.js';
import { regexFlags } from './regex-flags.js';
import { renderedChoice } from './rendered-choice.js';
import { renderedText } from './rendered-text.js';
import { requestMethod } from './request-method.js';
import { resultType } from './result-type.js';
import { sameBranches } from './same-branches.js';
import { sameResult } from './same-result.js';
import { sentBody } from './sent-body.js';
import { settingText } from './setting-text.js';
import { sharedList } from './shared-list.js';
import { shellLine } from './shell-line.js';
import { shorthandKey } from './shorthand-key.js';
import { sizedImage } from './sized-image.js';
import { sortOrder } from './sort-order.js';
import { spreadArguments } from './spread-arguments.js';
import { spreadAttribute } from './spread-attribute.js';
import { starExport } from './star-export.js';
import { staticSource } from './static-source.js';
import { strictEquality } from './strict-equality.js';
import { styleVariable } from './style-variable.js';
import { submitButton } from './submit-button.js';
import { substringArguments } from './substring-arguments.js';
import { thrownText } from './thrown-text.js';
import { throwsInstead } from './throws-instead.js';
import { translatedTwice } from './translated-twice.js';
import type { Change, Trap } from './trap.js';
import { truthValue } from './truth-value.js';
import { typeofGuard } from './typeof-guard.js';
import { unknownType } from './unknown-type.js';
import { unsafeOptional } from './unsafe-optional.js';
import { usedUpdate } from './used-update.js';
import { visitsAll } from './visits-all.js';
import { wrappedElements } from './wrapped-elements.js';
import { wrappedFunction } from './wrapped-function.js';

const TRAPS: readonly Trap[] = [
  markupAsText,
  strictEquality,
  substringArguments,
  blockScope,
  nullishDefault,
  numberTest,
  bufferSize,
  cleanedCode,
  comparedHash,
  compoundAssignment,
  constructedMethod,
  convertedValue,
  cutFraction,
  typeofGuard,
  duplicateKey,
  shorthandKey,
  errorInError,
  resultType,
  numberParsing,
  deferredCode,
  detachedMethod,
  membership,
  otherCollection,
  otherMethod,
  dateObject,
  nullForUndefined,
  listLength,
  joinedList,
  optionalChain,
  unsafeOptional,
  ownElement,
  ownMethod,
  onlyRead,
  usedUpdate,
  wrappedElements,
  awaitedValue,
  bitTest,
  boxedValue,
  browserEnvironment,
  endedProgram,
  droppedVoid,
  newDirective,
  newMember,
  nonNull,
  caughtCallback,
  arrowFunction,
  addressScheme,
  argumentCount,
  arrayLike,
  changedTarget,
  enumMember,
  erasedEnum,
  erasedImport,
  evaluatedText,
  fileEncoding,
  foreignModule,
  frozenValue,
  hookPlace,
  importKind,
  inheritedMember,
  lostAwait,
  lostNarrowing,
  lostReceiver,
  plainAddress,
  readonlyMember,
  renderedText,
  sameResult,
  shellLine,
  sortOrder,
  submitButton,
  thrownText,
  truthValue,
  unknownType,
  keyCode,
  laterMethod,
  pixelNumber,
  spreadArguments,
  spreadAttribute,
  sizedImage,
  renderedChoice,
  droppedArgument,
  defaultExport,
  droppedAttribute,
  bracesOfCode,
  sameBranches,
  componentProperty,
  emptyHolder,
  translatedTwice,
  styleVariable,
  linkTarget,
  countedValue,
  requestMethod,
  sentBody,
  settingText,
  promisedCallback,
  assignedObject,
  exportedAlready,
  orderOfParameters,
  otherObject,
  promisedResult,
  otherType,
  listMethod,
  visitsAll,
  calledResult,
  missingValue,
  deepCopy,
  elementNodes,
  exactClass,
  injectionContext,
  otherBuiltIn,
  parsedDate,
  regexFlags,
  sharedList,
  starExport,
  throwsInstead,
  absentAttribute,
  mergedObject,
  onPurpose,
  namedMember,
  encodedPart,
  lostCatch,
  lostCopy,
  missingMethod,
  ownSetting,
  processEvent,
  hoistedMock,
  staticSource,
  wrappedFunction,
  onlyBase,
  olderNode,
  globalMember,
];

/** The first trap a change falls into. */
export function findTrap(change: Change): Refusal | null {
  for (const trap of TRAPS) {
    const refusal = trap(change);
    if (refusal) return refusal;
  }
  return null;
}
