import { readFileSync } from "node:fs";
import type { RehearsalDocument } from "../document";
import { UsageError } from "../engine/usage-error";
import type { EngineEvent } from "./engine-event";
import { type Identity, runOf } from "./run";

const HOW = "write one with `pulumi up --event-log events.json`";

/**
 * Reads what `--event-log` of Pulumi's own command line wrote, one file a stack, as the document that all reports are
 * made from. Throws a UsageError for a file that is no such log, and where the files are of different projects.
 */
export function readEventLogs(files: readonly string[]): RehearsalDocument {
  const runs = files.map((file) => {
    const events = eventsOf(file);
    const identity = identityOf(events);
    if (!identity) throw new UsageError(`${file}: names no resource, so it cannot be told whose log it is; ${HOW}`);
    return {
      identity,
      stack: runOf(identity, events),
      at: Math.max(0, ...events.map(({ timestamp = 0 }) => timestamp)),
    };
  });
  const projects = [...new Set(runs.map(({ identity }) => identity.project))];
  const [project = ""] = projects;
  if (projects.length > 1) throw new UsageError(`the event logs are of different projects: ${projects.join(", ")}`);
  return {
    version: 1,
    project,
    at: new Date(Math.max(...runs.map(({ at }) => at)) * 1000).toISOString(),
    origin: "event-log",
    stacks: runs.map(({ stack }) => stack),
  };
}

/** The events of the file. The last line may be cut off, where the run was; any other line that is none is refused. */
function eventsOf(file: string): EngineEvent[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}; ${HOW}`);
  }
  const lines = text.split("\n");
  const events = lines.flatMap((line, index): EngineEvent[] => {
    if (line.trim() === "") return [];
    try {
      const event: unknown = JSON.parse(line);
      if (typeof event === "object" && event !== null && !Array.isArray(event)) return [event];
    } catch {
      if (index === lines.length - 1 && index > 0) return [];
    }
    throw new UsageError(`${file}:${index + 1}: not an event of Pulumi's engine; ${HOW}`);
  });
  if (events.length === 0) throw new UsageError(`${file}: there is no event in it; ${HOW}`);
  return events;
}

/** Whose log it is, by the first URN in it. */
function identityOf(events: readonly EngineEvent[]): Identity | undefined {
  for (const { resourcePreEvent, resOutputsEvent, policyEvent, policyAnalyzeSummaryEvent, diagnosticEvent } of events) {
    const urn =
      (resourcePreEvent ?? resOutputsEvent)?.metadata.urn ??
      (policyEvent ?? policyAnalyzeSummaryEvent)?.resourceUrn ??
      diagnosticEvent?.urn;
    const [, stack, project] = /^urn:pulumi:(.+?)::(.+?)::/.exec(urn ?? "") ?? [];
    if (stack !== undefined && project !== undefined) return { stack, project };
  }
  return undefined;
}
