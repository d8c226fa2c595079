import { z } from "zod";

const Works = z.enum(["yes", "no", "unknown", "unset"]);

/** What a connection's keys will and will not do. */
export const DoctorView = z.object({
  checkedAt: z.iso.datetime(),
  findings: z.array(
    z.object({
      title: z.string(),
      /** Null where there is nothing to tell apart. */
      read: Works.nullable(),
      write: Works.nullable(),
      remedy: z.string().nullable(),
      actions: z.array(z.object({ id: z.string(), title: z.string(), works: Works })),
    }),
  ),
});
export type DoctorView = z.output<typeof DoctorView>;
