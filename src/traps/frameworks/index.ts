// What React, Angular, Vue and routers expect of the code they call.
import type { Trap } from '../trap.js';
import { askedProcess } from './asked-process.js';
import { componentProperty } from './component-property.js';
import { countedValue } from './counted-value.js';
import { foundDocument } from './found-document.js';
import { hookPlace } from './hook-place.js';
import { injectionContext } from './injection-context.js';
import { keptIdentity } from './kept-identity.js';
import { laterMethod } from './later-method.js';
import { layoutEffect } from './layout-effect.js';
import { linkTarget } from './link-target.js';
import { lostDependency } from './lost-dependency.js';
import { nativeDriver } from './native-driver.js';
import { nextRouter } from './next-router.js';
import { noComponent } from './no-component.js';
import { noticedAssignment } from './noticed-assignment.js';
import { oneRoot } from './one-root.js';
import { reactiveValue } from './reactive-value.js';
import { renderedChoice } from './rendered-choice.js';
import { routeParameter } from './route-parameter.js';
import { routerFunction } from './router-function.js';
import { sizedImage } from './sized-image.js';
import { strictSchema } from './strict-schema.js';
import { templateType } from './template-type.js';
import { translatedTwice } from './translated-twice.js';

export const FRAMEWORKS: readonly Trap[] = [
  askedProcess,
  componentProperty,
  countedValue,
  foundDocument,
  hookPlace,
  injectionContext,
  keptIdentity,
  laterMethod,
  layoutEffect,
  linkTarget,
  lostDependency,
  nativeDriver,
  nextRouter,
  noComponent,
  noticedAssignment,
  oneRoot,
  reactiveValue,
  renderedChoice,
  routeParameter,
  routerFunction,
  sizedImage,
  strictSchema,
  templateType,
  translatedTwice,
];
