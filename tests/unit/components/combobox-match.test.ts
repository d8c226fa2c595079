import { expect, test } from "vitest";
import { matching } from "~/components/marketing/combobox-match";

const OPTIONS = [
  { id: "invoice.paid", title: "Invoice paid", group: "Often used" },
  { id: "charge.refunded", title: "Charge refunded", group: "Charge" },
  { id: "invoice.voided", title: "Invoice voided", group: "Invoice" },
];

test("every word has to be in the title, the id or the group; groups stand in order", () => {
  expect(matching(OPTIONS, "").map(({ group }) => group)).toEqual(["Often used", "Charge", "Invoice"]);
  expect(matching(OPTIONS, "void inv").flatMap(({ options }) => options.map(({ id }) => id))).toEqual([
    "invoice.voided",
  ]);
  expect(matching(OPTIONS, "charge.refunded")).toHaveLength(1);
  expect(matching(OPTIONS, "payout")).toEqual([]);
});
