import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fromRows, toRows, withOperator } from "~/components/recipe/condition-rows";
import { listFields, searchFields } from "~/components/recipe/data-fields";
import { formFields } from "~/components/recipe/form-fields";
import { placed, placedFallbacks, withoutItem, withSwapped } from "~/components/recipe/list-edit";
import { fromText, toText } from "~/components/recipe/value-text";
import type { Comparison } from "~/server/recipes/definition";

describe("a form from an action's schema", () => {
  const schema = z.object({
    note: z.string().optional().meta({ title: "Note", group: "more" }),
    identifier: z
      .string()
      .meta({ title: "Person", description: "Id or e-mail", examples: ["ada@example.com"] }),
    amount: z.int().optional(),
    active: z.boolean().optional(),
    channel: z.enum(["mail", "push"]).optional(),
    ids: z.array(z.string()).optional(),
    attributes: z.record(z.string(), z.unknown()).optional(),
    address: z.object({ city: z.string().optional() }).optional(),
  });
  const fields = formFields(z.toJSONSchema(schema, { io: "input" }));
  const field = (name: string) => fields.find((candidate) => candidate.name === name);

  it("puts required fields first and hides the rest of the rare ones", () => {
    expect(fields[0]).toMatchObject({
      name: "identifier",
      title: "Person",
      required: true,
      placeholder: "ada@example.com",
    });
    expect(field("note")?.more).toBe(true);
  });

  it("chooses the control and the stored type", () => {
    expect(field("amount")).toMatchObject({ control: "text", kind: "number" });
    expect(field("active")).toMatchObject({ control: "select", options: ["true", "false"], kind: "boolean" });
    expect(field("channel")).toMatchObject({ control: "select", options: ["mail", "push"] });
    expect(field("ids")?.control).toBe("list");
    expect(field("attributes")?.control).toBe("keyvalue");
    expect(field("address")).toMatchObject({ control: "group", fields: [{ name: "city", title: "City" }] });
  });
});

describe("lists", () => {
  const schema = z.object({
    segments: z.array(z.int()).meta({ choices: "customerio.segment" }),
    items: z.array(
      z.object({ price: z.string().meta({ choices: "stripe.price" }), quantity: z.int().optional() }),
    ),
  });
  const [segments, items] = formFields(z.toJSONSchema(schema, { io: "input" }));

  it("know what each member is, and what of the account it names", () => {
    expect(segments?.item).toMatchObject({ control: "text", kind: "number", choices: "customerio.segment" });
    expect(items?.item).toMatchObject({
      control: "group",
      fields: [
        { name: "price", required: true, choices: "stripe.price" },
        { name: "quantity", required: false, kind: "number" },
      ],
    });
  });

  it("take what is used for missing values with their items", () => {
    const onMissing = { "items[0].price": "a", "items[1].price": "b", "items[10].price": "c", to: "d" };
    const list = ["items"];
    expect(placedFallbacks(onMissing, list, withoutItem(0))).toEqual({
      "items[0].price": "b",
      "items[9].price": "c",
      to: "d",
    });
    expect(placedFallbacks(onMissing, list, withSwapped(0, 1))).toMatchObject({
      "items[1].price": "a",
      "items[0].price": "b",
    });
    expect(placed(["a", "b", "c"], withoutItem(1))).toEqual(["a", "c"]);
    expect(placed(["a", "b", "c"], withSwapped(2, 1))).toEqual(["a", "c", "b"]);
    expect(placedFallbacks({ "items[0].price": "a" }, list, withoutItem(0))).toBeUndefined();
  });
});

describe("typed text", () => {
  it("becomes a number or boolean only where it fits and reads back the same", () => {
    expect(fromText("12", "number")).toBe(12);
    expect(fromText("12", "string")).toBe("12");
    expect(fromText("12", "any")).toBe(12);
    expect(fromText("007", "any")).toBe("007");
    expect(fromText("1e3", "number")).toBe("1e3");
    expect(fromText("12345678901234567890", "any")).toBe("12345678901234567890");
    expect(fromText("true", "any")).toBe(true);
    expect(fromText("{{ trigger.id }}", "number")).toBe("{{ trigger.id }}");
    expect(fromText('{"a": [1]}', "any")).toEqual({ a: [1] });
    expect(fromText('{"a": ', "any")).toBe('{"a": ');
    for (const text of ["", "5 ", "5 apples", "x", "1.5", "false", "01", "-3"])
      expect(toText(fromText(text, "any"))).toBe(text);
  });
});

describe("condition rows", () => {
  const row: Comparison = { left: "{{ trigger.type }}", op: "eq" as Comparison["op"], right: "x" };

  it("round-trip what the builder can show", () => {
    for (const condition of [row, { all: [] }, { all: [row, row] }, { any: [row] }]) {
      const rows = toRows(condition);
      expect(rows && fromRows(rows)).toEqual(condition);
    }
  });

  it("refuse deeper nesting instead of losing it", () => {
    expect(toRows({ not: row })).toBeNull();
    expect(toRows({ all: [row, { any: [row] }] })).toBeNull();
  });

  it("drop the right side with an operator that has none", () => {
    expect(withOperator(row, row.op, 1)).toEqual({ left: row.left, op: row.op });
    expect(withOperator({ left: "a", op: row.op }, row.op, 2)).toMatchObject({ right: "" });
  });
});

describe("insertable data", () => {
  const fields = listFields(
    { id: "evt_1", data: { object: { email: "ada@x.io", "odd key": 1, items: [{ a: null }], none: {} } } },
    "trigger",
  );

  it("lists leaves with the template that finds them", () => {
    expect(fields.map((field) => field.template)).toEqual([
      "{{ trigger.id }}",
      "{{ trigger.data.object.email }}",
      '{{ trigger.data.object["odd key"] }}',
      "{{ trigger.data.object.items[0].a }}",
      "{{ trigger.data.object.none }}",
    ]);
    expect(fields[0]?.label).toBe("id");
  });

  it("finds by path and by sample value", () => {
    expect(searchFields(fields, "object ada").map((field) => field.label)).toEqual(["data.object.email"]);
  });
});
