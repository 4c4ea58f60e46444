import { lifecyclesOf, modelLifecycle, snapshotDate } from "@ringfence/core/models";
import { fails, holds, resourceRule, type Value } from "../../rule";

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

export const retirement = resourceRule({
  id: "model-not-near-retirement",
  title: "Deployed models answer for a while yet",
  covers: [],
  requirements: ["OE-R5"],
  severity: "medium",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    minimumDaysBeforeRetirement: {
      type: "integer",
      minimum: 0,
      default: 60,
      description: "Days that must be left until the model version retires; Microsoft gives notice of at least 60",
    },
    retirements: {
      type: "object",
      default: {},
      description:
        'Retirement dates that are newer than the library\'s or of models that it does not have: { "gpt-5.4@2026-03-05": "2027-06-05" }; without @version for all versions',
    },
  },
  holds: (deployment, { config, now }) => {
    const name = deployment.at("properties.model.name");
    const version = deployment.at("properties.model.version");
    return name.judge(() =>
      version.judge(() => {
        const date = retirementOf(name, version, config.retirements);
        if (date === undefined) return holds;
        const left = Math.floor((Date.parse(date) - now.getTime()) / DAY_MILLISECONDS);
        return left >= config.minimumDaysBeforeRetirement
          ? holds
          : fails(version.text === undefined ? name.path : version.path, said(date, left));
      }),
    );
  },
  fix: "Deploy the version that replaces it, evaluate it, and move callers over before the date.",
  why: "From its retirement on a version answers no more, or is exchanged under its callers by Azure.",
});

/** The last day of a version; without a version the latest of the model's, because Azure's default may be any of them. */
function retirementOf(name: Value, version: Value, configured: Readonly<Record<string, unknown>>): string | undefined {
  const [model = "", number] = [name.text, version.text];
  const own = Object.hasOwn(configured, `${model}@${number}`) ? configured[`${model}@${number}`] : undefined;
  const date = own ?? (Object.hasOwn(configured, model) ? configured[model] : undefined);
  if (typeof date === "string" && !Number.isNaN(Date.parse(date))) return date;
  if (number !== undefined) return modelLifecycle(model, number)?.retirement;
  const dates = lifecyclesOf(model).map((row) => row.retirement);
  return dates.length === 0 || dates.includes(undefined) ? undefined : dates.sort().at(-1);
}

function said(date: string, left: number): string {
  const when = left < 0 ? "retired" : `retires in ${left} days`;
  return `${when} (${date.slice(0, 10)}, Microsoft's schedule as of ${snapshotDate} or configured)`;
}
