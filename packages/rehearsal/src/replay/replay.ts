import { UsageError } from "../engine";
import { deployedProgram } from "./deployed-program";
import { incidents } from "./incidents";
import { type ReplayDocument, verdictsOf } from "./outcome";
import { readRecorded } from "./recorded";
import { type ReplayOptions, usualOptions } from "./replay-options";
import { replayRecorded } from "./replay-recorded";
import { replayRules } from "./replay-rules";
import { deployedRules, overrideThresholds, programWorkload, ringOf } from "./rules";
import { DAY, momentOf, type TimeAxis } from "./telemetry";

/**
 * Replays the alert rules that a program deploys against months of telemetry. Throws a UsageError for what cannot be
 * replayed; what the rules did is in the document.
 */
export async function replay(options: ReplayOptions): Promise<ReplayDocument> {
  const {
    days = usualOptions.days,
    from = usualOptions.from,
    seed = usualOptions.seed,
    timeZone = usualOptions.timeZone,
  } = options;
  const { project, stack, resources } = await deployedProgram(
    options.directory,
    options.stack,
    options.config,
    options.onProgress,
  );
  const deployed = deployedRules(resources);
  const { rules, unknown } = overrideThresholds(deployed.rules, options.overrides ?? {});
  if (unknown.length > 0)
    throw new UsageError(
      `no replayed rule is named ${unknown.join(" or ")}; they are ${[...new Set(rules.map(({ alert }) => alert))].sort().join(", ")}`,
    );
  const ring = ringOf(resources);
  const about = { version: 1 as const, project, stack, ...(ring !== undefined && { ring }) };
  if (options.data !== undefined) {
    const telemetry = await readRecorded(options.data, timeZone);
    const { axis, series } = telemetry;
    const recorded = replayRecorded(rules, telemetry);
    return {
      ...about,
      data: {
        origin: "recorded",
        from: momentOf(axis, 0),
        to: momentOf(axis, axis.minutes),
        days: Number((axis.minutes / DAY).toFixed(1)),
        series: series.length,
        file: options.data,
      },
      rules: recorded.rules,
      notReplayed: [...deployed.notReplayed, ...recorded.notReplayed],
      incidents: [],
      notPlayed: [],
      verdicts: [],
    };
  }
  const axis: TimeAxis = { start: Date.parse(`${from}T00:00:00Z`), minutes: days * DAY };
  const workload = programWorkload(resources, timeZone, options.callsPerMinute);
  const result = replayRules({ rules, workload, incidents, axis, seed });
  return {
    ...about,
    data: {
      origin: "generated",
      from: momentOf(axis, 0),
      to: momentOf(axis, axis.minutes),
      days,
      series: result.series,
      seed,
      timeZone,
    },
    rules: result.rules,
    notReplayed: [...deployed.notReplayed, ...result.notReplayed],
    incidents: result.incidents,
    notPlayed: result.notPlayed,
    verdicts: verdictsOf(result.incidents, result.rules, ring),
  };
}
