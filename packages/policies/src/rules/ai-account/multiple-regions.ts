import { fails, holds, notApplicable, perStack, stackRule, tag, unknown } from "../../rule";
import { servesModels } from "./model-account";

export const multipleRegions = stackRule({
  id: "ai-account-multiple-regions",
  title: "Models of critical services are served from two regions",
  covers: ["APRL-61187af4-multi-region"],
  requirements: ["OE-R12"],
  severity: "high",
  appliesTo: "cognitiveservices:Account",
  config: {
    minimumRegions: {
      type: "integer",
      minimum: 1,
      default: 2,
      description: "Regions with an account that serves models",
    },
  },
  holds: (account, { stack, config, ringOf }) => {
    const ring = ringOf(account).name;
    if (ring !== "prod") return notApplicable(`One region is enough in ${ring}`);
    const critical = tag(account.asked, "businessCriticality").isOneOf(["high", "mission-critical"]);
    if (critical.is === "fails" || !servesModels(account.asked)) return holds;
    const { known, unknownAt } = regionsOf(stack);
    if (known.size >= config.minimumRegions) return holds;
    if (critical.is === "unknown") return critical;
    return unknownAt === undefined
      ? fails("location", `must not be the only region; ${config.minimumRegions} are needed`)
      : unknown(unknownAt);
  },
  fix: "Add an account with the same deployments in another region, or waive this rule and document why one region is enough.",
  why: "Model capacity runs out region by region, and a region's outage takes the only account with it. Found when everything exists.",
});

/** The regions in which the stack serves models; display names and short names are equal. */
const regionsOf = perStack((stack) => {
  const accounts = stack.ofType("cognitiveservices:Account").map(({ asked }) => asked);
  const locations = accounts.filter(servesModels).map((account) => account.at("location"));
  const texts = locations.flatMap(({ text }) => text?.toLowerCase().replaceAll(" ", "") ?? []);
  return { known: new Set(texts), unknownAt: locations.find(({ isUnknown }) => isUnknown)?.path };
});
