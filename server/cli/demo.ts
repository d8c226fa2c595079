/** Who the demo workspace belongs to; the password is generated and kept in DATA_DIR. */
export const DEMO_EMAIL = "demo@billhook.local";
