import { action, CUSTOMER, present, recipe, type Template } from "./template";

export const vipPayment: Template = {
  id: "vip-payment",
  name: "Treat large payments as VIP",
  category: "Growth",
  summary:
    "Payments of 500.00 and more mark the person as a VIP; every other payment is recorded as an ordinary purchase.",
  triggerEvents: ["invoice.paid"],
  definition: recipe(
    ["invoice.paid"],
    [
      { id: "known", kind: "filter", when: present(CUSTOMER) },
      {
        id: "size",
        kind: "branch",
        paths: [
          {
            id: "large",
            name: "500.00 and more",
            when: { left: "{{ trigger.data.object.amount_paid }}", op: "gte", right: 50_000 },
            steps: [
              action("vip", "customerio.person.upsert", { identifier: CUSTOMER, attributes: { vip: true } }),
              action("vip_paid", "customerio.event.track", {
                identifier: CUSTOMER,
                name: "vip_payment",
                data: {
                  amount: "{{ trigger.data.object.amount_paid }}",
                  currency: "{{ trigger.data.object.currency }}",
                },
              }),
            ],
          },
        ],
        otherwise: [
          action("paid", "customerio.event.track", {
            identifier: CUSTOMER,
            name: "payment_received",
            data: {
              amount: "{{ trigger.data.object.amount_paid }}",
              currency: "{{ trigger.data.object.currency }}",
            },
          }),
        ],
      },
    ],
  ),
};
