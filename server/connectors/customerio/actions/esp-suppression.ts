import { unlessMissing } from "~/server/connectors/customerio/answers";
import { EspInput, EspOutput } from "~/server/connectors/customerio/esp-fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";

export const espSuppression = defineAction({
  id: "customerio.esp_suppression",
  app: "customerio",
  title: "Check or change e-mail block",
  summary: "Tells whether the e-mail service refuses an address, and blocks or unblocks it.",
  words: [
    "check|remove|lift|block|unblock|clear|undo|drop|take email|address|esp block|suppression",
    "remove|lift|clear|undo block email|address",
    "unblock|block email|address",
    "esp|bounce suppression|block",
    "put|add address|email suppression|block",
  ],
  docs: "https://docs.customer.io/api/app/#tag/ESP-Suppression",
  effect: "upsert",
  bucket: "customerio.app",
  input: EspInput,
  output: EspOutput,
  sample: {
    input: { action: "add", email: "ada@example.com", type: "bounces" },
    output: { email: "ada@example.com", suppressions: [] },
  },
  async run(client, { action, email, type = "bounces" }) {
    const app = appOf(client);
    if (action === "add") await app.createSuppression(type, email);
    if (action === "remove") await unlessMissing(app.deleteSuppression(type, email));
    if (action !== "check") return { email, suppressions: [] };
    const answer = await unlessMissing(app.searchSuppression(email));
    return { email, suppressions: answer?.suppressions ?? [], category: answer?.category };
  },
});
