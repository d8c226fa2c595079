// biome-ignore-all lint/style/useTemplate: a template calls String.prototype.concat here, which user code may have changed
/**
 * Runs inside the sandbox, before the user's code, from this function's own text. It keeps what it needs of the
 * language for itself and calls no method of a value (templates do, in this interpreter), so that user code may
 * change any prototype without changing how its answer is read.
 * @param {(line: string) => boolean} log takes one line; false when the log is full
 * @param {number} longestOutput in characters
 */
export function prelude(log, longestOutput) {
  const { apply } = Reflect;
  const { stringify, parse } = JSON;
  const toText = String;
  const cut = String.prototype.slice;
  const AnyError = Error;
  const Refusal = TypeError;
  const LONGEST_TEXT = 2_000;
  let isLogFull = false;

  const short = (text) => (text.length > LONGEST_TEXT ? apply(cut, text, [0, LONGEST_TEXT]) + "…" : text);

  function shown(value) {
    try {
      if (typeof value === "string") return short(value);
      if (typeof value === "bigint") return short(toText(value)) + "n";
      if (typeof value === "function") return "[function]";
      if (typeof value !== "object" || value === null) return short(toText(value));
      if (value instanceof AnyError) return short(toText(value.name) + ": " + toText(value.message));
      return short(stringify(value, (_key, inner) => (typeof inner === "bigint" ? toText(inner) : inner)));
    } catch {
      return "[a value that cannot be shown]";
    }
  }

  function write(level, values) {
    if (isLogFull) return;
    let line = level;
    for (let index = 0; index < values.length && line.length < LONGEST_TEXT; index++)
      line += (index === 0 ? "" : " ") + shown(values[index]);
    isLogFull = !log(short(line));
  }

  function checked(key, value) {
    const type = typeof value;
    if (type !== "function" && type !== "symbol" && type !== "bigint") return value;
    const where = key === "" ? "The returned value" : "The returned value's " + stringify(short(key));
    const what = type === "bigint" ? "a BigInt" : "a " + type;
    const fix = type === "bigint" ? "Turn it into a number or a string." : "Return data only.";
    throw new Refusal(where + " is " + what + ", which JSON cannot hold. " + fix);
  }

  function answered(value) {
    try {
      const text = stringify(value === undefined ? null : value, checked);
      if (text === undefined) return '{"output":"null"}';
      if (text.length > longestOutput) return '{"kind":"output","size":' + toText(text.length) + "}";
      return '{"output":' + stringify(text) + "}";
    } catch (error) {
      return failure("output", error);
    }
  }

  const field = (name, value) => ',"' + name + '":' + stringify(short(toText(value)));

  function failure(kind, error) {
    let facts = "";
    try {
      if (typeof error === "object" && error !== null && error instanceof AnyError)
        facts =
          ',"isError":true' +
          field("name", error.name) +
          field("message", error.message) +
          field("stack", error.stack);
      else facts = field("message", shown(error));
    } catch {
      facts = ',"message":"a value that cannot be shown"';
    }
    return '{"kind":"' + kind + '"' + facts + "}";
  }

  const at =
    (level) =>
    (...values) =>
      write(level, values);
  globalThis.console = {
    log: at(""),
    info: at(""),
    debug: at(""),
    warn: at("[warn] "),
    error: at("[error] "),
  };

  return {
    start: (code, input) => code(parse(input)),
    answered,
    failed: (error) => failure("threw", error),
  };
}
