// Loaded with `--require`: the program under test believes that it is a year later.
'use strict';
const YEAR = 365 * 24 * 60 * 60 * 1000;
const RealDate = Date;
class LateDate extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + YEAR] : args));
  }
  static now() {
    return RealDate.now() + YEAR;
  }
}
globalThis.Date = LateDate;
