import { STRIPE_AREAS } from "~/server/connectors/doctor/stripe";

const WHY: Record<string, string> = {
  Customers: "nearly every recipe",
  "Webhook Endpoints": "so that Billhook can make the endpoint itself",
  Events: "to find events that were missed",
};

/** What a restricted Stripe key may be allowed, and why; what no recipe of yours does needs no permission. */
export function PermissionTable() {
  const [usual, rest] = [STRIPE_AREAS.filter(isUsual), STRIPE_AREAS.filter((area) => !isUsual(area))];
  return (
    <div className="text-xs">
      <table className="w-full text-left">
        <caption className="pb-1 text-left text-sm font-medium text-ink">
          Permissions of a restricted key
        </caption>
        <tbody>
          {usual.map(({ permission, write }) => (
            <tr key={permission} className="border-t align-top">
              <th scope="row" className="py-1.5 pr-3 font-medium text-ink">
                {permission}
              </th>
              <td className="py-1.5 pr-3 whitespace-nowrap">{write ? "Write" : "Read"}</td>
              <td className="py-1.5">{WHY[permission]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="border-t py-1.5">
        Write, for what your recipes do with them: {rest.map(({ permission }) => permission).join(", ")}. Once
        connected, the connection's page says what is missing.
      </p>
    </div>
  );
}

function isUsual({ permission }: { permission: string }): boolean {
  return permission in WHY;
}
