import { namingProblems } from "@ringfence/core/naming";
import { dateProblems, routingProblems } from "@ringfence/core/on-call";
import { type Problem, under } from "@ringfence/core/problems";
import { timeZoneProblem, windowsTimeZone } from "@ringfence/core/time-zones";
import { maintenanceWindowProblems } from "../maintenance";
import { receiverProblems } from "../monitors/monitors-problems";
import type { IncidentRoutingArgs } from "./args";
import type { ReviewsArgs } from "./reviews";

/** The arguments that only the router can carry out. */
const needJobs = ["routes", "rotations", "escalations", "businessHours", "workItems", "reviews"] as const;

/** Everything wrong with IncidentRouting's arguments; empty when it can be created. */
export function incidentRoutingProblems(args: IncidentRoutingArgs): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  const { ring, jobs, businessHours, maintenance, reviews } = args;
  const zone = businessHours?.timeZone;
  return [
    ...under("ring", namingProblems([{ kind: "containerAppsJob", qualifier: "incidents" }], ring)),
    ...receiverProblems(ring),
    ...(jobs === undefined ? unusedProblems(args) : []),
    ...routingProblems(args),
    ...(zone !== undefined && timeZoneProblem(zone) === undefined && windowsTimeZone(zone) === undefined
      ? [
          {
            path: "businessHours.timeZone",
            problem: `Azure's schedules have no name for ${zone}; give a larger place in the same zone`,
          },
        ]
      : []),
    ...under("maintenance", maintenanceWindowProblems(maintenance)),
    ...(reviews === undefined ? [] : under("reviews", reviewsProblems(reviews))),
  ];
}

function unusedProblems(args: IncidentRoutingArgs): Problem[] {
  return needJobs
    .filter((name) => args[name] !== undefined)
    .map((name) => ({ path: name, problem: "does nothing without the router; give jobs, SecretRotation's `jobs`" }));
}

function reviewsProblems({ held, calendar }: ReviewsArgs): Problem[] {
  const zone = calendar === undefined ? undefined : timeZoneProblem(calendar.timeZone);
  return [
    ...(Array.isArray(held)
      ? []
      : [{ path: "held", problem: `${JSON.stringify(held)} is not a list of incidents' ids` }]),
    ...(zone === undefined ? [] : [{ path: "calendar.timeZone", problem: zone }]),
    ...(calendar?.days?.length === 0
      ? [{ path: "calendar.days", problem: "empty; nobody would ever have to review anything" }]
      : []),
    ...(calendar?.holidays ?? []).flatMap((day, index) => dateProblems(`calendar.holidays[${index}]`, day)),
  ];
}
