import { allOf, durationDays, fails, holds, type Judgement, resourceRule, type Value } from "../../rule";

export const keyRotationDays = resourceRule({
  id: "key-rotation-days",
  title: "Keys rotate often enough",
  covers: ["AzurePolicy-d8cf8476-key-rotation-days"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Key",
  config: {
    maximumDaysToRotate: {
      type: "integer",
      minimum: 7,
      default: 90,
      description: "Days from a version's creation to the next one",
    },
  },
  holds: (key, { config }) => {
    const policy = key.at("properties.rotationPolicy");
    const days = config.maximumDaysToRotate;
    return policy
      .at("lifetimeActions")
      .some(`needs an action of type rotate, triggered at most ${days} days after creation`, (step) =>
        allOf(
          step.at("action.type").is("rotate"),
          triggersWithin(days, step.at("trigger"), policy.at("attributes.expiryTime")),
        ),
      );
  },
  fix: "Set trigger.timeAfterCreate of the rotate action to an ISO 8601 duration within the days allowed, for example P60D.",
  why: "A rotation policy of five years is one on paper.",
});

/** By days after the creation or, where the trigger counts back from the expiry, by what is left of the whole life. */
function triggersWithin(days: number, trigger: Value, life: Value): Judgement {
  const afterCreate = trigger.at("timeAfterCreate");
  if (!afterCreate.isAbsent) return atMost(days, afterCreate, (text) => durationDays(text));
  const beforeExpiry = trigger.at("timeBeforeExpiry");
  return beforeExpiry.judge((before) =>
    atMost(days, life, (text) => {
      const [whole, rest] = [durationDays(text), durationDays(before)];
      return whole === undefined || rest === undefined ? undefined : whole - rest;
    }),
  );
}

function atMost(days: number, value: Value, daysOf: (text: unknown) => number | undefined): Judgement {
  return value.judge((given) => {
    const after = daysOf(given);
    return after !== undefined && after <= days ? holds : fails(value.path, `must be at most ${days} days`);
  });
}
