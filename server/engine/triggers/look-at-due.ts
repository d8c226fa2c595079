import { dueWork } from "~/server/engine/do-due";
import { claimDue } from "./due";
import { lookOnce } from "./look";

/** Looks for everybody whose trigger is due. */
export const lookAtDue = dueWork({ atOnce: 8, claim: claimDue, doOne: lookOnce });
