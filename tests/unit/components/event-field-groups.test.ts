import { describe, expect, test } from "vitest";
import { suggestValues } from "~/components/recipe/condition-values";
import { eventFieldGroups } from "~/components/recipe/event-field-groups";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { sampleEvent } from "~/server/recipes/samples";

const UPDATED = "customer.subscription.updated";
const table = await loadFieldTable([UPDATED]);

describe("the fields to insert", () => {
  test("say what they are beside what the sample has", () => {
    const [here] = eventFieldGroups(sampleEvent(UPDATED), table);
    const end = here?.fields.find((field) => field.label === "data.object.items.data[0].current_period_end");
    expect(end).toMatchObject({ template: "{{ trigger.data.object.items.data[0].current_period_end }}" });
    expect(end?.sample).toEqual(expect.any(Number));
    expect(end?.detail).toMatch(/^Date in Unix seconds · The end time/);
    const trial = here?.fields.find((field) => field.label === "data.object.trial_end");
    expect(trial?.detail).toMatch(/may be missing/);
  });

  test("go on with what the sample lacks and what an update changed, each once", () => {
    const groups = eventFieldGroups(sampleEvent(UPDATED), table);
    expect(groups.map(({ group }) => group)).toEqual(["Event", "Not in this sample", "Before the change"]);
    const labels = groups.flatMap(({ fields }) => fields.map((field) => field.label));
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain("data.object.pause_collection.resumes_at");
    expect(labels).toContain("data.previous_attributes.status");
  });

  test("of several events may be missing where one of them lacks them", async () => {
    const both = await loadFieldTable(["invoice.paid", "payout.paid"]);
    const fields = eventFieldGroups(undefined, both).flatMap((group) => group.fields);
    const detail = (label: string) => fields.find((field) => field.label === label)?.detail;
    expect(detail("data.object.arrival_date")).toMatch(/may be missing/);
    expect(detail("data.object.currency")).not.toMatch(/may be missing/);
  });

  test("are the sample's alone as long as nothing else is loaded", () => {
    const groups = eventFieldGroups(sampleEvent(UPDATED), null);
    expect(groups.map(({ group }) => group)).toEqual(["Event"]);
    expect(eventFieldGroups(undefined, null)).toEqual([]);
  });
});

describe("the values to compare with", () => {
  const left = "{{ trigger.data.object.status }}";
  const offered = (op: "eq" | "in" | "gt", right: unknown) => suggestValues({ left, op, right }, table);

  test("are those that the field can have, fewer while one is typed", () => {
    expect(offered("eq", "").map(({ value }) => value)).toContain("past_due");
    expect(offered("eq", "pa").map(({ right }) => right)).toEqual(["past_due", "paused", "unpaid"]);
    expect(offered("eq", "active")).toEqual([]);
  });

  test("are added to a list", () => {
    expect(offered("in", "active, past_")).toEqual([{ value: "past_due", right: "active, past_due" }]);
    expect(offered("in", ["paused"]).map(({ right }) => right)).toContain("paused, unpaid");
    expect(offered("in", "paused").map(({ value }) => value)).not.toContain("paused");
  });

  test("are none for other operators, other data and before the table is there", () => {
    expect(offered("gt", "")).toEqual([]);
    expect(suggestValues({ left: "{{ steps.a.output.status }}", op: "eq", right: "" }, table)).toEqual([]);
    expect(suggestValues({ left, op: "eq", right: "" }, null)).toEqual([]);
  });
});
