import { z } from "zod";
import { Email, Flag, optional, required } from "../fields";

/** https://docs.customer.io/api/app/#tag/ESP-Suppression */
export const EspInput = z
  .strictObject({
    action: required(z.enum(["check", "add", "remove"]), { title: "What to do" }),
    email: required(Email(), { title: "E-mail address", examples: ["ada@example.com"] }),
    type: optional(z.enum(["bounces", "blocks", "spam_reports", "invalid_emails"]), {
      title: "List",
      description: "Bounces unless you choose.",
    }),
    confirm: optional(Flag(), {
      title: "I understand",
      description:
        "Needed to remove: sending to an address that bounced or complained can harm your sender's name.",
    }),
  })
  .refine(({ action, confirm }) => action !== "remove" || confirm === true, {
    error: "Confirm it first: sending to an address that bounced or complained can harm your sender's name.",
    path: ["confirm"],
  });

export const EspOutput = z.object({
  email: z.string(),
  category: z.string().nullish(),
  suppressions: z.array(z.unknown()),
});
