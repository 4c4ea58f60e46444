import { allOf, fails, holds, type Judgement, type StackResource, stackRule, tag, type Value } from "../../rule";
import { sensitive } from "./sensitivity";
import { skusWhere } from "./skus";

export const processingRegion = stackRule({
  id: "deployment-processing-region",
  title: "Sensitive data is processed no farther away than its sensitivity allows",
  covers: [],
  requirements: ["OE-R12"],
  severity: "high",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    confidentialSkus: {
      type: "array",
      items: { type: "string" },
      default: skusWhere(({ processedIn }) => processedIn !== "world"),
      description: "SKUs for confidential data; by default those that process in the region or its data zone",
    },
    restrictedSkus: {
      type: "array",
      items: { type: "string" },
      default: skusWhere(({ processedIn }) => processedIn === "region"),
      description: "SKUs for restricted data; by default those that process in the account's region",
    },
    allowedLocations: {
      type: "array",
      items: { type: "string" },
      default: [],
      description:
        "Regions whose accounts may see confidential and restricted data; empty, the default: the rule on allowed locations says which regions are used at all",
    },
  },
  holds: (deployment, { stack, config }) => {
    const account = stack.linked(deployment, "accountName", "cognitiveservices:Account", ["accountName", "name"]).to;
    const sensitivity = sensitivityOf(deployment, account);
    const skus = { confidential: config.confidentialSkus, restricted: config.restrictedSkus };
    return sensitivity.judge((given) => {
      const level = sensitive.find((each) => each === String(given).toLowerCase());
      if (level === undefined) return holds;
      return allOf(deployment.asked.at("sku.name").isOneOf(skus[level]), near(account, config.allowedLocations));
    });
  },
  fix: "Take a SKU that processes closer by, in an account of an allowed region.",
  why: "Where a prompt is processed follows from SKU and region together, and the account's tag counts where the deployment has none. Found when everything exists.",
});

/** What the deployment's tag says, or its account's. */
function sensitivityOf(deployment: StackResource, account: StackResource | undefined): Value {
  const own = tag(deployment.asked, "dataSensitivity");
  return own.isAbsent && account !== undefined ? tag(account.asked, "dataSensitivity") : own;
}

/** Whether the account is in one of the regions; display names and short names are equal. */
function near(account: StackResource | undefined, allowed: readonly string[]): Judgement {
  if (allowed.length === 0 || account === undefined) return holds;
  const location = account.asked.at("location");
  const short = (name: string) => name.toLowerCase().replaceAll(" ", "");
  return location.judge(() =>
    allowed.map(short).includes(short(location.text ?? ""))
      ? holds
      : fails("accountName", `the account's region must be one of ${allowed.join(", ")}`),
  );
}
