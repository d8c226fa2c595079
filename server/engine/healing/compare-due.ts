import { dueWork } from "~/server/engine/do-due";
import { claimAccounts } from "./claim";
import { compareAccount } from "./compare";

/** Compares every account whose time has come with what arrived of it. */
export const compareDue = dueWork({ atOnce: 4, claim: claimAccounts, doOne: compareAccount });
