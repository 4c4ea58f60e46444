import { holds, notApplicable, stackRule, tag, unknown } from "../../rule";
import { areEnough, DIVERGENCE_REASON, regionsOf, unlessDivergence } from "../links";

const searchRegions = regionsOf("search:Service");

export const multipleRegions = stackRule({
  id: "search-multiple-regions",
  title: "Search of critical services is in two regions",
  covers: ["APRL-dff62efe"],
  requirements: ["OE-R12"],
  severity: "medium",
  appliesTo: "search:Service",
  config: {
    minimumRegions: {
      type: "integer",
      minimum: 1,
      default: 2,
      description: "Regions with a search service; two, because one is what fails",
    },
  },
  holds: ({ asked: service }, { stack, config, ringOf }) => {
    const ring = ringOf(service).name;
    if (ring !== "prod") return notApplicable(`One region is enough in ${ring}`);
    const critical = tag(service, "businessCriticality").isOneOf(["high", "mission-critical"]);
    if (critical.is === "fails") return holds;
    const enough = unlessDivergence(service, areEnough(searchRegions(stack), config.minimumRegions, "location"));
    return critical.is === "unknown" && enough.is === "fails" ? unknown(...critical.paths) : enough;
  },
  fix: `Add a search service in another region and keep its indexes in step, or say in the tag ${DIVERGENCE_REASON} why one is enough.`,
  why: "AI Search does not fail over: when its region is gone, every answer that needs documents is gone. Found when everything exists.",
});
