import { namingProblems } from "@ringfence/core/naming";
import { type Problem, under } from "@ringfence/core/problems";
import { regionProblems } from "@ringfence/core/regions";
import { allowedNetworkProblems } from "../networks/allowed-network";
import { outboundHostProblems } from "../networks/outbound-host";
import { reasonProblems } from "../openings/opening";
import { principalProblems } from "../principals/principal";
import { isRepeated, rowProblems } from "../refuse/rows";
import type { AiProjectArgs } from "./args";
import { connectionProblems } from "./connection-problems";
import { deploymentProblems } from "./deployment-problems";
import { divergenceProblems } from "./divergence";
import { contentFilterProblems } from "./filter-problems";
import { STRICT_FILTER } from "./filter-rows";
import type { ModelDeploymentArgs } from "./model-deployment";
import { offerProblems } from "./offer-problems";
import { spilloverProblems } from "./spillover-problems";

/**
 * Every mistake in the arguments of an AiProject, each with its path; empty when they are good. `today` decides which
 * models have retired and which evaluations are still to come.
 */
export function aiProjectProblems(args: AiProjectArgs, today: Date = new Date()): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  return [
    ...under("models", modelsProblems(args, today)),
    ...under("contentFilters", contentFilterProblems(args.contentFilters)),
    ...under("callers", principalProblems(args.callers)),
    ...under("operators", principalProblems(args.operators)),
    ...under("developers", principalProblems(args.developers)),
    ...under("connections", connectionProblems(args.connections)),
    ...placeProblems(args),
    ...under("allowedNetworks", allowedNetworkProblems(args.allowedNetworks)),
    ...(args.trustedAzureServices
      ? reasonProblems("trustedAzureServices.reason", args.trustedAzureServices.reason)
      : []),
    ...under("outboundHosts", outboundHostProblems(args.outboundHosts)),
  ];
}

/** What is wrong with the component's own name: the names of what it makes start with it. */
export function aiProjectNameProblems(name: string, { ring }: AiProjectArgs): Problem[] {
  if (!ring) return [];
  const { ring: ringName, suffix } = ring;
  return namingProblems(
    [{ kind: "aiAccount" }, { kind: "aiProject" }, { kind: "privateEndpoint", qualifier: "account" }],
    { name, ring: ringName, suffix },
  );
}

/** The properties of a deployment's row that hold text. */
const TEXT = ["name", "model", "format", "version", "sku", "contentFilter", "spilloverTo", "upgrade"] as const;

function modelsProblems(args: AiProjectArgs, today: Date): Problem[] {
  const { models, ring, region = ring.location } = args;
  if (models === undefined) return [{ path: "", problem: "missing; the deployed models, one row each" }];
  const knowsRegion = regionProblems(region).length === 0;
  const perRow = rowProblems(models, TEXT, (row, earlier) => [
    ...deploymentProblems(row, ring, today),
    ...(knowsRegion ? offerProblems(row, region, ring, today) : []),
    ...(row.name !== undefined && isRepeated(row.name, earlier)
      ? [{ path: "name", problem: `${JSON.stringify(row.name)} is in the list twice` }]
      : []),
    ...filterChoiceProblems(row, args),
  ]);
  const readable = rowProblems(models, TEXT, () => []).length === 0;
  return readable ? [...perRow, ...spilloverProblems(models)] : perRow;
}

function filterChoiceProblems({ contentFilter }: ModelDeploymentArgs, { contentFilters }: AiProjectArgs): Problem[] {
  const named = Array.isArray(contentFilters) ? contentFilters.map((filter) => filter?.name) : [];
  const filters = [STRICT_FILTER, ...named.filter((name) => typeof name === "string")];
  if (contentFilter === undefined || filters.includes(contentFilter)) return [];
  const problem = `${JSON.stringify(contentFilter)} is none of the filters ${filters.join(", ")}`;
  return [{ path: "contentFilter", problem }];
}

function placeProblems({ region, ring, divergence }: AiProjectArgs): Problem[] {
  if (region === undefined || region === ring.location) return [];
  const unknown = regionProblems(region);
  if (unknown.length > 0) return under("region", unknown);
  if (divergence) return under("divergence", divergenceProblems(divergence));
  return [
    {
      path: "divergence",
      problem: `missing; ${region} is not the ring's region ${ring.location}: say the reason, the dataFlow and the latencyImpactMs`,
    },
  ];
}
