import type { Deed } from "./lexicon";

/** How people ask for the steps that are no app's action. */
export const STEP_WORDS: readonly { deed: Deed; words: readonly string[] }[] = [
  {
    deed: { id: "core.notify", title: "Tell the team", effect: "send" },
    words: [
      "write|mail|message|report to @team",
      "@team know|hear|learn|told",
      "get|bring|pull|loop @team involved|involve|in",
      "alert|notify|tell|ping|warn|inform|message|email|let|post|dm|page|send|text|remind|update|poke|nudge|buzz|contact|call|wake|involve|loop|bother|summon|shout @team",
      "alert|notify|ping|tell|warn|page",
      "alert",
      "post|send|write|drop|put|leave|push message|note|summary|alert|update|line|word|notice slack|channel|$channel",
      "get|have|receive|want message|note|ping|alert|update|notice|notification|email slack|channel|$channel|@team",
      "slack",
      "post|drop|write|shout|send|put|share|announce|report|yell|scream|tell|ping|alert|notify $channel|slack|channel",
      "give|send|drop|write|shoot $channel|@team|$address nudge|shout|head|heads-up|ping|poke|note|line|message|summary|word",
      "raise|sound|ring|trigger alarm|flag|bell",
      "escalate @team|$channel|it",
      "into|to|in $channel",
      "$channel",
      "email|notify|alert|tell|ping|send|message|inform|write|forward|cc $address",
      "drop|send|shoot|write line|note|message|mail|word $address",
      "$address",
      "notification|message|summary|report|digest|overview @team|$channel|$address",
      "let @team know|hear",
      "@team hear|know|informed|see|told|about",
      "heads-up @team",
      "give @team ping|shout|head|heads-up|nudge|poke|shout|notice",
    ],
  },
  {
    deed: { id: "core.http", title: "HTTP request", effect: "send" },
    words: [
      "call|post|get|put|hit|send|request|ping|fetch|notify|forward|invoke|push|submit $url",
      "$url",
      "call|hit|ping|post|notify|inform|tell|trigger|invoke|poke internal|own|external|company api|backend|endpoint|server|webhook|service|system|erp|crm|warehouse",
      "call|hit|send|post|ping|invoke|trigger|notify|query|inform|tell|poke|reach webhook|api|endpoint|http|backend|server|erp",
      "let backend|server|api|endpoint|system|erp know",
      "http|rest|api request|call|post",
      "send|post|forward|pass|push|submit|transmit|ship json|payload|data|it|event|body|detail api|backend|endpoint|webhook|server|warehouse|erp",
    ],
  },
  {
    deed: { id: "core.code", title: "Run JavaScript", effect: "read" },
    words: [
      "run|execute|write|use code|javascript|script|function|snippet",
      "javascript|script",
      "compute|calculate|transform|parse|format",
    ],
  },
];
