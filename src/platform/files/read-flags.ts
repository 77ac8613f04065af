import { constants } from 'node:fs';

/** To open a file to read: neither follows a link nor waits for a pipe. Windows knows neither flag. */
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
