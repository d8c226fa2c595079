/** A whole recipe file, as the docs show it; a test reads it. */
export const FILE_EXAMPLE = `billhook: 1
key: vip-welcome
name: Welcome a VIP
folder: Onboarding
tags:
  - vip
status: live
connections:
  customer-io:
    app: customerio
    name: Customer.io
  stripe-live:
    app: stripe
    name: Stripe live
    mode: live
channels:
  billing-team:
    kind: slack
    name: Billing team
definition:
  version: 1
  trigger:
    type: stripe.event
    connection: stripe-live
    config:
      events:
        - customer.subscription.created
  steps:
    - id: big
      kind: filter
      when:
        left: "{{ trigger.data.object.items.data[0].price.unit_amount }}"
        op: gte
        right: 10000
    - id: person
      kind: action
      action: customerio.person.upsert
      connection: customer-io
      input:
        attributes:
          plan: "{{ trigger.data.object.items.data[0].price.nickname }}"
        identifier: "{{ trigger.data.object.customer }}"
      onMissing:
        attributes.plan: unknown
      onError: continue
    - id: tell
      kind: notify
      channel: billing-team
      message: |-
        A new VIP: {{ trigger.data.object.customer }}.
        Say hello within the day.
`;

/** The lines of a pipeline that checks files in every change and imports them from the main branch. */
export const PIPELINE_EXAMPLE = `# Once: write what is there into the repository
npm run -s cli -- recipes export --workspace acme --out recipes

# In every change: what is wrong, and what would change
npm run -s cli -- recipes lint --workspace acme recipes
npm run -s cli -- recipes diff --workspace acme recipes

# On the main branch: make it so, all files or none
npm run -s cli -- recipes import --workspace acme --publish recipes`;

/** The same from a machine that has only curl. */
export const CURL_EXAMPLE = `jq -Rs '{files: [{name: "vip-welcome.yaml", text: .}], publish: true}' recipes/vip-welcome.yaml |
  curl --fail -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
       -d @- https://billhook.example.com/api/v1/recipes/import`;
