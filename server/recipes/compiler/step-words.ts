import type { Deed } from "./lexicon";

/** How people ask for the steps that are no app's action. */
export const STEP_WORDS: readonly { deed: Deed; words: readonly string[] }[] = [
  {
    deed: { id: "core.notify", title: "Tell the team", effect: "send" },
    words: [
      "alert|notify|tell|ping|warn|inform|message|email|let|post|dm|page|send|text|remind|update @team",
      "alert|notify|ping|tell|warn|page",
      "alert",
      "post|send|write|drop message|note|summary|alert slack|channel|$channel",
      "slack",
      "post|drop|write|shout $channel|slack",
      "$channel",
      "email|notify|alert|tell|ping|send $address",
      "$address",
      "notification @team",
      "heads_up @team",
      "give @team ping|shout|heads",
    ],
  },
  {
    deed: { id: "core.http", title: "HTTP request", effect: "send" },
    words: [
      "call|post|get|put|hit|send|request|ping|fetch|notify $url",
      "$url",
      "call|hit|ping|post our|my|internal|own api|backend|endpoint|server|webhook|service|system",
      "call|hit|send|post webhook|api|endpoint|http",
      "http request|call|post",
      "send|post|forward|pass json|payload|data|it api|backend|endpoint|webhook|server|warehouse",
    ],
  },
  {
    deed: { id: "core.code", title: "Run JavaScript", effect: "read" },
    words: [
      "run|execute|write|use code|javascript|script|function",
      "javascript|script",
      "compute|calculate|transform|parse|format",
    ],
  },
];
