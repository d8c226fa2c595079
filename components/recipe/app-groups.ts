/** What the apps are called above a group of their actions. */
export const APP_GROUPS: Readonly<Record<string, string>> = {
  customerio: "Customer.io",
  stripe: "Stripe",
  core: "Billhook",
};
