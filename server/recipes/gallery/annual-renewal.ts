import { SAMPLE_TIME } from "~/server/connectors/stripe/fixtures";
import { invoiceLine, subscriptionItem } from "~/server/connectors/stripe/fixtures-billing";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { track } from "./common";
import { DAY, happened } from "./samples";
import { filter, known } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const LINE = "trigger.data.object.lines.data[0]";
const year = subscriptionItem({ periodEnd: SAMPLE_TIME + 365 * DAY });

export const annualRenewal = template({
  id: "annual-renewal",
  name: "Announce annual renewals",
  category: "Retention",
  summary:
    "Before a yearly subscription renews, the person hears when and how much. Fewer surprises mean fewer refunds and disputes.",
  goodFor: "Yearly plans; some places require the notice by law.",
  sample: happened(
    "invoice.upcoming",
    invoice({
      status: "draft",
      total: 49_000,
      next_payment_attempt: SAMPLE_TIME + 7 * DAY,
      lines: {
        object: "list",
        data: [invoiceLine("in_1TBillhookSample", year, 49_000)],
        has_more: false,
        url: "/v1/invoices/upcoming/lines",
      },
    }),
  ),
  definition: recipe(
    ["invoice.upcoming"],
    [
      known,
      filter("yearly", "It is for about a year", {
        left: `{{ ${LINE}.period.end | days_until: ${LINE}.period.start }}`,
        op: "gte",
        right: 300,
      }),
      track(
        "renewal_coming",
        {
          amount: money("amount_due"),
          renews_at:
            "{{ trigger.data.object.next_payment_attempt | default: trigger.data.object.period_end }}",
          what: object("lines.data[0].description"),
        },
        { "data.amount": "0", "data.renews_at": null, "data.what": "your subscription" },
      ),
    ],
  ),
});
