import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { JsonObject, required, Text } from "~/server/connectors/fields";

export const formSubmit = defineAction({
  id: "customerio.form.submit",
  app: "customerio",
  title: "Submit form",
  summary: "Hands in a form for a person, so that campaigns can start from it.",
  words: ["submit|send|hand_in|fill|complete|post|record form|submission", "form submission|submit|entry"],
  docs: "https://docs.customer.io/api/track/#operation/submitForm",
  effect: "send",
  bucket: "customerio.track",
  input: z.strictObject({
    form_id: required(Text(150), { title: "Form", description: "Your own id of it.", examples: ["contact"] }),
    data: required(
      JsonObject().refine((data) => "email" in data !== "id" in data, {
        error: "Must have the person's email or id, one of the two.",
      }),
      {
        title: "Fields",
        description: "By their names, with email or id.",
        examples: [{ email: "ada@example.com" }],
      },
    ),
  }),
  output: z.object({ form_id: z.string() }),
  sample: {
    input: { form_id: "contact", data: { email: "ada@example.com", topic: "billing" } },
    output: { form_id: "contact" },
  },
  async run({ track }, { form_id, data }) {
    await track.submitForm(form_id, data);
    return { form_id };
  },
});
