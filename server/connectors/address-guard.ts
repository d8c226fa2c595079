import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { TransportError } from "./transport-error";

/** Public addresses only; `allowLoopback` adds this machine, never the network it stands in. */
export function isAllowedAddress(address: string, allowLoopback: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === "unicast" || (allowLoopback && range === "loopback");
}

/** True for a host that has to be looked up; false for a literal address. */
export function isName(host: string): boolean {
  return !ipaddr.isValid(host);
}

function refused(host: string): TransportError {
  const message = `The address ${host} is not public. Billhook does not call private networks.`;
  return new TransportError("refused", message, { requestMayHaveArrived: false });
}

/** Throws for a URL whose host is a literal address that is not allowed; names are checked when they are looked up. */
export function checkAddress(url: URL, allowLoopback: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host) && !isAllowedAddress(host, allowLoopback)) throw refused(host);
}

/**
 * A DNS lookup that yields allowed addresses only. The socket connects to just what was checked here, so a name
 * cannot point elsewhere between check and connect.
 */
export function guardedLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...(options as LookupOptions), all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const allowed = addresses.filter(({ address }) => isAllowedAddress(address, allowLoopback));
      const [first] = allowed;
      if (!first) return callback(refused(hostname), "", 0);
      return (options as LookupOptions).all
        ? (callback as unknown as (error: null, all: LookupAddress[]) => void)(null, allowed)
        : callback(null, first.address, first.family);
    });
  };
}
