import { durationSeconds, fails, holds, resourceRule } from "../../rule";

export const queryFrequency = resourceRule({
  id: "log-alert-frequency",
  title: "Log alerts do not query every minute",
  covers: ["Azure.Alert.HighFrequencyQuery"],
  requirements: ["OE-R13"],
  severity: "low",
  appliesTo: "monitor:ScheduledQueryRule",
  config: {
    tooOftenInSeconds: {
      type: "integer",
      minimum: 0,
      default: 60,
      description: "Seconds between two queries that are too few; 60, the shortest that Azure has and the dearest",
    },
  },
  holds: (alert, { config }) => {
    const frequency = alert.at("evaluationFrequency");
    return frequency.judge((given) => {
      const seconds = durationSeconds(given);
      if (given === undefined || (seconds !== undefined && seconds > config.tooOftenInSeconds)) return holds;
      const must = seconds === undefined ? "must be an ISO 8601 duration, for example PT5M" : "queries too often";
      return fails(frequency.path, must);
    });
  },
  fix: "Set evaluationFrequency to PT5M or more; where a minute counts, use a metric alert.",
  why: "A query each minute costs several times one each five minutes, and logs arrive minutes late in any case.",
});
