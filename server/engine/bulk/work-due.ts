import { dueWork } from "~/server/engine/do-due";
import { claimWork } from "./due";
import { workOnce } from "./work";

/** Does a turn of every bulk operation that is due. */
export const workDue = dueWork({ atOnce: 3, claim: claimWork, doOne: workOnce });
