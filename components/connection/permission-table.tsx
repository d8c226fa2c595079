const PERMISSIONS = [
  { resource: "Customers", access: "Write", why: "look up, create and update customers" },
  { resource: "Webhook Endpoints", access: "Write", why: "only if Billhook is to make the endpoint itself" },
];

/** What a restricted Stripe key must be allowed, and why. */
export function PermissionTable() {
  return (
    <table className="w-full text-left text-xs">
      <caption className="pb-1 text-left text-sm font-medium text-ink">
        Permissions of a restricted key
      </caption>
      <tbody>
        {PERMISSIONS.map(({ resource, access, why }) => (
          <tr key={resource} className="border-t align-top">
            <th scope="row" className="py-1.5 pr-3 font-medium text-ink">
              {resource}
            </th>
            <td className="py-1.5 pr-3 whitespace-nowrap">{access}</td>
            <td className="py-1.5">{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
