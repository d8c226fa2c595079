// Loaded into web and worker before everything else: their clock is ahead by the milliseconds in FAULT_CLOCK's file.
import { readFileSync } from "node:fs";

const file = process.env.FAULT_CLOCK;
const RealDate = Date;
let ahead = 0;
const read = () => {
  try {
    ahead = Number(readFileSync(file, "utf8")) || 0;
  } catch {
    ahead = 0;
  }
};
if (file) {
  setInterval(read, 100).unref();
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + ahead);
      else super(...given);
    }
    static now() {
      return RealDate.now() + ahead;
    }
    // Next copies what the class itself has, not what it inherits.
    static UTC = RealDate.UTC;
    static parse = RealDate.parse;
  };
}
