import { serve } from "inngest/next";
import { inngest } from "~/server/engine/inngest/client";
import { functions } from "~/server/engine/inngest/functions";

export const { GET, POST, PUT } = serve({ client: inngest, functions });
