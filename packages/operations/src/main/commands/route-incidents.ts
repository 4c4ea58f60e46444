import { IncidentState, PersonAct } from "@ringfence/core/incidents";
import { JobCommand } from "@ringfence/core/jobs";
import { type IncidentSettings, routingProblems } from "@ringfence/core/on-call";
import { under } from "@ringfence/core/problems";
import { type Command, Option } from "commander";
import { actorText } from "../../actions";
import { ConfigurationRefused, type SettingName } from "../../configuration";
import { markIncident, type RouterResult, routeIncidents } from "../../incidents";
import type { CommonFlags } from "../common-flags";
import { ExitCode } from "../exit-code";
import { type JobResult, type JobRun, runJob } from "../run-job";
import type { Surroundings } from "../surroundings";

interface Flags extends CommonFlags {
  readonly incident?: string;
  readonly mark?: keyof typeof marks;
}

/** What a person may say of an incident, by the word for it. */
const marks = {
  [IncidentState.Acknowledged]: PersonAct.Acknowledge,
  [IncidentState.Mitigated]: PersonAct.Mitigate,
  [IncidentState.Resolved]: PersonAct.Resolve,
} as const;

const needs = [
  "ring",
  "incidents",
  "keyVaultUri",
  "storageAccount",
  "journalTable",
  "auditContainer",
] as const satisfies SettingName[];
type Run = JobRun<(typeof needs)[number]>;

/** The parts of the journal that the router keeps, and that the jobs' notices are in. */
const JournalPart = { Incidents: "incidents", Looks: "incident-looks", Notices: "notices" } as const;

/** `ringfence-operations route-incidents`: one look at the alerts; with `--incident` and `--mark`, what a person says. */
export function define(command: Command, surroundings: Surroundings): void {
  command
    .addOption(new Option("--incident <id>", "the incident that --mark is about"))
    .addOption(
      new Option("--mark <state>", "say that you have taken, mitigated or closed it").choices(Object.keys(marks)),
    )
    .action((flags: Flags) =>
      runJob(
        {
          command: JobCommand.RouteIncidents,
          needs,
          work: (run) => (flags.incident === undefined && flags.mark === undefined ? look(run) : mark(run, flags)),
        },
        flags,
        surroundings,
      ),
    );
}

async function look(run: Run): Promise<JobResult> {
  const { configuration, ports, clock, log, correlation } = run;
  const { ring } = configuration;
  const settings = settingsOf(run);
  const { scope, workItems } = settings;
  const result = await routeIncidents({
    settings,
    ring,
    alerts: ports.alerts(scope),
    journal: ports.journal(JournalPart.Incidents),
    notices: ports.journal(JournalPart.Notices),
    looks: ports.journal(JournalPart.Looks),
    leases: ports.leases,
    actions: ports.actions,
    courier: ports.courier,
    workItems: workItems && (await ports.workItems(workItems)),
    clock,
    log,
    correlation,
  });
  const code = result.failures.length > 0 ? ExitCode.Found : ExitCode.Done;
  return { code, text: textOf(result), report: result };
}

async function mark(run: Run, { incident, mark: state }: Flags): Promise<JobResult> {
  if (incident === undefined || state === undefined) {
    const path = incident === undefined ? "--incident" : "--mark";
    throw new ConfigurationRefused([{ path, problem: "missing; --incident says which one, --mark what of it" }]);
  }
  const { ports, clock, flags } = run;
  const by = actorText(await ports.actor());
  const dryRun = flags.dryRun === true;
  const said = { incident, act: marks[state], by, at: clock.now() };
  await markIncident(ports.journal(JournalPart.Incidents), settingsOf(run), said, !dryRun);
  const text = `${incident} ${dryRun ? "would be" : "is"} marked as ${state}, by ${by}`;
  return { code: ExitCode.Done, text, report: { incident, state, by, dryRun } };
}

/** What IncidentRouting wrote. @throws ConfigurationRefused where somebody else wrote it wrong */
function settingsOf({ configuration }: Run): IncidentSettings {
  const settings = configuration.incidents as IncidentSettings;
  const texts = (["scope", "runbooksUrl", "service"] as const).flatMap((path) =>
    typeof settings[path] === "string" && settings[path] !== "" ? [] : [{ path, problem: "missing; a text" }],
  );
  const lists = (["routes", "rotations", "maintenance"] as const).flatMap((path) =>
    Array.isArray(settings[path]) ? [] : [{ path, problem: "missing; a list" }],
  );
  const shape = [...texts, ...lists];
  const problems = shape.length > 0 ? shape : routingProblems(settings);
  if (problems.length > 0) throw new ConfigurationRefused(under("RINGFENCE_INCIDENTS", problems));
  return settings;
}

function textOf(result: RouterResult): string {
  if (!result.looked) return "another run is looking at the alerts";
  const { open, opened, resolved, notTaken, reviewsOverdue, failures, tasks } = result;
  return [
    `${open} open, ${opened.length} opened, ${resolved.length} resolved, ${tasks.length} tasks`,
    ...notTaken.map((id) => `not taken in time: ${id}`),
    ...reviewsOverdue.map((id) => `not reviewed in time: ${id}`),
    ...failures,
  ].join("\n");
}
