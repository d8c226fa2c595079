/** What one execution of a code step may use. The engine holds to it, the docs say it. */
export interface CodeLimits {
  /** Computing time. It is counted in steps of the interpreter, so that it does not depend on how busy the machine is. */
  cpuMs: number;
  memoryMb: number;
  /** The largest answer, as JSON. */
  outputKb: number;
  /** How deep lists and objects of the answer may lie in each other. */
  outputDepth: number;
  logLines: number;
  logKb: number;
}

export const CODE_LIMITS: CodeLimits = {
  cpuMs: 1_000,
  memoryMb: 64,
  outputKb: 256,
  outputDepth: 100,
  logLines: 200,
  logKb: 64,
};
