import { type Segments, writtenPath } from "~/server/connectors/stripe/field-path";
import { nearest } from "./nearest";
import type { TriggerFields } from "./trigger-field";

const TYPING_SLIP = 2;
const ANY_DISTANCE = Number.POSITIVE_INFINITY;

/** Where Stripe put what older versions had here. */
const MOVED = new Map(
  Object.entries({
    "data.object.subscription": "data.object.parent.subscription_details.subscription",
    "data.object.quote": "data.object.parent.quote_details.quote",
    "data.object.paid": "data.object.status",
    "data.object.tax": "data.object.total_taxes[0].amount",
    "data.object.discount": "data.object.discounts[0]",
    "data.object.lines.data[0].price.id": "data.object.lines.data[0].pricing.price_details.price",
    "data.object.lines.data[0].price.unit_amount": "data.object.lines.data[0].pricing.unit_amount_decimal",
    "data.object.lines.data[0].subscription":
      "data.object.lines.data[0].parent.subscription_item_details.subscription",
  }),
);

/** These hold copies of what failed or waits, seldom what was meant. */
const ASIDE = /(_error|pending_update)\b/;

/** The field that was probably meant: misspelled, moved to another place of the event, or the end of a longer name. */
export function nearField(segments: Segments, { table, types }: TriggerFields): string | undefined {
  const path = writtenPath(segments);
  const moved = MOVED.get(path);
  if (moved && types.some((type) => table.at(type, moved))) return moved;
  const all = [...new Set(types.flatMap((type) => table.list(type).map((field) => field.path)))];
  const above = writtenPath(segments.slice(0, -1));
  const beside = all.filter((candidate) => parentOf(candidate) === above);
  const slip = nearest(path, beside, TYPING_SLIP);
  if (slip) return slip;
  const name = nameOf(path);
  const elsewhere = all.filter((candidate) => !ASIDE.test(candidate));
  const same = elsewhere.filter((candidate) => nameOf(candidate) === name);
  const longer = elsewhere.filter((candidate) => nameOf(candidate).endsWith(`_${name}`));
  return nearest(path, same, ANY_DISTANCE) ?? nearest(path, longer, ANY_DISTANCE);
}

const nameOf = (path: string) => path.slice(path.lastIndexOf(".") + 1);
const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf(".")));
