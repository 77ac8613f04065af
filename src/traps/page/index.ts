// Markup, its elements and their style.
import type { Trap } from '../trap.js';
import { absentAttribute } from './absent-attribute.js';
import { addedListener } from './added-listener.js';
import { attributeText } from './attribute-text.js';
import { blockingDialog } from './blocking-dialog.js';
import { bracesOfCode } from './braces-of-code.js';
import { cleanedCode } from './cleaned-code.js';
import { droppedAttribute } from './dropped-attribute.js';
import { elementNodes } from './element-nodes.js';
import { eventName } from './event-name.js';
import { eventTarget } from './event-target.js';
import { handlerText } from './handler-text.js';
import { hiddenStyle } from './hidden-style.js';
import { jqueryMethod } from './jquery-method.js';
import { leftStorage } from './left-storage.js';
import { markupAsText } from './markup-as-text.js';
import { openedWindow } from './opened-window.js';
import { otherStorage } from './other-storage.js';
import { ownElement } from './own-element.js';
import { passiveListener } from './passive-listener.js';
import { pixelNumber } from './pixel-number.js';
import { pointerPlace } from './pointer-place.js';
import { renderedText } from './rendered-text.js';
import { replacedClass } from './replaced-class.js';
import { setAttribute } from './set-attribute.js';
import { spreadAttribute } from './spread-attribute.js';
import { styleVariable } from './style-variable.js';
import { submitButton } from './submit-button.js';

export const PAGE: readonly Trap[] = [
  absentAttribute,
  addedListener,
  attributeText,
  blockingDialog,
  bracesOfCode,
  cleanedCode,
  droppedAttribute,
  elementNodes,
  eventName,
  eventTarget,
  handlerText,
  hiddenStyle,
  jqueryMethod,
  leftStorage,
  markupAsText,
  openedWindow,
  otherStorage,
  ownElement,
  passiveListener,
  pixelNumber,
  pointerPlace,
  renderedText,
  replacedClass,
  setAttribute,
  spreadAttribute,
  styleVariable,
  submitButton,
];
