import { type Judgement, type StackResource, unknown, type Value } from "../../rule";
import { epochSeconds, moment, within } from "./epoch";

/** The oldest that a secret or key may be, in days (OE-R8). */
export const maximumAgeConfig = {
  maximumAgeInDays: {
    type: "integer",
    minimum: 1,
    default: 90,
    description: "Days after which a secret or key must have been renewed",
  },
} as const;

/**
 * An attribute that Azure answered with. A secret has its attributes below `properties`; a key's outputs are flat,
 * unlike its inputs.
 */
export function answered(resource: StackResource, attribute: string): Value {
  const flat = resource.output(`attributes.${attribute}`);
  return flat.isThere ? flat : resource.output(`properties.attributes.${attribute}`);
}

/**
 * The age counts from the day from which the version is valid or, where none was set, from its creation. Azure's answer
 * comes first: what the program says may be of a version long gone.
 */
export function youngEnough(resource: StackResource, maximumAgeInDays: number, now: Date): Judgement {
  const candidates = [
    ...["notBefore", "created", "updated"].map((attribute) => answered(resource, attribute)),
    resource.at("properties.attributes.notBefore"),
  ];
  const start = candidates.find((value) => value.isThere && !value.isUnknown);
  if (start === undefined)
    return unknown(candidates.find(({ isUnknown }) => isUnknown)?.path ?? "properties.attributes.created");
  const must = `must lie at most ${maximumAgeInDays} days back`;
  return moment(start, (from) => within(maximumAgeInDays, from, epochSeconds(now), { path: start.path, must }));
}

/** The moment at which the version was made. */
export function createdBefore(resource: StackResource, judge: (created: number) => Judgement): Judgement {
  const created = answered(resource, "created");
  if (created.isUnknown || !created.isThere) return unknown("properties.attributes.created");
  return moment(created, judge);
}
