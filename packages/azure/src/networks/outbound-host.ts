import type { Problem } from "@ringfence/core/problems";
import { reasonProblems } from "../openings/opening";
import { rowProblems } from "../refuse/rows";

/** A host that may be called from inside. */
export interface OutboundHostArgs {
  /** The host's full name, without scheme or path: `api.contoso.example`. */
  host: string;
  /** Why it must be called: one sentence of at most 256 characters. */
  reason: string;
}

const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Everything wrong with a list of hosts. */
export function outboundHostProblems(hosts?: readonly OutboundHostArgs[]): Problem[] {
  return rowProblems(hosts, ["host"], ({ host, reason }, earlier) => {
    const problems = reasonProblems("reason", reason);
    if (host === undefined) problems.push({ path: "host", problem: "missing; for example api.contoso.example" });
    else if (!HOST.test(host))
      problems.push({
        path: "host",
        problem: `${JSON.stringify(host)} is not a host name such as api.contoso.example; leave out scheme, port and path`,
      });
    else if (earlier.some((row) => String(row.host).toLowerCase() === host.toLowerCase()))
      problems.push({ path: "host", problem: `${JSON.stringify(host)} is in the list twice` });
    return problems;
  });
}
