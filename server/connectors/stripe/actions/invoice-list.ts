import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional } from "~/server/connectors/fields";
import { plainPage } from "~/server/connectors/stripe/answers";
import * as common from "~/server/connectors/stripe/common-fields";
import { byCustomer } from "~/server/connectors/stripe/customer-fields";
import * as find from "~/server/connectors/stripe/find-fields";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import * as fields from "~/server/connectors/stripe/invoice-fields";

export const invoiceList = defineAction({
  id: "stripe.invoice.list",
  app: "stripe",
  title: "List or search invoices",
  summary: "Lists invoices, the newest first: of a customer, in a status, due soon; or searches them.",
  words: [
    "all|every open|overdue|unpaid|outstanding|due invoice",
    "check|look|show open|overdue|unpaid|all|every|outstanding|due invoice",
    "list|find|fetch|get|pull|search|look_up|load|go_through|show|dig|gather all|every|open|overdue|unpaid|outstanding|due invoice",
    "list|find|search|pull|fetch|look_up|go_through invoice",
  ],
  docs: "https://docs.stripe.com/api/invoices/list",
  effect: "read",
  bucket: "stripe",
  input: z
    .strictObject({
      customer: byCustomer,
      status: optional(z.enum(fields.INVOICE_STATUSES), { title: "Status" }),
      subscription: fields.bySubscription,
      due_date: common.timeRange("Due"),
      created: common.timeRange("Created"),
      collection_method: common.collectionMethod,
      ...find.listOrSearch("total>10000 AND status:'open'"),
    })
    .refine(find.isListOrSearch, find.eitherListOrSearch),
  output: common.pageOf(fields.InvoiceOutput),
  sample: {
    input: { customer: "cus_TBillhookSample", status: "open" },
    output: plainPage({ data: [invoice()], has_more: false }),
  },
  async run(stripe, { query, page, limit, ...filter }) {
    if (query) return plainPage(await stripe.invoices.search(defined({ query, page, limit })));
    return plainPage(await stripe.invoices.list(defined({ ...filter, limit })));
  },
});
