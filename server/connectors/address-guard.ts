import dns, { type LookupAddress, type LookupOptions } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { TransportError } from "./transport-error";

/** What clouds answer their own machines on, in the middle of public space. */
const METADATA = new Set(["168.63.129.16"]);

/** All that is routed on the internet; what lies outside stands for nothing, or for an IPv4 address in disguise. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** Names that no public server has, whatever a resolver says. */
const INSIDE_NAME = /(^|\.)(localhost|local|internal|home\.arpa)$/;
const THIS_MACHINE = /(^|\.)localhost$/;

/** Public addresses only; `allowLoopback` adds this machine, never the network it stands in. */
export function isAllowedAddress(address: string, allowLoopback: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const known = ipaddr.process(address);
  const range = known.range();
  if (allowLoopback && range === "loopback") return true;
  if (range !== "unicast" || METADATA.has(known.toString())) return false;
  return known instanceof ipaddr.IPv4 || known.match(GLOBAL_IPV6);
}

/** True for a host that has to be looked up; false for a literal address. */
export function isName(host: string): boolean {
  return !ipaddr.isValid(host);
}

function refused(host: string): TransportError {
  const message = `The address ${host} is not public. Billhook does not call private networks.`;
  return new TransportError("refused", message, { requestMayHaveArrived: false });
}

/**
 * Throws for a URL whose host is a literal address that is not allowed, or a name that is never public. Every other name
 * is checked when it is looked up.
 */
export function checkAddress(url: URL, allowLoopback: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const isOutside = isName(host) ? !isInsideName(host, allowLoopback) : isAllowedAddress(host, allowLoopback);
  if (!isOutside) throw refused(host);
}

function isInsideName(host: string, allowLoopback: boolean): boolean {
  return INSIDE_NAME.test(host) && !(allowLoopback && THIS_MACHINE.test(host));
}

/**
 * A DNS lookup that yields allowed addresses only. The socket connects to just what was checked here, so a name
 * cannot point elsewhere between check and connect.
 */
export function guardedLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { ...(options as LookupOptions), all: true }, (error, addresses) => {
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
