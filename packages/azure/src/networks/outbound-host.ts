import { type Problem, under } from "@ringfence/core/problems";
import { reasonProblems } from "../openings/opening";

/** A host that may be called from inside. */
export interface OutboundHostArgs {
  /** The host's full name, without scheme or path: `api.contoso.example`. */
  host: string;
  /** Why it must be called: one sentence of at most 256 characters. */
  reason: string;
}

const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Everything wrong with a list of hosts. */
export function outboundHostProblems(hosts: readonly OutboundHostArgs[] = []): Problem[] {
  const names = hosts.map(({ host }) => host);
  return hosts.flatMap(({ host, reason }, index) => {
    const problems = reasonProblems("reason", reason);
    if (typeof host !== "string" || !HOST.test(host))
      problems.push({
        path: "host",
        problem: `${JSON.stringify(host)} is not a host name such as api.contoso.example; leave out scheme, port and path`,
      });
    else if (names.indexOf(host) !== index)
      problems.push({ path: "host", problem: `${JSON.stringify(host)} is in the list twice` });
    return under(`[${index}]`, problems);
  });
}
