/** How people ask for the presets whose filter is a part of what they mean. */

export const TRIAL_CONVERTED_WORDS = [
  "trial convert|become|turn|into|to|go|roll|move|transition pay|active|subscription|customer|subscriber|plan|full|real|regular",
  "convert trial|from pay|customer|subscriber",
  "trial convert",
  "trial to|from active|pay",
  "@person trial become|turn|convert|go pay|customer|subscriber|active",
  "@person go|move|convert|upgrade|switch trial pay|active|plan",
  "trial_to_paid",
  "trial_to_paid convert",
  "trial active",
  "trial pay customer|user",
  "trial end pay|convert",
  "@person stay|continue|keep after trial pay",
  "first pay|charge after trial",
];

const PLAN = "plan|price|tier|package|product|level|edition";
/** As many shops call theirs. */
const NAMED = "free|basic|starter|pro|premium|plus|business|enterprise|team|growth|standard|lite|hobby|scale";
const MOVED = "change|switch|swap|move|replace|go|jump";
const SCALE = "upgrade|downgrade|upsell";

export const PLAN_CHANGED_WORDS = [
  `${PLAN} ${MOVED}`,
  `${MOVED} ${PLAN}`,
  `@person ${MOVED} ${PLAN}`,
  `${PLAN} subscription|membership ${MOVED}`,
  `@person ${MOVED} to|from|up|down|another|different ${PLAN}`,
  "upgrade",
  "downgrade",
  `@person ${SCALE}`,
  `subscription|membership ${SCALE}`,
  `${SCALE} plan|subscription|to|happen|from`,
  "move|go|switch|change|jump from|to|up|down|over plan|tier|annual|yearly|monthly|quarterly",
  "switch|change|move|go|upgrade annual|yearly|monthly|quarterly",
  "from monthly|annual|yearly to annual|yearly|monthly",
  "monthly to annual|yearly",
  "annual|yearly to monthly",
  "expansion upgrade",
  `@person pick|choose|select|take|buy|want|get different|another|other|bigger|smaller|higher|lower|cheaper|larger ${PLAN}`,
  `pick|choose|select|take different|another|other|bigger|smaller|higher|lower|cheaper|larger ${PLAN}`,
  `@person move|go|step|jump|bump up|down ${PLAN}`,
  `move|go|step|jump|bump up|down ${PLAN}`,
  `move|go|step|jump|bump|drop|fall|slip|climb up|down|to|from ${NAMED}`,
];

export const PAST_DUE_WORDS = [
  "subscription|status|account|plan|membership become|go|turn|fall|is|move|slip|get|enter|hit past_due",
  "subscription|membership|account past_due",
  "past_due subscription|membership|account",
  "@person become|go|turn|fall|move|slip|get|enter past_due",
  "past_due",
];

const LATER = "period|month|term|cycle|year|renewal|date";
const RUNS = "time|access|period|pay|day|week|month|active|run|left|leave|term|end|valid|continue";

export const CANCELLATION_SCHEDULED_WORDS = [
  `cancel at|end|by ${LATER}`,
  `cancel end ${LATER}`,
  `cancel at|by end ${LATER}`,
  `@person cancel at|by|for end ${LATER}`,
  `ask|want|request cancel at|by|end ${LATER}`,
  `subscription soon cancel end ${LATER}`,
  "schedule|pending cancel",
  "@person schedule|request|ask cancel",
  "cancel schedule|request|planned|set|pending|submit",
  "turn|switch auto_renew|renew|renewal off",
  "subscription|plan|membership mark|flag|set|schedule|due|mean end|cancel|stop|expire",
  `subscription|plan|membership mark|flag|set|schedule end|cancel|stop|expire end ${LATER}`,
  "schedule|request|set end|cancel|stop|termination subscription|plan|membership",
  "@person schedule|request|set end|cancel|stop|termination subscription|plan|membership",
  `subscription|plan|membership cancel|end at|by|with ${LATER} end`,
  "cancel_at_period_end",
  "cancel_at_period_end true|become|set",
  "subscription|plan|membership set|will|due|soon not renew|cancel|end",
  "subscription|plan|membership not renew",
  "@person not want|will|soon renew",
  "@person not renew",
  "disable|turn_off|stop auto_renew|renew|renewal",
  "auto_renew|renew turn_off|disable|off",
  "@person disable|turn_off|stop auto_renew|renew|renewal",
  "ask|request cancel",
  "subscription|plan|membership soon cancel",
  `cancel but|still|though|although|while|yet|however still|have|has|run|until|keep ${RUNS}`,
  `cancel still ${RUNS}`,
  `cancel still|remain|keep ${RUNS} left|leave|end|remain|until`,
  `hit|click|press|push cancel still|but|though|until ${RUNS}`,
  `cancel run|active|valid|access until end ${LATER}`,
  "cancel button still|but|until",
];

const UNDO = "undo|withdraw|revoke|reverse|rescind|retract|revert|remove|cancel|drop|stop|abort|lift";

export const CANCELLATION_WITHDRAWN_WORDS = [
  "stay_after_all",
  "@person stay_after_all",
  "undo cancel",
  "leave|quit undo",
  "@person leave|quit undo",
  "@person undo cancel",
  "undo after|about cancel",
  `${UNDO} scheduled|pending|schedule|planned|request cancel`,
  `scheduled|pending|schedule|planned|request cancel ${UNDO}`,
  "cancel undo|withdraw|revoke|reverse|rescind|retract|revert|remove|drop|lift",
  "withdraw|revoke|reverse|rescind|retract|revert|remove|drop|lift cancel",
  "@person withdraw|revoke|reverse|rescind|retract|revert cancel",
  "uncancel",
  "@person uncancel plan|subscription",
  "auto_renew|renew|renewal turn_on|enable|reenable|again",
  "turn_on|enable|reenable auto_renew|renew|renewal",
  "@person turn_on|enable auto_renew|renew|renewal",
  "cancel_at_period_end false|unset|remove|off|clear|again",
  "cancel_at_period_end is|become|go false|unset|off",
  "stay_after_all cancel_at_period_end",
  "reactivate|resume|renew before period|end|cancel|cancellation",
  "@person reactivate|resume before period end cancel",
  "reactivate after cancel",
  "@person reactivate before cancel|end|period",
  "@person stay|keep|remain after|despite cancel",
  "@person decide stay|keep",
];

const LAST = "last|final|finally|good|exhaust|ultimate|no|further|all";

export const FAILED_FOR_GOOD_WORDS = [
  `payment|invoice|retry|attempt fail ${LAST}`,
  `all|last|final|every payment|renew|retry|attempt|try attempt|try|retry fail|exhaust|run_out|decline`,
  "all|last|final|every retry|attempt|try|retries fail|exhaust|run_out|use|decline",
  "retry|retries|attempt exhaust|run_out|give_up|over",
  "no|not more|further|another retry|attempt|try",
  "no|not more|further|another payment|retry attempt|retry|try",
  "give_up retry|collect|try",
  "strip give_up retry|collect|try|invoice|payment",
  "run_out retry|attempt|try",
  "payment fail final|permanent|permanently|ultimately",
];
