import { z } from "zod";

export const MEMBER_ROLES = ["owner", "editor", "viewer"] as const;
export const MemberRole = z.enum(MEMBER_ROLES);
export type MemberRole = z.infer<typeof MemberRole>;

export const InviteInput = z.strictObject({
  email: z.email("Enter a valid e-mail address.").trim().toLowerCase().max(254),
  role: MemberRole,
});

/** An invitation as the workspace's owners see it. */
export interface InvitationView {
  id: string;
  email: string;
  role: MemberRole;
  invitedBy: string;
  expiresAt: string;
  expired: boolean;
}

/** An invitation as whoever has its link sees it. */
export interface OfferedPlace {
  workspace: string;
  slug: string;
  email: string;
  role: MemberRole;
  invitedBy: string;
  /** Whether somebody signs in with this address already. */
  hasAccount: boolean;
}
