import { sandboxFetch } from "~/server/sandbox/app";

// The simulated Stripe, for hosts that run only Next; our own server answers this path in front of Next.
export const GET = sandboxFetch;
export const POST = sandboxFetch;
export const DELETE = sandboxFetch;
