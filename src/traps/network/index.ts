// Addresses, requests and what is sent.
import type { Trap } from '../trap.js';
import { addressScheme } from './address-scheme.js';
import { onlyBase } from './only-base.js';
import { otherClient } from './other-client.js';
import { ownSignal } from './own-signal.js';
import { plainAddress } from './plain-address.js';
import { requestMethod } from './request-method.js';
import { sentBody } from './sent-body.js';
import { sentFile } from './sent-file.js';
import { sentStatus } from './sent-status.js';

export const NETWORK: readonly Trap[] = [
  addressScheme,
  onlyBase,
  otherClient,
  ownSignal,
  plainAddress,
  requestMethod,
  sentBody,
  sentFile,
  sentStatus,
];
