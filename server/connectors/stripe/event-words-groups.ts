/** Words that say the same of whatever it happens to. */
export const MADE =
  "create|new|fresh|add|make|generate|open|set_up|issue|appear|launch|introduce|publish|raise|draft|register";
export const CHANGED =
  "update|change|edit|modify|alter|adjust|rename|revise|amend|tweak|swap|correct|different";
export const GONE = "delete|remove|gone|erase|wipe|drop|archive|disappear|vanish|purge|lose|scrap|discard";
export const FAILED =
  "fail|decline|reject|refuse|bounce|unsuccessful|error|deny|problem|trouble|failed|break|block|bomb|unable";
export const WENT_WELL =
  "succeed|go_through|work|complete|clear|arrive|receive|done|finish|collect|settle|land|process";
export const ENDED =
  "cancel|end|terminate|stop|finish|over|run_out|lapse|expire|close|final|quit|discontinue|kill|axe|gone|dead|die";
export const SOON =
  "soon|upcoming|approach|ahead|near|will|next|shortly|close|before|pending|today|tomorrow|day|week";

/** What happens to a thing, told of the thing ("a card is added") and of who did it ("somebody adds a card"). */
export const told = (thing: string, happening: string): string[] => [
  `${thing} ${happening}`,
  `${happening} ${thing}`,
  `@person ${happening} ${thing}`,
];

export const SUBSCRIPTION = "subscription|membership";
export const PLAN = "subscription|membership|plan|account|service|box";
export const CARD = "card|payment_method|cc|creditcard";
export const INVOICE = "invoice|bill";
export const DISPUTE = "dispute|chargeback";
export const DISCOUNT = "discount|coupon|promo|promo_code|voucher|promotion|code";
export const CHECKOUT = "checkout|cart|basket|trolley|session";
export const TRIAL = "trial|trialist";
export const QUOTE = "quote|offer|proposal|estimate|quotation";
export const CONNECT = "connect_account|seller|merchant|vendor";
