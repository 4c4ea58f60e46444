import type { StackRehearsal } from "../document";
import { diagnosed } from "./diagnostics";
import type { EngineEvent } from "./engine-event";
import { judged } from "./judged";
import { resourcesOf } from "./resources";

/** Whose log it is. */
export interface Identity {
  stack: string;
  project: string;
}

/** What the last run in a log came to; `pulumi up` writes its preview and then the update itself. */
export function runOf({ stack }: Identity, events: readonly EngineEvent[]): StackRehearsal {
  const starts = events.flatMap(({ preludeEvent }, index) => (preludeEvent ? [index] : []));
  const last = events.slice(starts.at(-1) ?? 0);
  const summary = last.find(({ summaryEvent }) => summaryEvent)?.summaryEvent;
  const { verdicts, packs } = judged(last, summary?.PolicyPacks ?? {});
  const resources = resourcesOf(last);
  const stopped = verdicts.some(({ outcome, level }) => outcome === "fail" && level === "mandatory");
  return {
    stack,
    mode: summary?.isPreview ? "preview" : "up",
    resources,
    verdicts,
    outputs: resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {},
    ...diagnosed(last, stopped),
    seconds: summary?.durationSeconds ?? 0,
    packs,
    unmodelledTypes: [],
    notes: [
      ...(summary ? [] : ["The log ends before the run does: what came later is not told here."]),
      ...(packs.length > 0
        ? ["Pulumi's event log does not say which rules did not apply; they are not counted here."]
        : []),
    ],
  };
}
