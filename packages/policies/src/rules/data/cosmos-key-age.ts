import { allOf, fails, holds, type Judgement, stackRule, unknown, type Value } from "../../rule";

const DAY = 24 * 60 * 60 * 1000;

export const cosmosKeyAge = stackRule({
  id: "cosmos-key-age",
  title: "Cosmos DB account keys are regenerated before they get too old",
  covers: ["AzurePolicy-9d83ccb1-cosmos-key-age"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "cosmosdb:DatabaseAccount",
  config: {
    maximumAgeInDays: {
      type: "integer",
      minimum: 1,
      default: 90,
      description: "Days after which each account key must have been regenerated (OE-R8; Azure's own policy says 60)",
    },
  },
  holds: (account, { config, now }) => {
    const keys = account.output("keysMetadata");
    if (keys.isUnknown || keys.keys().length === 0) return unknown("keysMetadata");
    const oldest = now.getTime() - config.maximumAgeInDays * DAY;
    const must = `must lie at most ${config.maximumAgeInDays} days back`;
    return allOf(...keys.keys().map((key) => generatedSince(oldest, keys.child(key).child("generationTime"), must)));
  },
  fix: "Regenerate the account's keys, the secondary ones first; better, set disableLocalAuth and use none.",
  why: "The older a key, the more people and logs have seen it. Judged by Azure's own dates, when everything exists.",
});

/** Azure gives no moment for a key that was never regenerated since it began to keep them: that one is too old. */
function generatedSince(oldest: number, generated: Value, must: string): Judgement {
  return generated.judge((given) => {
    if (given === undefined) return fails(generated.path, `missing, so the key was never regenerated; ${must}`);
    return typeof given === "string" && Date.parse(given) >= oldest ? holds : fails(generated.path, must);
  });
}
