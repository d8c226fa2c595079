import { describe, expect, test } from "vitest";
import { AppError, httpStatus, toPublicError } from "~/server/errors";

describe("toPublicError", () => {
  test("shows an AppError as it is, with its details", () => {
    const error = new AppError("recipe_invalid", "The recipe has 1 problem.", { problems: [] });
    expect(toPublicError(error)).toEqual({
      code: "recipe_invalid",
      message: "The recipe has 1 problem.",
      details: { problems: [] },
    });
    expect(httpStatus(error.code)).toBe(422);
  });

  test("keeps the text of unknown errors inside", () => {
    const shown = toPublicError(new Error("password=hunter2"));
    expect(shown.code).toBe("internal");
    expect(shown.message).not.toContain("hunter2");
  });
});
