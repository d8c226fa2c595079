import { sandboxFetch } from "~/server/sandbox/app";

// The simulated Customer.io, for hosts that run only Next; our own server answers this path in front of Next.
export const GET = sandboxFetch;
export const POST = sandboxFetch;
export const PUT = sandboxFetch;
export const DELETE = sandboxFetch;
