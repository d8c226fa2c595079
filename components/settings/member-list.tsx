import { Badge } from "~/components/ui/badge";
import { Panel, PanelHeader } from "~/components/ui/card";

interface Member {
  id: string;
  email: string;
  name: string | null;
  role: string;
}

/** Who may enter the workspace. */
export function MemberList({ members, me }: { members: Member[]; me: string | undefined }) {
  return (
    <Panel>
      <PanelHeader title="Members" />
      <ul className="divide-y">
        {members.map(({ id, email, name, role }) => (
          <li key={id} className="flex items-center justify-between gap-3 px-4 py-2 text-sm">
            <span className="min-w-0 truncate">
              {name ? <span className="mr-2 font-medium">{name}</span> : null}
              <span className={name ? "text-muted" : "font-medium"}>{email}</span>
              {id === me ? <span className="ml-2 text-xs text-faint">you</span> : null}
            </span>
            <Badge className="capitalize">{role}</Badge>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
