import { SendEmailRequest, type SendEmailRequestOptions } from "customerio-node";
import { z } from "zod";
import { EmailInput } from "~/server/connectors/customerio/email-fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";
import { present } from "~/server/connectors/fields";

export const emailSend = defineAction({
  id: "customerio.email.send",
  app: "customerio",
  title: "Send transactional e-mail",
  summary: "Sends one e-mail at once: a receipt, a reminder, an apology.",
  words: [
    "send|email|deliver|dispatch|shoot|fire|drop|get|want|receive|pop|ship|give|trigger email|receipt|reminder|newsletter|template|apology",
    "send|get|give|shoot|drop|write|pop|receive|hand @person email|message|reminder|note|receipt|link|code|invitation|apology|warning|thank|line|word|notice|heads-up|letter",
    "give|send @person head up",
    "write|reach|respond|reply to|out @person",
    "drop|write|send line|note|thank|heads-up @person",
    "email @person",
    "get|keep|stay touch|contact @person",
    "confirm|explain|announce|break|write it|that|news @person",
    "email it|them|link|code|coupon",
    "remind|thank|apologize|apologise|warn|congratulate|welcome|invite|nudge|ask|inform|notify|tell|contact|greet|chase|approach|alert|message|reassure|encourage|update @person",
    "remind|thank|welcome|congratulate|apologize|apologise",
    "let @person know|hear",
    "say thank|hello|goodbye|sorry|bye|hi @person",
    "say thank|hello|goodbye|sorry|bye",
    "@person hear us|about",
    "welcome|reminder|thank|apology|receipt|confirmation|warning|cancellation|dunning|winback|win_back|transactional|renewal|follow_up|goodbye|farewell|survey|feedback|offer|onboarding|billing|payment|rescue email",
    "email",
    "ask|request @person feedback|card|review|why",
    "send|email|shoot reminder|receipt|thank|welcome|notification|it|code|coupon|offer|survey|note|thank-you|farewell|goodbye|apology|confirmation",
  ],
  docs: "https://docs.customer.io/api/app/#operation/sendEmail",
  effect: "send",
  bucket: "customerio.transactional",
  input: EmailInput,
  output: z.object({ delivery_id: z.string(), queued_at: z.int().optional() }),
  sample: {
    input: {
      to: "ada@example.com",
      transactional_message_id: "receipt",
      message_data: { amount: "$49.00" },
      identifiers: { email: "ada@example.com" },
    },
    output: { delivery_id: "RMehBAAAAXE7r_ONUGXly9DBGkpq1JS31=", queued_at: 1790000000 },
  },
  async run(client, { identifiers = {}, ...message }) {
    const person = present(identifiers);
    const named = Object.keys(person).length > 0 ? person : { email: message.to };
    // The input's own check is what makes it one of the SDK's two kinds of request.
    const request = { ...present(message), identifiers: named } as unknown as SendEmailRequestOptions;
    const { delivery_id, queued_at } = await appOf(client).sendEmail(new SendEmailRequest(request));
    return present({ delivery_id, queued_at });
  },
});
