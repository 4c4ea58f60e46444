import type { Input } from "@pulumi/pulumi";
import type { Problem } from "@ringfence/core/problems";
import { isRepeated, rowProblems } from "../refuse/rows";

/** An Azure service that jobs reach by a private endpoint in the workspace's managed network. */
export interface OutboundEndpointArgs {
  /** The rule's name: letters, digits, `_` and `-`, 1 to 80 characters. */
  name: string;
  /** The service's Azure id. */
  resourceId: Input<string>;
  /** Which of its services, as private endpoints call it: `account`, `searchService`, `blob`. */
  subresource: string;
}

const RULE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;

/** Everything wrong with a list of outbound endpoints. */
export function outboundEndpointProblems(endpoints?: readonly OutboundEndpointArgs[]): Problem[] {
  return rowProblems(endpoints, ["name", "subresource"], ({ name, resourceId, subresource }, earlier) => {
    const problems: Problem[] = [];
    const refuse = (path: keyof OutboundEndpointArgs, problem: string) => problems.push({ path, problem });
    if (name === undefined) refuse("name", "missing; the rule's name in the workspace's network");
    else if (!RULE_NAME.test(name))
      refuse("name", `${JSON.stringify(name)} is not 1 to 80 letters, digits, "_" and "-", a letter or digit first`);
    else if (isRepeated(name, earlier)) refuse("name", `${JSON.stringify(name)} is in the list twice`);
    if (!resourceId) refuse("resourceId", "missing; the service's Azure id");
    if (!subresource) refuse("subresource", "missing; for example account, searchService or blob");
    return problems;
  });
}
