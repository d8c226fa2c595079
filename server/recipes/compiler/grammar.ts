import { stem } from "./stem";

const list = (words: string): string[] => words.trim().split(/\s+/);
const stems = (words: string): ReadonlySet<string> => new Set(list(words).map(stem));

/** Words that begin what starts a recipe, or a condition of it. */
export const WHEN = stems(
  "when whenever once after upon if on for unless onlyif evenif every each as soon any",
);
export const ELSE = stems("otherwise else");

/** Verbs that ask for something to be done; only in this form are they a wish. */
const PLAIN_VERBS = list(
  "exist appear look refresh import mirror tick reduce lower raise increase sync run list notify cancel add put create upsert send fire set mark flag tag notify alert tell ping remove delete cancel void give apply save store write sync push move unsubscribe suppress merge remind let wait apologize apologise thank enroll enrol extend fetch find get charge finalize pay retry warn inform dm resubscribe invite ask congratulate shoot register emit include place attach unsuppress resume generate make issue grant trigger track kick_off write_off look_up record log take subscribe insert mirror copy identify downgrade upgrade nudge contact hit kick deliver assign start close forget erase wipe pull count sum announce submit broadcast delay hold opt_out opt_in collect want unpause reactivate stick throw capture confirm check stamp return dig gather kill park reload swap reimburse repay compensate bump migrate convert edit modify amend adjust alter inspect grab retrieve read build prepare produce draft purge destroy clear scrub rid finalise reattempt rerun recharge annul nullify terminate kill shut discontinue axe unfreeze revive reinstate restart continue lengthen prolong stretch levy preview simulate calculate compute abort blacklist blocklist dedupe deduplicate unify consolidate halt cease strip toss yank boot link connect associate greet reassure encourage blast rebuild overwrite replace unblock forward pass escalate yell scream buzz dispatch share",
);
/** These are nouns as often. */
const NOUN_VERBS = list(
  "email mail text note refund credit report call message alert invoice update post change switch ping pause slack drop offer stop link welcome charge order track log record page bill reward plan transfer void push sms quote broadcast end discount e-mail segment",
);

export const VERBS: ReadonlySet<string> = new Set([...PLAIN_VERBS, ...NOUN_VERBS]);
export const ALSO_NOUNS: ReadonlySet<string> = new Set(NOUN_VERBS);

/** Before a verb they make it a noun. */
export const DETERMINERS = new Set(
  list(
    "a an the their our my your his her its every each any no this that these those new first second third last another failed successful big large next full partial of with for from",
  ),
);
/** Nouns that a word which is also a noun may follow: "card charge". */
export const NOUNS_BEFORE = new Set(
  list(
    "open unpaid in in-app push sms text whatsapp slack card invoice customer subscription payment stripe recurring one-time customer's account bank store campaign marketing portal enters leaves joins exits enter leave join exit into onto",
  ),
);
/** After a verb they make it a verb. */
export const OBJECTS = new Set(
  list(
    "the a an them him her me us it their this that these those each every all our my his to out person people customer customers user users someone somebody everyone",
  ),
);
/** Before a verb, these say that somebody does it, not that it is wanted. */
export const SUBJECTS = new Set(
  list(
    "i we they you he she who will would may might can could should must not never to don't doesn't did does do someone somebody people users customers clients members let",
  ),
);

/** What happens to things in Stripe: after a noun they tell that it is what starts the recipe. */
export const HAPPENINGS = stems(
  "fail happen open click bounce create complete succeed expire cancel pay end start change update decline finish arrive come occur receive accept delete add remove upgrade downgrade renew churn pause resume refund dispute void finalize reply subscribe unsubscribe convert go become get is was has have been gets about need land settle abandon leave enter join move close overdue pass verify deauthorize fall write_off",
);

export const POLITE = new Set(
  list(
    "please can could you would kindly just then also and i we want need like to should must automatically immediately directly simply now so basically finally first next lastly afterwards that hey hi hello ok okay additionally plus make sure still maybe",
  ),
);

/** Behind these, a verb asks: "they should get". */
export const MODALS = new Set(list("should must shall"));

/** Everything the grammar itself knows, so that spelling leaves it alone. */
export const GRAMMAR_WORDS: ReadonlySet<string> = new Set([
  ...PLAIN_VERBS,
  ...NOUN_VERBS,
  ...DETERMINERS,
  ...OBJECTS,
  ...SUBJECTS,
  ...POLITE,
  ...list(
    "when whenever once after upon if on for unless otherwise else then every each hour day week month year minute second daily weekly monthly hourly nightly morning noon midnight monday tuesday wednesday thursday friday saturday sunday weekday weekend over above more than greater exceeds under below less at least most between equals contains plan tier price currency amount status country address attempt attempts campaign segment event attribute metadata before later later full fully partial partially second third fourth two three four five six seven eight nine ten couple few half only same again twice unique personal percent off code coupon worth card visa mastercard amex reason because insufficient funds expired annual yearly quarterly value total trial trialing active past unpaid paused incomplete won lost open draft german french account live test mode basic pro premium enterprise starter business growth standard plus gold silver team something anything everything nothing something's data instructions prompt keys weather last first",
  ),
]);
